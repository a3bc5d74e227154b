/** From pages of known type to the measures that the page-type model learns from. */
import { readDocument } from "../../extractor/read-document.ts";
import { extractMetadata } from "../../extractor/metadata/extract-metadata.ts";
import { type KnownType, KNOWN_TYPES } from "../../extractor/page-type/classify-page.ts";
import { measurePage, type PageMeasures } from "../../extractor/page-type/measure-page.ts";
import { readPage } from "../../extractor/page.ts";
import { hostNumber, isValidation, readHtml, readKnownPages } from "./read-pages.ts";

export interface TypedPage {
  readonly type: KnownType;
  /** False where nobody noted the type and the page is taken for an article. */
  readonly isTyped: boolean;
  readonly isValidation: boolean;
  /** The same for all pages of a host. */
  readonly hostNumber: number;
  readonly measures: PageMeasures;
  /** Measures of the same page as a site without any template would have written it. */
  readonly bareMeasures: PageMeasures;
}

/** Measures a page as extraction does: pruned first. */
function measureHtml(html: string, url: string): PageMeasures {
  const document = readDocument(html, { url, engine: "slim" });
  return measurePage(readPage({ document, metadata: extractMetadata(document, { url }), url }));
}

/**
 * The page without what templates say of it: no metadata, no JSON-LD, no class or id, and `<div>` for paragraphs and
 * the elements of HTML 5. Only what a reader sees is left to judge by, as on hand-written and old pages.
 */
function bareCopy(html: string): string {
  return html
    .replace(/<script\b[^>]*\bld\+json\b[^>]*>.*?<\/script\s*>/gis, "")
    .replace(/<(?:meta|link)\b[^>]*>/gi, "")
    .replace(/\s(?:class|id|itemprop|itemtype|itemscope|rel|role|property)\s*=\s*(?:"[^"]*"|'[^']*')/gi, "")
    .replace(/<(\/?)(?:article|main|section|nav|aside|header|footer|figure|time|p)\b/gi, "<$1div");
}

const isKnownType = (type: string): type is KnownType => (KNOWN_TYPES as readonly string[]).includes(type);

export function readTypedPages(folder: string): TypedPage[] {
  const pages: TypedPage[] = [];
  for (const known of readKnownPages(folder)) {
    const type = known.pageType ?? "article";
    if (!isKnownType(type)) throw new Error(`${known.id} is of an unknown type: ${type}`);
    const html = readHtml(folder, known);
    pages.push({
      type,
      isTyped: known.pageType !== undefined,
      isValidation: isValidation(known.url),
      hostNumber: hostNumber(known.url, "fold "),
      measures: measureHtml(html, known.url),
      bareMeasures: measureHtml(bareCopy(html), known.url),
    });
  }
  return pages;
}

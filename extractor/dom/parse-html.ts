import { parseWithJsdom } from "./jsdom-engine.ts";
import { pruneHtml } from "./prune-html.ts";
import { createEmptyDocument, parseDocument } from "./slim/parse.ts";

export interface ParseHtmlOptions {
  /** The page's URL, against which relative links are resolved; null when unknown. */
  readonly url: string | null;
  /** `slim` is the fast DOM over parse5; `jsdom` the reference. Both give the same tree, but for style sheets, which jsdom gets emptied. */
  readonly engine: "slim" | "jsdom";
  /**
   * Leaves out what {@link pruneHtml} drops. The slim DOM does so while it parses, and leaves out attributes that nobody here
   * nor Readability asks for.
   */
  readonly prunes?: boolean;
}

/**
 * Parses decoded HTML into a document behind the standard interface.
 *
 * The slim document implements what Readability, the serialisers and the passes use, and no more: lists (`children`, `childNodes`,
 * `getElementsByTagName`, `querySelectorAll`) are plain arrays that do not follow later changes, `dataset` and `style` are
 * read-only, the doctype is no child of the document, `.class` and `#id` tell upper from lower case on pages in quirks mode too, and there are no events,
 * ranges or layout. Elements nest 512 deep at most, as in browsers.
 */
export function parseHtml(html: string, { url, engine, prunes = false }: ParseHtmlOptions): Document {
  if (engine === "jsdom") return parseWithJsdom(prunes ? pruneHtml(html) : html, url);
  // The one place where our nodes enter the standard's types.
  return parseDocument(html, url, { prunes }) as unknown as Document;
}

/** A document with an empty head and body, to put copies into. */
export function emptyDocument({ url, engine }: ParseHtmlOptions): Document {
  return engine === "jsdom"
    ? parseWithJsdom("<!doctype html><html><head></head><body></body></html>", url)
    : (createEmptyDocument(url) as unknown as Document);
}

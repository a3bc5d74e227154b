import type { Extraction } from "../types.ts";
import { baseOf } from "./base-of.ts";
import { buildArticle } from "./build-article.ts";
import { countWords } from "./count-words.ts";
import type { ExtractInput } from "./extract.ts";
import { EXTRACTOR_VERSION } from "./extractor-version.ts";
import { fileFacts } from "./filing/file-facts.ts";
import { extractMetadata } from "./metadata/extract-metadata.ts";
import { classifyPage } from "./page-type/classify-page.ts";
import { readPage } from "./page.ts";
import { readDocument } from "./read-document.ts";
import { createSelection } from "./selection.ts";
import { serialiseHtml } from "./serialise/serialise-html.ts";
import { serialiseMarkdown } from "./serialise/serialise-markdown.ts";
import { serialiseText } from "./serialise/serialise-text.ts";

/** All of a page's visible text in place of its article: menus, teasers, footer and all. The ledger is empty. */
export function extractWhole({ html, url }: ExtractInput): Extraction {
  const document = readDocument(html, { url, engine: "slim" });
  const page = readPage({ document, url, metadata: extractMetadata(document, { url }) });
  const { pageType } = classifyPage(page);
  const selection = createSelection(page);
  page.blocks.forEach((block) => selection.add(block));
  const { facts, sources } = fileFacts(page, selection);
  const whole = buildArticle(page, selection, new Set(page.body.querySelectorAll("img")));
  const articleBody = serialiseText(whole);
  const base = baseOf(document, url);
  return {
    ...facts,
    articleBody,
    wordCount: countWords(articleBody, facts.inLanguage),
    markdown: serialiseMarkdown(whole, base),
    html: serialiseHtml(whole, base),
    extraction: {
      version: EXTRACTOR_VERSION,
      pageType,
      confidence: 1,
      warnings: [],
      removed: [],
      fieldSources: sources,
    },
  };
}

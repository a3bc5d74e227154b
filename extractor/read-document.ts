import { parseHtml, type ParseHtmlOptions } from "./dom/parse-html.ts";
import { joinEasternLines } from "./eastern-lines.ts";
import { placeStreamed } from "./place-streamed.ts";

/** A page's document as the extractor reads it: without what pruning drops, late parts in their places, its lines as a browser sets them. */
export function readDocument(html: string, options: Pick<ParseHtmlOptions, "url" | "engine">): Document {
  const document = parseHtml(html, { ...options, prunes: true });
  placeStreamed(document, html);
  joinEasternLines(document, html);
  return document;
}

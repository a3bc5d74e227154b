import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata, type Metadata } from "../../../extractor/metadata/extract-metadata.ts";

const URL_OF_PAGE = "https://gazette.example/rivers/mill-reopens";

/** Enough prose that what stands behind it is far from the headline. */
export const LONG_BODY =
  "<p>The wheel turned for the first time in forty years, and half the valley came to see whether it would hold.</p>".repeat(
    20,
  );

/** What is read of a page with this head and body. */
export function metadataOf({
  head = "",
  body,
  url = URL_OF_PAGE,
}: {
  readonly head?: string;
  readonly body: string;
  readonly url?: string;
}): Metadata {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  return extractMetadata(parseHtml(html, { url, engine: "slim" }), { url });
}

import { decodeBody } from "../../crawler/decode-body.ts";
import { readHttpResponse } from "./http-response.ts";
import type { WarcRecord } from "./warc-record.ts";

/** A page of a WARC file, as HTML or as the plain text that a WET file holds. */
export interface WarcPage {
  readonly url: string | null;
  readonly source: { readonly html: string } | { readonly text: string };
}

/** Which records are pages: `warc` takes answers with HTML and plain text, `wet` only the text. */
export type WarcForm = "warc" | "wet";

const PAGE_TYPES: Readonly<Record<WarcForm, ReadonlySet<string>>> = {
  warc: new Set(["response", "resource", "conversion"]),
  wet: new Set(["conversion"]),
};

const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/iu;
const PLAIN = /^\s*text\/plain\b/iu;

/** Tells by a record's fields whether it may hold a page. */
export function mayHoldPage(fields: ReadonlyMap<string, string>, form: WarcForm): boolean {
  const type = fields.get("warc-type") ?? "";
  const content = fields.get("content-type") ?? "";
  if (!PAGE_TYPES[form].has(type)) {
    return false;
  }
  return type === "response"
    ? /^\s*application\/http\b/iu.test(content)
    : HTML.test(content) || PLAIN.test(content);
}

/** The page in a record; null for what is no page: an image, an error, a redirect. */
export async function pageOf({ fields, block }: WarcRecord): Promise<WarcPage | null> {
  const url = fields.get("warc-target-uri")?.replace(/^<(.*)>$/u, "$1") ?? null;
  const content = fields.get("content-type") ?? "";
  if (fields.get("warc-type") !== "response") {
    return HTML.test(content)
      ? { url, source: { html: decodeBody(block, content).html } }
      : {
          url,
          source: { text: decodeBody(block, `text/plain; charset=${charsetOf(content) ?? "utf-8"}`).html },
        };
  }
  const { status, headers, body } = await readHttpResponse(block);
  const type = headers.get("content-type") ?? fields.get("warc-identified-payload-type") ?? "";
  const isPage = status >= 200 && status < 300 && HTML.test(type) && body.length > 0;
  return isPage ? { url, source: { html: decodeBody(body, type).html } } : null;
}

function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^\s";,]+)/iu.exec(contentType)?.[1] ?? null;
}

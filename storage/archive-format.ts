import type { PageMeta } from "../types.ts";
import type { ArchivedPage } from "./page-archive.ts";

const LINE_FEED = 0x0a;

/**
 * An archived page's content: the page's facts as one line of JSON, a line feed, the body's bytes as they are. The
 * facts hold what a WARC record needs: URL, time, status, headers. Fields and headers stand in a fixed order, and fields
 * that are not page facts (a decoded `html`) are left out, so that the same page gives the same bytes.
 */
export function encodePage({ meta, body }: ArchivedPage): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(orderFacts(meta))}\n`), body]);
}

/** The reverse of encodePage. `content` has been checked against its hash. */
export function decodePage(content: Buffer): ArchivedPage {
  const end = content.indexOf(LINE_FEED);
  const meta = JSON.parse(content.toString("utf8", 0, end)) as PageMeta;
  return { meta, body: new Uint8Array(content.subarray(end + 1)) };
}

function orderFacts(meta: PageMeta): PageMeta {
  return {
    url: meta.url,
    finalUrl: meta.finalUrl,
    redirects: meta.redirects,
    status: meta.status,
    headers: Object.fromEntries(Object.entries(meta.headers).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    contentType: meta.contentType,
    charset: meta.charset,
    renderer: meta.renderer,
    fetchedAt: meta.fetchedAt,
    robots: { verdict: meta.robots.verdict, source: meta.robots.source },
    bytes: meta.bytes,
    ms: meta.ms,
  };
}

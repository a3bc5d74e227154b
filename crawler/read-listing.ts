import { PermanentError } from "../errors.ts";
import { decodeBody } from "./decode-body.ts";
import type { ListedUrl, Listing, ListingKind } from "./listing.ts";
import { streamContent } from "./read-content.ts";
import { readFeed } from "./read-feed.ts";
import {
  createTextSitemapReader,
  createXmlSitemapReader,
  SITEMAP_MAX_BYTES,
  type SitemapReader,
} from "./read-sitemap.ts";

/** Comments and processing instructions may stand before the root element; behind this many bytes none is looked for. */
const SNIFF_BYTES = 16 * 1024;

/** Types that may hold a feed or a sitemap; what they hold is seen from the file itself. */
const LISTING_TYPES =
  /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|xml|(?:feed\+)?json|(?:x-)?gzip|octet-stream|binary|plain)$/u;

/** What the beginning of a file says that it is. */
type Form = "sitemap" | "sitemap-index" | "text-sitemap" | "feed";

export interface ListingSource {
  /** The URL that answered. */
  readonly url: string;
  /** The Content-Type header with its parameters, or null. */
  readonly contentTypeHeader: string | null;
  /** Limit for a feed, which is read whole. */
  readonly maxFeedBytes: number;
}

/** Whether an answer of this type is worth a look; HTML is none of them, although some feeds come as it. */
export function mayBeListing(contentType: string | null): boolean {
  return contentType !== null && LISTING_TYPES.test(contentType);
}

function formOfRoot(name: string): Form | null {
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  if (local === "urlset") return "sitemap";
  if (local === "sitemapindex") return "sitemap-index";
  return local === "rss" || local === "feed" || local === "rdf" ? "feed" : null;
}

/** The form of the file that begins so; null when it is something else. UTF-16's zero bytes are passed over. */
export function sniffListing(start: Uint8Array): Form | null {
  const text = Buffer.from(start.subarray(0, SNIFF_BYTES))
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, "")
    .replaceAll("\0", "");
  if (/^\s*\{/u.test(text)) return /"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/u.test(text) ? "feed" : null;
  if (/^\s*https?:\/\/\S+\s*$/imu.test(text.split(/[\r\n]/u, 1)[0] ?? "")) return "text-sitemap";
  const root = /^(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>]*>)*<(?<name>[a-z][\w.-]*(?::[\w.-]+)?)/isu.exec(
    text,
  );
  return formOfRoot(root?.groups?.["name"] ?? "");
}

/** Reads ahead until there is enough to sniff, and gives everything back in order. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly start: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const ahead: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  while (bytes < SNIFF_BYTES && !ended) {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else {
      ahead.push(next.value);
      bytes += next.value.byteLength;
    }
  }
  async function* replay(): AsyncGenerator<Uint8Array> {
    try {
      yield* ahead;
      if (!ended) yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await iterator.return?.();
    }
  }
  return { start: Buffer.concat(ahead), all: replay() };
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** Sitemaps are UTF-8 by their protocol; some say otherwise in a byte order mark or the XML declaration. */
function decoderFor(start: Uint8Array): TextDecoder {
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/iu.exec(
    Buffer.from(start.subarray(0, 200)).toString("latin1").trimStart(),
  )?.[1];
  const utf16 = start[0] === 0xff && start[1] === 0xfe ? "utf-16le" : start[0] === 0xfe ? "utf-16be" : null;
  try {
    return new TextDecoder(utf16 ?? declared ?? "utf-8");
  } catch {
    return new TextDecoder("utf-8");
  }
}

async function readSitemap(
  chunks: AsyncIterable<Uint8Array>,
  decoder: TextDecoder,
  reader: SitemapReader,
): Promise<{ readonly cut: boolean }> {
  let left = SITEMAP_MAX_BYTES;
  for await (const chunk of chunks) {
    const part = chunk.byteLength > left ? chunk.subarray(0, left) : chunk;
    left -= part.byteLength;
    if (!reader.write(decoder.decode(part, { stream: true })) || part !== chunk) return { cut: true };
  }
  reader.write(decoder.decode());
  reader.end();
  return { cut: false };
}

async function readWholeFeed(chunks: AsyncIterable<Uint8Array>, source: ListingSource): Promise<Listing> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > source.maxFeedBytes) {
      const message = `${source.url} is larger than ${source.maxFeedBytes} bytes, the limit for one feed`;
      throw new PermanentError("too-large", message, { url: source.url });
    }
    parts.push(chunk);
  }
  return readFeed(decodeBody(Buffer.concat(parts), source.contentTypeHeader).html, source.url);
}

/**
 * Reads a feed or a sitemap as it arrives, gzip files too (sitemaps.org allows them under any name).
 * A sitemap takes the memory of its entries alone, whatever its size; behind 50,000 URLs or 50 MiB it is cut.
 * @throws PermanentError not-html when it is neither; too-large for a feed beyond its limit.
 */
export async function readListing(
  chunks: AsyncIterable<Uint8Array>,
  source: ListingSource,
): Promise<Listing> {
  const peeked = await peek(chunks);
  const { start, all } = isGzip(peeked.start) ? await peek(unzipped(peeked.all, source.url)) : peeked;
  const form = sniffListing(start);
  if (form === null) {
    await all[Symbol.asyncIterator]().return?.();
    const type = source.contentTypeHeader?.split(";", 1)[0] ?? "of no declared type";
    const message = `${source.url} is ${type}, neither an HTML page nor a feed or sitemap`;
    throw new PermanentError("not-html", message, { url: source.url });
  }
  if (form === "feed") return readWholeFeed(all, source);
  const entries: ListedUrl[] = [];
  const create = form === "text-sitemap" ? createTextSitemapReader : createXmlSitemapReader;
  const reader = create(source.url, (entry) => entries.push(entry));
  const { cut } = await readSitemap(all, decoderFor(start), reader);
  const kind: ListingKind = form === "sitemap-index" ? "sitemap-index" : "sitemap";
  return { kind, entries, cut };
}

function unzipped(chunks: AsyncIterable<Uint8Array>, url: string): AsyncIterable<Uint8Array> {
  // One byte more than a sitemap may have, so that the limit there speaks.
  const maxBytes = SITEMAP_MAX_BYTES + 1;
  return streamContent(chunks, { url, maxBytes, overflow: "cut", contentEncoding: "gzip" });
}

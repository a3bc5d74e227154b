import { mimeTypeOf } from "./content-type.ts";
import type { BodyReader, HttpAnswer, HttpHead } from "./http-client.ts";
import type { Listing } from "./listing.ts";
import type { EarlierPage } from "./page-fetcher.ts";
import { mayBeListing, readListing, sniffListing, type ListingSource } from "./read-listing.ts";
import { SITEMAP_MAX_BYTES } from "./read-sitemap.ts";

/** Finds the feed or sitemap in one answer. */
export interface ListingReader {
  /** Reads the body as it arrives where its type may hold a listing; null for HTML and what names no type. */
  readerFor(head: HttpHead): BodyReader | null;
  /** The listing that was read, or that the gathered body is although its type says HTML or nothing. */
  listingOf(answer: HttpAnswer): Promise<ReadBody | undefined>;
}

export interface ReadBody {
  readonly listing: Listing;
  /** The file itself; empty when it is too large to be kept. */
  readonly body: Uint8Array;
}

/** Larger feeds and sitemaps are not kept for the next run, which reads them anew. */
const KEPT_BYTES = 4 * 1024 * 1024;
const NOTHING = new Uint8Array();

/** Hands chunks on and remembers them, as long as they are few. */
function remembering(chunks: AsyncIterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly body: () => Uint8Array;
} {
  const state = { parts: [] as Uint8Array[], bytes: 0 };
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      state.bytes += chunk.byteLength;
      if (state.bytes > KEPT_BYTES) state.parts = [];
      else state.parts.push(chunk);
      yield chunk;
    }
  }
  return {
    chunks: pass(),
    body: () => (state.bytes > KEPT_BYTES ? NOTHING : new Uint8Array(Buffer.concat(state.parts))),
  };
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

function sourceOf({ url, headers }: HttpHead, maxFeedBytes: number): ListingSource {
  return { url, contentTypeHeader: headers["content-type"] ?? null, maxFeedBytes };
}

export function createListingReader(maxFeedBytes: number): ListingReader {
  const found: { read?: ReadBody } = {};
  return {
    readerFor(head) {
      if (!mayBeListing(mimeTypeOf(head.headers["content-type"] ?? null))) return null;
      return {
        // One byte more than a sitemap may have, so that the limit there speaks.
        maxBytes: SITEMAP_MAX_BYTES + 1,
        async read(chunks) {
          const kept = remembering(chunks);
          const listing = await readListing(kept.chunks, sourceOf(head, maxFeedBytes));
          found.read = { listing, body: listing.cut ? NOTHING : kept.body() };
        },
      };
    },
    listingOf: async (answer) => found.read ?? gathered(answer, maxFeedBytes),
  };
}

/** A feed or sitemap that came as HTML, or without a type. */
async function gathered(
  answer: HttpHead & { readonly body: Uint8Array },
  maxFeedBytes: number,
): Promise<ReadBody | undefined> {
  const { body } = answer;
  const form = sniffListing(body);
  if (form !== "feed" && form !== "sitemap" && form !== "sitemap-index") return undefined;
  const listing = await readListing(once(body), sourceOf(answer, maxFeedBytes));
  return { listing, body: body.byteLength > KEPT_BYTES ? NOTHING : body };
}

/** The listing in a file that was kept by an earlier run; undefined for a page. */
export async function readKeptListing({ meta, body }: EarlierPage): Promise<Listing | undefined> {
  const { finalUrl: url, status, headers, redirects } = meta;
  const head = { url, status, headers, redirects };
  if (!mayBeListing(meta.contentType)) return (await gathered({ ...head, body }, KEPT_BYTES))?.listing;
  return readListing(once(body), sourceOf(head, KEPT_BYTES));
}

import { mimeTypeOf } from "./content-type.ts";
import type { BodyReader, HttpAnswer, HttpHead } from "./http-client.ts";
import type { Listing } from "./listing.ts";
import { mayBeListing, readListing, sniffListing, type ListingSource } from "./read-listing.ts";
import { SITEMAP_MAX_BYTES } from "./read-sitemap.ts";

/** Finds the feed or sitemap in one answer. */
export interface ListingReader {
  /** Reads the body as it arrives where its type may hold a listing; null for HTML and what names no type. */
  readerFor(head: HttpHead): BodyReader | null;
  /** The listing that was read, or that the gathered body is although its type says HTML or nothing. */
  listingOf(answer: HttpAnswer): Promise<Listing | undefined>;
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

export function createListingReader(maxFeedBytes: number): ListingReader {
  const found: { listing?: Listing } = {};
  const sourceOf = ({ url, headers }: HttpHead): ListingSource => ({
    url,
    contentTypeHeader: headers["content-type"] ?? null,
    maxFeedBytes,
  });
  return {
    readerFor(head) {
      if (!mayBeListing(mimeTypeOf(head.headers["content-type"] ?? null))) return null;
      return {
        // One byte more than a sitemap may have, so that the limit there speaks.
        maxBytes: SITEMAP_MAX_BYTES + 1,
        async read(chunks) {
          found.listing = await readListing(chunks, sourceOf(head));
        },
      };
    },
    async listingOf(answer) {
      if (found.listing !== undefined) return found.listing;
      const form = sniffListing(answer.body);
      return form === "feed" || form === "sitemap" || form === "sitemap-index"
        ? readListing(once(answer.body), sourceOf(answer))
        : undefined;
    },
  };
}

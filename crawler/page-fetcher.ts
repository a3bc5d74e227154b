import type { FetchedPage, PageMeta, PageRequest } from "../types.ts";
import type { TakeTurn } from "./host-turn.ts";
import type { Listing } from "./listing.ts";

/** A fetched page with its body's bytes after content decoding, as the page archive keeps them. */
export interface FetchedBody {
  readonly page: FetchedPage;
  readonly body: Uint8Array;
  /** What a feed or sitemap names, where the fetcher reads them. The page's HTML is empty then; so is the body of a large one. */
  readonly listing?: Listing;
}

/** A page as it was fetched before. */
export interface EarlierPage {
  readonly meta: PageMeta;
  /** After content decoding, as the page archive keeps it. */
  readonly body: Uint8Array;
}

/** URL in, page out: HTTP first, the browser when the page needs one. */
export interface PageFetcher {
  /**
   * Fetches one page, following redirects.
   * @param takeTurn Asked before every request: robots.txt, the page, its redirects, the browser's documents.
   * @throws PermanentError (not-html, http-status 4xx, address-refused, robots-disallowed, too-large,
   *   redirect-loop, invalid-url) or TransientError (timeout, connection-failed, host-not-found, http-status 5xx/429).
   */
  fetch(request: PageRequest, signal?: AbortSignal, takeTurn?: TakeTurn): Promise<FetchedBody>;
  /**
   * Fetches a page that was fetched before, asking for it only if it has changed (ETag, Last-Modified).
   * @returns null when it has not: status 304, or the same bytes from the same URL.
   * @throws as `fetch` does.
   */
  fetchIfChanged(
    request: PageRequest,
    earlier: EarlierPage,
    context?: { readonly signal?: AbortSignal | undefined; readonly takeTurn?: TakeTurn | undefined },
  ): Promise<FetchedBody | null>;
  /**
   * The sitemaps that the robots.txt of the URL's origin names, normalised; none where it is not asked.
   * @throws TransientError when the file is unreachable for now.
   */
  sitemaps(url: string, signal?: AbortSignal, takeTurn?: TakeTurn): Promise<readonly string[]>;
  /** Closes connections and the browser, if one was started. */
  close(): Promise<void>;
}

import type { FetchedPage, PageRequest } from "../types.ts";
import type { TakeTurn } from "./host-turn.ts";

/** A fetched page with its body's bytes after content decoding, as the page archive keeps them. */
export interface FetchedBody {
  readonly page: FetchedPage;
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
  /** Closes connections and the browser, if one was started. */
  close(): Promise<void>;
}

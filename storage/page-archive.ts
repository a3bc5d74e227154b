import type { PageMeta } from "../types.ts";

export interface ArchivedPage {
  readonly meta: PageMeta;
  /** The body after content decoding, before character decoding. */
  readonly body: Uint8Array;
}

/** Raw pages, compressed and content-addressed, so that any article can be extracted again without the network. */
export interface PageArchive {
  /** Keeps a page and answers its key. The same page and facts give the same key; written whole or not at all. */
  put(page: ArchivedPage): Promise<string>;
  /**
   * The page under a key, or null when there is none.
   * @throws UsageError for what is no key; PermanentError (data-folder) for a damaged page.
   */
  get(key: string): Promise<ArchivedPage | null>;
  /** Every key, in ascending order. */
  keys(): AsyncIterable<string>;
}

import type { PageMeta } from "../types.ts";

export interface ArchivedPage {
  readonly meta: PageMeta;
  readonly body: Uint8Array;
}

/** Raw pages, compressed and content-addressed, so that any article can be extracted again without the network. */
export interface PageArchive {
  /** Keeps a page and answers its key. The same page and facts give the same key; written whole or not at all. */
  put(page: ArchivedPage): Promise<string>;
  get(key: string): Promise<ArchivedPage | null>;
}

import type { ServerParts } from "../server-parts.ts";
import type { DocumentCache } from "./document-cache.ts";
import type { JobKind } from "./jobs.ts";

/** Both versions of the API speak of the same things; this is where they differ. */
export interface Version {
  readonly name: "v1" | "v2";
  /** How a listed URL stands in the answer of `map`. */
  readonly link: (url: string) => unknown;
  /** Whose jobs are answered under `/crawl`: the first version's client asks for its batches there. */
  readonly underCrawl: readonly JobKind[];
}

export const VERSIONS: readonly Version[] = [
  { name: "v1", link: (url) => url, underCrawl: ["crawl", "batch"] },
  { name: "v2", link: (url) => ({ url }), underCrawl: ["crawl"] },
];

/** What the routes of either version work with. */
export interface FirecrawlContext {
  readonly parts: ServerParts;
  readonly cache: DocumentCache;
}

import { createHash } from "node:crypto";
import type { ArticleRecord, Extraction, FetchReport, PageMeta } from "../types.ts";
import { foldSpace } from "./blocks.ts";

export interface RecordOptions {
  /** The address of the page; null for HTML from a file or a pipe. */
  readonly url: string | null;
  /** A JSONL line's own id; absent for a page that is known by its URL. */
  readonly id?: string;
  readonly fetch: FetchReport | null;
  /** Name of the source that found the page; absent for a one-off. */
  readonly source?: string | null;
}

/** Characters of an id: 64 bits of a SHA-256 in hex, enough for some billions of pages. */
const ID_LENGTH = 16;

/** The record that Galley prints, stores and feeds to others: an extraction with its identity and its fetch. */
export function toArticleRecord(
  extraction: Extraction,
  { url, id, fetch, source = null }: RecordOptions,
): ArticleRecord {
  const contentHash = sha256(foldSpace(extraction.articleBody));
  return {
    schemaVersion: 1,
    id: id ?? sha256(extraction.canonicalUrl ?? url ?? contentHash).slice(0, ID_LENGTH),
    url,
    source,
    ...extraction,
    fetch,
    dedup: { contentHash, clusterId: null, relation: null, of: null },
  };
}

/** The facts of a fetch that stay with the article; `pageKey` is the raw page's key in the archive, if it is kept there. */
export function fetchReportOf(page: PageMeta, pageKey: string | null = null): FetchReport {
  const { status, finalUrl, fetchedAt, renderer, robots, bytes, ms, headers } = page;
  return {
    status,
    finalUrl,
    fetchedAt,
    renderer,
    etag: headers["etag"] ?? null,
    lastModified: headers["last-modified"] ?? null,
    robots,
    bytes,
    ms,
    pageKey,
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

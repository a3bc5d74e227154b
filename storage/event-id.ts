import { createHash } from "node:crypto";
import type { StoredArticle } from "../types.ts";

/**
 * The event's id: SHA-256 (hex) of url, contentHash and extractor version, one a line. The same article found again
 * gives the same id, so that a consumer can drop what it has seen.
 *
 * A store's second event of the same id would be news dropped by such a consumer: a text that went back to an earlier
 * one, a headline changed alone, a page that now names another canonical URL. In that case the article's id and its
 * revision number are hashed as further lines, and a count where even that was there (an article that came back after
 * it had been removed).
 */
export function eventId(article: StoredArticle, isTaken: (id: string) => boolean): string {
  const parts = [article.url, article.dedup.contentHash, article.extraction.version];
  const id = sha256(parts);
  return isTaken(id) ? firstFree([...parts, article.id, String(article.revision.n)], isTaken) : id;
}

/** What a removal needs to know of an article. */
export interface RemovedArticle {
  readonly id: string;
  readonly url: string;
  readonly contentHash: string;
  readonly revision: number;
}

/** The id of a `removed` event: the word `removed`, url, contentHash, article id and revision number, one a line. */
export function removalId(article: RemovedArticle, isTaken: (id: string) => boolean): string {
  return firstFree(
    ["removed", article.url, article.contentHash, article.id, String(article.revision)],
    isTaken,
  );
}

function firstFree(parts: readonly string[], isTaken: (id: string) => boolean): string {
  let id = sha256(parts);
  for (let count = 2; isTaken(id); count += 1) id = sha256([...parts, String(count)]);
  return id;
}

function sha256(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

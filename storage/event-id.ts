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
  return firstFree(eventIds(article), isTaken);
}

/** The ids that an event may have, the first free one to be taken. */
export function* eventIds(article: StoredArticle): Generator<string, never> {
  const parts = [article.url, article.dedup.contentHash, article.extraction.version];
  yield sha256(parts);
  return yield* counted([...parts, article.id, String(article.revision.n)]);
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
  return firstFree(removalIds(article), isTaken);
}

/** As eventIds. */
export function removalIds(article: RemovedArticle): Generator<string, never> {
  return counted(["removed", article.url, article.contentHash, article.id, String(article.revision)]);
}

function* counted(parts: readonly string[]): Generator<string, never> {
  yield sha256(parts);
  for (let count = 2; ; count += 1) yield sha256([...parts, String(count)]);
}

function firstFree(ids: Generator<string, never>, isTaken: (id: string) => boolean): string {
  for (;;) {
    const { value } = ids.next();
    if (!isTaken(value)) return value;
  }
}

function sha256(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

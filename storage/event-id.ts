import { createHash } from "node:crypto";
import type { StoredArticle } from "../types.ts";

/**
 * The event's id: SHA-256 (hex) of url, contentHash and extractor version, one a line. The same article found again
 * gives the same id, so that a consumer can drop what it has seen.
 *
 * A store's second event of the same id would be news dropped by such a consumer: a text that went back to an earlier
 * one, a headline changed alone, a page that now names another canonical URL. In that case the article's id and its
 * revision number are hashed as further lines.
 */
export function eventId(article: StoredArticle, isTaken: (id: string) => boolean): string {
  const parts = [article.url, article.dedup.contentHash, article.extraction.version];
  const id = sha256(parts);
  return isTaken(id) ? sha256([...parts, article.id, String(article.revision.n)]) : id;
}

function sha256(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

import { hash } from "node:crypto";
import type { StorableArticle } from "./article-store.ts";
import { NEWS_FIELDS, imageText } from "./revise-article.ts";

/** 128 bits: a false "unchanged" once in 2^128 pairs. */
const DIGEST_BYTES = 16;

/**
 * What decides whether a put is unchanged, in two digests one after another: the facts whose change is news, and the
 * extractor's version. A store that keeps it beside a record need not read the record to find that nothing changed; by
 * another version of the extractor it must, since then a better rendering is news too.
 */
export function digestArticle(article: StorableArticle): Buffer {
  const news = NEWS_FIELDS.map((field) => article[field]);
  // JSON escapes lone surrogates, which would all look alike in UTF-8.
  return Buffer.concat([
    digest(JSON.stringify([article.dedup.contentHash, imageText(article), news])),
    digest(JSON.stringify(article.extraction.version)),
  ]);
}

function digest(text: string): Buffer {
  return hash("sha256", text, "buffer").subarray(0, DIGEST_BYTES);
}

import { hash } from "node:crypto";
import type { StorableArticle } from "./article-store.ts";
import { NEWS_FIELDS, imageText } from "./revise-article.ts";

/** 128 bits: a false "unchanged" once in 2^128 pairs. */
const DIGEST_BYTES = 16;

/**
 * What decides whether a put is unchanged, in three digests one after another: the facts whose change is news, the
 * extractor's version, and the rendering, whose change is news only after the version's. A store that keeps it beside the
 * record need not read the record to find that nothing changed.
 */
export function digestArticle(article: StorableArticle): Buffer {
  const news = NEWS_FIELDS.map((field) => article[field]);
  const { version, pageType } = article.extraction;
  return Buffer.concat([
    digest(JSON.stringify([article.dedup.contentHash, imageText(article), news])),
    digest(version),
    digest(`${pageType} ${article.markdown.length} ${article.markdown}${article.html}`),
  ]);
}

/** The rule of revise-article.ts on digests. */
export function isUnchanged(before: Uint8Array, now: Buffer): boolean {
  const same = (part: number): boolean => {
    const [start, end] = [part * DIGEST_BYTES, (part + 1) * DIGEST_BYTES];
    return now.compare(before, start, end, start, end) === 0;
  };
  return before.length === now.length && same(0) && (same(1) || same(2));
}

/** JSON escapes lone surrogates; that a rendering's would all look alike harms nothing. */
function digest(text: string): Buffer {
  return hash("sha256", text, "buffer").subarray(0, DIGEST_BYTES);
}

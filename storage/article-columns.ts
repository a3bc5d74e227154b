import type { StoredArticle } from "../types.ts";
import { type ArticleFacets, facetsOf } from "./article-filter.ts";

/** What a database repeats of a record in columns, to be listed and filtered by. */
export interface ArticleColumns extends ArticleFacets {
  readonly url: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly inLanguage: string | null;
  readonly wordCount: number;
  readonly fetchedAt: string | null;
}

/** `language` is the first part of the tag: a filter asks for that before it looks at the rest. */
export function columnsOf(stored: StoredArticle): ArticleColumns {
  const facets = facetsOf(stored);
  return {
    ...facets,
    language: facets.language?.split("-", 1)[0] ?? null,
    url: stored.url,
    revision: stored.revision.n,
    contentHash: stored.dedup.contentHash,
    headline: columnText(stored.headline),
    datePublished: columnText(stored.datePublished),
    inLanguage: columnText(stored.inLanguage),
    wordCount: stored.wordCount,
    fetchedAt: stored.fetch?.fetchedAt ?? null,
  };
}

/** Text that every tool can read from a column; the record keeps the exact string. */
function columnText(text: string | null): string | null {
  return text === null ? null : text.toWellFormed().replaceAll("\0", "\u{FFFD}");
}

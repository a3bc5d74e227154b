import type { StoredArticle } from "../types.ts";
import { type ArticleFacets, facetsOf } from "./article-filter.ts";

type Value = string | number | null;
type Column = readonly [name: string, valueOf: (stored: StoredArticle, facets: ArticleFacets) => Value];

/** What a database repeats of a record in columns of `articles`, to be listed and filtered by: the one list of them. */
const COLUMNS: readonly Column[] = [
  ["url", ({ url }) => url],
  ["revision", ({ revision }) => revision.n],
  ["content_hash", ({ dedup }) => dedup.contentHash],
  ["headline", ({ headline }) => columnText(headline)],
  ["date_published", ({ datePublished }) => columnText(datePublished)],
  ["in_language", ({ inLanguage }) => columnText(inLanguage)],
  ["page_type", (_, { pageType }) => pageType],
  ["word_count", ({ wordCount }) => wordCount],
  ["fetched_at", ({ fetch }) => fetch?.fetchedAt ?? null],
  ["source", (_, { source }) => source],
  ["host", (_, { host }) => host],
  // The first part of the tag: a filter asks for that before it looks at the rest.
  ["language", (_, { language }) => language?.split("-", 1)[0] ?? null],
  ["published_at", (_, { publishedAt }) => publishedAt],
];

export const RECORD_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** The values of an article in the order of RECORD_COLUMNS; a list of the caller's own, to be added to. */
export function recordValues<More = never>(stored: StoredArticle): (Value | More)[] {
  const facets = facetsOf(stored);
  return COLUMNS.map(([, valueOf]) => valueOf(stored, facets));
}

/** Text that every tool can read from a column; the record keeps the exact string. */
function columnText(text: string | null): string | null {
  return text === null ? null : text.toWellFormed().replaceAll("\0", "\u{FFFD}");
}

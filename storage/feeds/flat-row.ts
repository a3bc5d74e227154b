import type { FeedItem } from "./feed-item.ts";

export type CellKind = "text" | "integer" | "number" | "boolean" | "time" | "json";

/** A cell: text, a number, a truth value, a time in epoch milliseconds, or null where the fact is absent. */
export type Cell = string | number | boolean | null;

export interface Column {
  readonly name: string;
  readonly kind: CellKind;
  readonly cell: (item: FeedItem) => Cell;
}

const text = (name: string, cell: (item: FeedItem) => string | null | undefined): Column => ({
  name,
  kind: "text",
  cell: (item) => cell(item) ?? null,
});
const time = (name: string, cell: (item: FeedItem) => string | null | undefined): Column => ({
  name,
  kind: "time",
  cell(item) {
    const value = Date.parse(cell(item) ?? "");
    return Number.isNaN(value) ? null : value;
  },
});

/**
 * The columns of tables that a feed is written into, in their order; new ones are added at the end. Dates of the article stay
 * text, as precise as the source wrote them; `record` is all of it, as JSON.
 */
export const COLUMNS: readonly Column[] = [
  { name: "cursor", kind: "integer", cell: ({ seq }) => seq },
  text("event_id", ({ id }) => id),
  text("event_type", ({ type }) => type),
  time("event_at", ({ at }) => at),
  text("article_id", ({ articleId }) => articleId),
  { name: "revision", kind: "integer", cell: ({ revision }) => revision },
  text("url", ({ article }) => article?.url),
  text("canonical_url", ({ article }) => article?.canonicalUrl),
  text("source", ({ article }) => article?.source),
  text("headline", ({ article }) => article?.headline),
  text("description", ({ article }) => article?.description),
  text("authors", ({ article }) => article?.author.map(({ name }) => name).join("; ")),
  text("publisher", ({ article }) => article?.publisher?.name),
  text("section", ({ article }) => article?.articleSection),
  text("date_published", ({ article }) => article?.datePublished),
  text("date_modified", ({ article }) => article?.dateModified),
  text("language", ({ article }) => article?.inLanguage),
  text("keywords", ({ article }) => article?.keywords.join("; ")),
  { name: "word_count", kind: "integer", cell: ({ article }) => article?.wordCount ?? null },
  { name: "free", kind: "boolean", cell: ({ article }) => article?.isAccessibleForFree ?? null },
  { name: "confidence", kind: "number", cell: ({ article }) => article?.extraction.confidence ?? null },
  time("fetched_at", ({ article }) => article?.fetch?.fetchedAt),
  text("content_hash", ({ contentHash }) => contentHash),
  text("extractor_version", ({ article }) => article?.extraction.version),
  text("article_body", ({ article }) => article?.articleBody),
  text("markdown", ({ article }) => article?.markdown),
  text("html", ({ article }) => article?.html),
  {
    name: "record",
    kind: "json",
    cell: ({ article }) => (article === null ? null : JSON.stringify(article)),
  },
];

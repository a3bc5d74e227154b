import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { type FacetFilter, facetFilter } from "./article-filter.ts";
import type { ArticlePage, ListOptions, SearchOptions } from "./article-store.ts";
import {
  checkLimit,
  cursorToId,
  cursorToSeq,
  cursorToSeqBefore,
  cutPage,
  idToCursor,
  seqToCursor,
} from "./list-cursor.ts";
import { parseRecord } from "./parse-record.ts";
import type { PostgresTables } from "./postgres-schema.ts";
import { type SearchPhrase, parseQuery } from "./search-query.ts";

type Question<T> = (db: Kysely<PostgresTables>) => Promise<T>;

interface Order {
  readonly column: "a.seq" | "a.id";
  /** What of the column lies behind a cursor. */
  readonly side: ">" | "<";
  readonly direction: "asc" | "desc";
  readonly cursorTo: (after: string | null) => string;
  readonly cursorOf: (row: Row) => string;
}

const seqCursor = (row: Row): string => seqToCursor(Number(row.seq));
const idCursor = (row: Row): string => idToCursor(row.id);

const ORDERS: Readonly<Record<NonNullable<ListOptions["order"]>, Order>> = {
  stored: {
    column: "a.seq",
    side: ">",
    direction: "asc",
    cursorTo: (after) => String(cursorToSeq(after)),
    cursorOf: seqCursor,
  },
  latest: {
    column: "a.seq",
    side: "<",
    direction: "desc",
    cursorTo: (after) => String(cursorToSeqBefore(after)),
    cursorOf: seqCursor,
  },
  id: { column: "a.id", side: ">", direction: "asc", cursorTo: cursorToId, cursorOf: idCursor },
};

/** @throws UsageError */
export function listQuestion({ after, limit, filter, order = "stored" }: ListOptions): Question<ArticlePage> {
  checkLimit(limit);
  const { column, side, direction, cursorTo, cursorOf } = ORDERS[order];
  const start = cursorTo(after);
  const facets = facetFilter(filter);
  return async (db) => {
    const query = currentRecords(db)
      .where(column, side, start)
      .orderBy(column, direction)
      .limit(limit + 1);
    return toPage(await filtered(query, facets).execute(), limit, cursorOf);
  };
}

/** @throws UsageError */
export function searchQuestion({ query, after, limit, filter }: SearchOptions): Question<ArticlePage> {
  checkLimit(limit);
  const start = cursorToSeqBefore(after);
  const facets = facetFilter(filter);
  const match = matchExpression(query);
  return async (db) => {
    if (match === null) return { articles: [], next: null };
    const found = currentRecords(db)
      .innerJoin("article_words as w", "w.article_seq", "a.seq")
      .where(sql<boolean>`w.words @@ ${match}::tsquery`)
      .where("a.seq", "<", String(start))
      .orderBy("a.seq", "desc")
      .limit(limit + 1);
    return toPage(await filtered(found, facets).execute(), limit, seqCursor);
  };
}

interface Row {
  readonly seq: string;
  readonly id: string;
  readonly record: string;
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- Kysely's own type of the joined tables
function currentRecords(db: Kysely<PostgresTables>) {
  return db
    .selectFrom("articles as a")
    .innerJoin("revisions as r", (join) =>
      join.onRef("r.article_seq", "=", "a.seq").onRef("r.n", "=", "a.revision"),
    )
    .select(["a.seq", "a.id", "r.record"]);
}

function filtered<Tables extends { a: PostgresTables["articles"] }>(
  query: SelectQueryBuilder<Tables, keyof Tables, Row>,
  filter: FacetFilter,
): SelectQueryBuilder<Tables, keyof Tables, Row> {
  const { source, host, language, pageType, from, until } = filter;
  const conditions = [
    source === null ? null : sql<boolean>`a.source = ${source}`,
    host === null ? null : sql<boolean>`a.host = ${host}`,
    language === null ? null : sql<boolean>`a.language = ${language.split("-", 1)[0]}`,
    language?.includes("-") === true
      ? sql<boolean>`starts_with(lower(a.in_language) || '-', ${`${language}-`})`
      : null,
    pageType === null ? null : sql<boolean>`a.page_type = ${pageType}`,
    from === null ? null : sql<boolean>`a.published_at >= ${from}`,
    until === null ? null : sql<boolean>`a.published_at < ${until}`,
  ];
  return conditions
    .filter((condition) => condition !== null)
    .reduce((query, condition) => query.where(condition), query);
}

/** A query as tsquery's own text (https://www.postgresql.org/docs/current/datatype-textsearch.html), which no parser splits. */
function matchExpression(query: string): string | null {
  const { wanted, unwanted } = parseQuery(query);
  if (wanted.length === 0) return null;
  return [...wanted.map(phraseExpression), ...unwanted.map((phrase) => `!${phraseExpression(phrase)}`)].join(
    " & ",
  );
}

/** Tokens hold letters, digits and marks alone, so that quotes are enough. */
function phraseExpression({ tokens, open }: SearchPhrase): string {
  return `(${tokens.map((token) => `'${token}'`).join(" <-> ")}${open ? ":*" : ""})`;
}

function toPage(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): ArticlePage {
  const { items, next } = cutPage(rows, limit, cursorOf);
  return { articles: items.map(({ record }) => parseRecord(record)), next };
}

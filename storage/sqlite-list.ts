import type { DatabaseSync, StatementSync } from "node:sqlite";
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
import { type SearchPhrase, parseQuery } from "./search-query.ts";
import { keyTables } from "./sqlite-keys.ts";

/** Looking at so many one after another takes some 10 ms. */
const NEAR_ARTICLES = 20_000;

type Value = string | number;
type Row = Readonly<Record<string, unknown>>;

/** Questions with a filter: asking is separate from checking, so that a lock's second attempt asks alone. */
export interface SqliteLists {
  /** @throws UsageError */
  list(options: ListOptions): () => ArticlePage;
  /** @throws UsageError */
  search(options: SearchOptions): () => ArticlePage;
}

interface Order {
  readonly column: "a.seq" | "a.id";
  /** What of the column lies behind a cursor. */
  readonly side: ">" | "<";
  readonly direction: "ASC" | "DESC";
  readonly cursorTo: (after: string | null) => Value;
  readonly cursorOf: (row: Row) => string;
}

const seqCursor = (row: Row): string => seqToCursor(Number(row["seq"]));
const idCursor = (row: Row): string => idToCursor(String(row["id"]));

const ORDERS: Readonly<Record<NonNullable<ListOptions["order"]>, Order>> = {
  stored: { column: "a.seq", side: ">", direction: "ASC", cursorTo: cursorToSeq, cursorOf: seqCursor },
  latest: { column: "a.seq", side: "<", direction: "DESC", cursorTo: cursorToSeqBefore, cursorOf: seqCursor },
  id: { column: "a.id", side: ">", direction: "ASC", cursorTo: cursorToId, cursorOf: idCursor },
};

interface ListQuestion {
  readonly filter: FacetFilter;
  readonly order: Order;
  readonly start: Value;
  readonly limit: number;
}

export function sqliteLists(db: DatabaseSync): SqliteLists {
  /** Statements by their text: as many as there are combinations of filters in use. */
  const prepared = new Map<string, StatementSync>();

  function ask(text: string, values: readonly Value[]): Row[] {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    return statement.all(...values);
  }

  /**
   * A page of a list. Dates follow the order of storing roughly: either the next articles pass the filter, or it is faster
   * to put those of these dates in order than to pass over all the others.
   */
  function listPage(question: ListQuestion): Row[] {
    const { filter, order, limit } = question;
    if (order.column === "a.id") return askInOrderOfIds(question);
    if (filter.from === null && filter.until === null) return askList(question, {});
    const near = askList(question, { window: NEAR_ARTICLES });
    return near.length === limit ? near : askList(question, { index: "articles_published" });
  }

  /** The inner question is answered from an index alone where the filter allows it. */
  function askList(
    { filter, order, start, limit }: ListQuestion,
    { window, index }: { readonly window?: number; readonly index?: string },
  ): Row[] {
    const where = conditions(filter);
    const { side, direction } = order;
    const near = side === ">" ? "a.seq <= ? + ?" : "a.seq >= min(?, (SELECT max(seq) FROM articles)) - ?";
    const text = `SELECT a.seq FROM articles a ${index === undefined ? "" : `INDEXED BY ${index}`}
      WHERE a.seq ${side} ?${where.text}${window === undefined ? "" : ` AND ${near}`}
      ORDER BY a.seq ${direction} LIMIT ?`;
    return ask(recordsOf(text, order), [
      start,
      ...where.values,
      ...(window === undefined ? [] : [start, window]),
      limit,
    ]);
  }

  /** Each table of the index is in order for itself, and SQLite merges them. */
  function askInOrderOfIds({ filter, order, start, limit }: ListQuestion): Row[] {
    const where = conditions(filter);
    const parts = keyTables("article_keys").map(
      (table) => `SELECT k.key, a.seq FROM ${table} k CROSS JOIN articles a ON a.seq = k.seq
        WHERE k.key > ?${where.text}`,
    );
    const text = `${parts.join(" UNION ALL ")} ORDER BY 1 LIMIT ?`;
    const values = [start, ...where.values];
    return ask(recordsOf(text, order), [...parts.flatMap(() => values), limit]);
  }

  return {
    list({ after, limit, filter, order = "stored" }) {
      checkLimit(limit);
      const { cursorTo, cursorOf } = ORDERS[order];
      const question = {
        filter: facetFilter(filter),
        order: ORDERS[order],
        start: cursorTo(after),
        limit: limit + 1,
      };
      return () => toPage(listPage(question), limit, cursorOf);
    },
    search({ query, after, limit, filter }) {
      checkLimit(limit);
      const start = cursorToSeqBefore(after);
      const where = conditions(facetFilter(filter));
      const match = matchExpression(query);
      const text = `SELECT a.seq, r.record FROM search s CROSS JOIN articles a ON a.seq = s.rowid
        CROSS JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision
        WHERE s.words MATCH ? AND s.rowid < ?${where.text} ORDER BY s.rowid DESC LIMIT ?`;
      return () =>
        match === null
          ? { articles: [], next: null }
          : toPage(ask(text, [match, start, ...where.values, limit + 1]), limit, seqCursor);
    },
  };
}

/** The records of the articles that a question in SQL finds, in their order. */
function recordsOf(question: string, { column, direction }: Order): string {
  return `SELECT a.seq, a.id, r.record FROM (${question}) found
    CROSS JOIN articles a ON a.seq = found.seq
    CROSS JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision ORDER BY ${column} ${direction}`;
}

/** A filter as conditions on columns; nothing of it but placeholders stands in the text. */
function conditions(filter: FacetFilter): { readonly text: string; readonly values: readonly Value[] } {
  const subtags = filter.language?.includes("-") === true ? filter.language : null;
  const all: readonly (readonly [string, Value | null])[] = [
    ["a.source = ?", filter.source],
    ["a.host = ?", filter.host],
    ["a.language = ?", filter.language?.split("-", 1)[0] ?? null],
    ["lower(a.in_language) || '-' GLOB ? || '-*'", subtags?.replaceAll(/[*?[]/gu, "[$&]") ?? null],
    ["a.page_type = ?", filter.pageType],
    ["a.published_at >= ?", filter.from],
    ["a.published_at < ?", filter.until],
  ];
  const used = all.filter(([, value]) => value !== null);
  return {
    text: used.map(([text]) => ` AND ${text}`).join(""),
    values: used.map(([, value]) => value as Value),
  };
}

/** A query in FTS5's language (https://sqlite.org/fts5.html, "Full-text Query Syntax"); null where nothing is wanted. */
function matchExpression(query: string): string | null {
  const { wanted, unwanted } = parseQuery(query);
  if (wanted.length === 0) return null;
  const all = `(${wanted.map(phraseExpression).join(" AND ")})`;
  return unwanted.length === 0 ? all : `${all} NOT (${unwanted.map(phraseExpression).join(" OR ")})`;
}

/** Tokens hold letters, digits and marks alone, so that quotes are enough. */
function phraseExpression({ tokens, open }: SearchPhrase): string {
  return `"${tokens.join(" ")}"${open ? " *" : ""}`;
}

function toPage(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): ArticlePage {
  const { items, next } = cutPage(rows, limit, cursorOf);
  return { articles: items.map((row) => parseRecord(String(row["record"]))), next };
}

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
  readonly column: string;
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

export function sqliteLists(db: DatabaseSync): SqliteLists {
  /** Statements by their text: as many as there are combinations of filters in use. */
  const prepared = new Map<string, StatementSync>();

  function ask(text: string, values: readonly Value[]): Row[] {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    return statement.all(...values);
  }

  return {
    list({ after, limit, filter, order = "stored" }) {
      checkLimit(limit);
      const { column, side, direction, cursorTo, cursorOf } = ORDERS[order];
      const start = cursorTo(after);
      const where = conditions(facetFilter(filter));
      const text = `SELECT a.seq, a.id, r.record FROM articles a CROSS JOIN revisions r ON r.article_seq = a.seq
        AND r.n = a.revision WHERE ${column} ${side} ?${where.text} ORDER BY ${column} ${direction} LIMIT ?`;
      return () => toPage(ask(text, [start, ...where.values, limit + 1]), limit, cursorOf);
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

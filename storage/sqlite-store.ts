import type { DatabaseSync } from "node:sqlite";
import type { StoredArticle } from "../types.ts";
import type { ArticleEvent, ArticleStore, PutOutcome, StorableArticle } from "./article-store.ts";
import { checkKeys, serialiseRecord } from "./check-article.ts";
import { eventId } from "./event-id.ts";
import { type PutResult, groupPuts } from "./group-puts.ts";
import { checkLimit, checkSeq, cursorToSeq, seqToCursor } from "./list-cursor.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";
import { inTransaction, openSqliteFile } from "./sqlite-connection.ts";
import { isSqliteError } from "./sqlite-errors.ts";

const SQL = {
  current: `SELECT a.seq, r.record FROM articles a JOIN revisions r
            ON r.article_seq = a.seq AND r.n = a.revision WHERE a.id = ?`,
  revisions: `SELECT r.record FROM articles a JOIN revisions r ON r.article_seq = a.seq WHERE a.id = ? ORDER BY r.n`,
  list: `SELECT a.seq, r.record FROM articles a JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision
         WHERE a.seq > ? ORDER BY a.seq LIMIT ?`,
  events: `SELECT seq, lower(hex(id)) AS id, type, article_id AS articleId, content_hash AS contentHash, at
           FROM events WHERE seq > ? ORDER BY seq LIMIT ?`,
  count: `SELECT count(*) AS value FROM articles`,
  eventTaken: `SELECT 1 FROM events WHERE id = ?`,
  addArticle: `INSERT INTO articles (id, url, revision, content_hash, headline, date_published,
                 in_language, page_type, word_count, fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  changeArticle: `UPDATE articles SET url = ?, revision = ?, content_hash = ?, headline = ?, date_published = ?,
                    in_language = ?, page_type = ?, word_count = ?, fetched_at = ? WHERE seq = ?`,
  addRevision: `INSERT INTO revisions (article_seq, n, stored_at, record) VALUES (?, ?, ?, ?)`,
  addEvent: `INSERT INTO events (id, type, article_id, content_hash, at) VALUES (?, ?, ?, ?, ?)`,
} as const;

type Statements = { readonly [Name in keyof typeof SQL]: ReturnType<DatabaseSync["prepare"]> };

/**
 * Articles in one SQLite file. Any number of processes may read and write it at once.
 * @throws UsageError (data-folder)
 */
export async function openSqliteStore(path: string): Promise<ArticleStore> {
  const connection = await openSqliteFile(path);
  const sql = prepareAll(connection.db);
  const puts = groupPuts((batches) =>
    connection.run(() =>
      inTransaction(connection.db, () => batches.map((batch) => putBatch(connection.db, sql, batch))),
    ),
  );
  let closed = false;
  return {
    async put(articles) {
      if (closed) throw new Error(`The store ${path} is closed.`);
      for (const article of articles) checkKeys(article);
      return articles.length === 0 ? [] : puts.put(articles);
    },
    async get(id) {
      const row = await connection.run(() => sql.current.get(id));
      return row === undefined ? null : parseRecord(row["record"]);
    },
    async revisions(id) {
      const rows = await connection.run(() => sql.revisions.all(id));
      return rows.map((row) => parseRecord(row["record"]));
    },
    async list({ after, limit }) {
      checkLimit(limit);
      const start = cursorToSeq(after);
      const rows = await connection.run(() => sql.list.all(start, limit + 1));
      const page = rows.slice(0, limit);
      return {
        articles: page.map((row) => parseRecord(row["record"])),
        next: rows.length > limit ? seqToCursor(Number(page.at(-1)?.["seq"])) : null,
      };
    },
    async events({ after, limit }) {
      checkLimit(limit);
      checkSeq(after);
      const rows = await connection.run(() => sql.events.all(after, limit));
      return rows.map(toEvent);
    },
    async count() {
      return Number((await connection.run(() => sql.count.get()))?.["value"]);
    },
    async close() {
      closed = true;
      connection.stopWaiting();
      await puts.settled();
      connection.close();
    },
  };
}

function prepareAll(db: DatabaseSync): Statements {
  return Object.fromEntries(
    Object.entries(SQL).map(([name, text]) => [name, db.prepare(text)]),
  ) as Statements;
}

/** One batch of the open transaction, all or nothing. What ends the transaction itself is thrown. */
function putBatch(db: DatabaseSync, sql: Statements, articles: readonly StorableArticle[]): PutResult {
  const at = new Date().toISOString();
  db.exec("SAVEPOINT batch");
  try {
    const outcomes = articles.map((article) => putOne(sql, article, at));
    db.exec("RELEASE batch");
    return { ok: true, outcomes };
  } catch (error) {
    // SQLite's own failures (full disk, damage) concern all batches; some end the transaction by themselves.
    if (isSqliteError(error) || !db.isTransaction) throw error;
    db.exec("ROLLBACK TO batch; RELEASE batch");
    return { ok: false, error };
  }
}

function putOne(sql: Statements, article: StorableArticle, at: string): PutOutcome {
  const row = sql.current.get(article.id);
  const previous = row === undefined ? null : previousRevision(parseRecord(row["record"]));
  const revised = reviseArticle(previous, article);
  if (revised.outcome === "unchanged") return { id: article.id, outcome: "unchanged" };
  const stored = revised.article;
  const columns = listedColumns(stored);
  const articleSeq =
    row === undefined ? sql.addArticle.run(stored.id, ...columns).lastInsertRowid : Number(row["seq"]);
  if (row !== undefined) sql.changeArticle.run(...columns, articleSeq);
  sql.addRevision.run(articleSeq, stored.revision.n, at, serialiseRecord(stored));
  const id = eventId(stored, (id) => sql.eventTaken.get(Buffer.from(id, "hex")) !== undefined);
  sql.addEvent.run(Buffer.from(id, "hex"), revised.outcome, stored.id, stored.dedup.contentHash, at);
  return { id: stored.id, outcome: revised.outcome };
}

/** The columns that repeat the record, in the order of both statements: from `url` to `fetched_at`. */
function listedColumns(stored: StoredArticle): (string | number | null)[] {
  return [
    stored.url,
    stored.revision.n,
    stored.dedup.contentHash,
    columnText(stored.headline),
    columnText(stored.datePublished),
    columnText(stored.inLanguage),
    stored.extraction.pageType,
    stored.wordCount,
    stored.fetch?.fetchedAt ?? null,
  ];
}

/** Text that every tool can read from a column; the record keeps the exact string. */
function columnText(text: string | null): string | null {
  return text === null ? null : text.toWellFormed().replaceAll("\0", "\u{FFFD}");
}

function toEvent(row: Readonly<Record<string, unknown>>): ArticleEvent {
  return {
    seq: Number(row["seq"]),
    id: String(row["id"]),
    type: row["type"] === "new" ? "new" : "changed",
    articleId: String(row["articleId"]),
    contentHash: String(row["contentHash"]),
    at: String(row["at"]),
  };
}

function parseRecord(text: unknown): StoredArticle {
  return JSON.parse(String(text)) as StoredArticle;
}

import type { DatabaseSync } from "node:sqlite";
import type { StoredArticle } from "../types.ts";
import { columnsOf } from "./article-columns.ts";
import type { PutOutcome, StorableArticle } from "./article-store.ts";
import { serialiseRecord } from "./check-article.ts";
import { digestArticle } from "./digest-article.ts";
import { eventId } from "./event-id.ts";
import type { PutResult } from "./group-puts.ts";
import { parseRecord } from "./parse-record.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";
import { isSqliteError } from "./sqlite-errors.ts";
import { prepareAll } from "./sqlite-statements.ts";

const SQL = {
  known: `SELECT seq, revision, digest FROM articles WHERE id = ?`,
  record: `SELECT record FROM revisions WHERE article_seq = ? AND n = ?`,
  keepDigest: `UPDATE articles SET digest = ? WHERE seq = ?`,
  addArticle: `INSERT INTO articles (url, revision, content_hash, headline, date_published, in_language, page_type,
                 word_count, fetched_at, source, host, language, published_at, stored_at, digest, id)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  changeArticle: `UPDATE articles SET url = ?, revision = ?, content_hash = ?, headline = ?, date_published = ?,
                    in_language = ?, page_type = ?, word_count = ?, fetched_at = ?, source = ?, host = ?, language = ?,
                    published_at = ?, stored_at = ?, digest = ? WHERE seq = ?`,
  addRevision: `INSERT INTO revisions (article_seq, n, stored_at, record) VALUES (?, ?, ?, ?)`,
  eventTaken: `SELECT 1 FROM events WHERE id = ?`,
  addEvent: `INSERT INTO events (id, type, article_id, revision, content_hash, at) VALUES (?, ?, ?, ?, ?, ?)`,
} as const;

/** Puts one batch within the open transaction. What ends the transaction itself is thrown. */
export type SqlitePutter = (articles: readonly StorableArticle[]) => PutResult;

export function sqlitePutter(db: DatabaseSync): SqlitePutter {
  const sql = prepareAll(db, SQL);

  function putOne(article: StorableArticle, at: string): PutOutcome {
    const row = sql.known.get(article.id);
    const digest = digestArticle(article);
    const unchanged = { id: article.id, outcome: "unchanged" } as const;
    const before = row?.["digest"];
    if (before instanceof Uint8Array && digest.equals(before)) return unchanged;
    const previous = row === undefined ? null : currentOf(row);
    const revised = reviseArticle(previous === null ? null : previousRevision(previous), article);
    if (revised.outcome === "unchanged") {
      // A row from before there were digests: the next time its record need not be read.
      if (previous !== null && before === null)
        sql.keepDigest.run(digestArticle(previous), Number(row?.["seq"]));
      return unchanged;
    }
    const stored = revised.article;
    const columns = [...valuesOf(stored), at, digest];
    const record = serialiseRecord(stored);
    const seq =
      row === undefined ? sql.addArticle.run(...columns, stored.id).lastInsertRowid : Number(row["seq"]);
    if (row !== undefined) sql.changeArticle.run(...columns, seq);
    sql.addRevision.run(seq, stored.revision.n, at, record);
    addEvent(stored, revised.outcome, at);
    return { id: stored.id, outcome: revised.outcome };
  }

  function currentOf(row: Readonly<Record<string, unknown>>): StoredArticle {
    const current = sql.record.get(Number(row["seq"]), Number(row["revision"]));
    return parseRecord(String(current?.["record"]));
  }

  function addEvent(stored: StoredArticle, type: "new" | "changed", at: string): void {
    const id = eventId(stored, (id) => sql.eventTaken.get(Buffer.from(id, "hex")) !== undefined);
    const { revision, dedup } = stored;
    sql.addEvent.run(Buffer.from(id, "hex"), type, stored.id, revision.n, dedup.contentHash, at);
  }

  return (articles) => {
    const at = new Date().toISOString();
    db.exec("SAVEPOINT batch");
    try {
      const outcomes = articles.map((article) => putOne(article, at));
      db.exec("RELEASE batch");
      return { ok: true, outcomes };
    } catch (error) {
      // SQLite's own failures (full disk, damage) concern all batches; some end the transaction by themselves.
      if (isSqliteError(error) || !db.isTransaction) throw error;
      db.exec("ROLLBACK TO batch; RELEASE batch");
      return { ok: false, error };
    }
  };
}

/** The columns that repeat the record, in the order of both statements: from `url` to `published_at`. */
function valuesOf(stored: StoredArticle): (string | number | null)[] {
  const columns = columnsOf(stored);
  return [
    columns.url,
    columns.revision,
    columns.contentHash,
    columns.headline,
    columns.datePublished,
    columns.inLanguage,
    columns.pageType,
    columns.wordCount,
    columns.fetchedAt,
    columns.source,
    columns.host,
    columns.language,
    columns.publishedAt,
  ];
}

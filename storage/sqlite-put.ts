import type { DatabaseSync } from "node:sqlite";
import type { StoredArticle } from "../types.ts";
import { RECORD_COLUMNS, recordValues } from "./article-columns.ts";
import type { PutOutcome, StorableArticle } from "./article-store.ts";
import { serialiseRecord } from "./check-article.ts";
import { digestArticle } from "./digest-article.ts";
import { eventId } from "./event-id.ts";
import type { PutResult } from "./group-puts.ts";
import { parseRecord } from "./parse-record.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";
import { isSqliteError } from "./sqlite-errors.ts";
import { eventIdFinder, otherAddress } from "./sqlite-event-ids.ts";
import { prepareAll } from "./sqlite-statements.ts";

/** What is written of every version, in this order; a new article has its id after them. */
const COLUMNS = [...RECORD_COLUMNS, "stored_at", "digest", "address_key"];

const SQL = {
  known: `SELECT seq, revision, digest FROM articles WHERE seq = (SELECT seq FROM article_keys WHERE key = ?)`,
  record: `SELECT record FROM revisions WHERE article_seq = ? AND n = ?`,
  keepDigest: `UPDATE articles SET digest = ? WHERE seq = ?`,
  addArticle: `INSERT INTO articles (${COLUMNS.join(", ")}, id) VALUES (${COLUMNS.map(() => "?").join(", ")}, ?)`,
  changeArticle: `UPDATE articles SET ${COLUMNS.map((column) => `${column} = ?`).join(", ")} WHERE seq = ?`,
  addRevision: `INSERT INTO revisions (article_seq, n, stored_at, record) VALUES (?, ?, ?, ?)`,
  addEvent: `INSERT INTO events (id, type, article_seq, article_id, revision, content_hash, at)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
} as const;

interface NewEvent {
  readonly seq: number | bigint;
  readonly type: "new" | "changed";
  readonly at: string;
}

/** Puts one batch within the open transaction. What ends the transaction itself is thrown. */
export type SqlitePutter = (articles: readonly StorableArticle[]) => PutResult;

export function sqlitePutter(db: DatabaseSync): SqlitePutter {
  const sql = prepareAll(db, SQL);
  const hasEvent = eventIdFinder(db);

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
    const columns = [...recordValues(stored), at, digest, otherAddress(stored)];
    const record = serialiseRecord(stored);
    const seq =
      row === undefined ? sql.addArticle.run(...columns, stored.id).lastInsertRowid : Number(row["seq"]);
    if (row !== undefined) sql.changeArticle.run(...columns, seq);
    sql.addRevision.run(seq, stored.revision.n, at, record);
    addEvent(stored, { seq, type: revised.outcome, at });
    return { id: stored.id, outcome: revised.outcome };
  }

  function currentOf(row: Readonly<Record<string, unknown>>): StoredArticle {
    const current = sql.record.get(Number(row["seq"]), Number(row["revision"]));
    return parseRecord(String(current?.["record"]));
  }

  function addEvent(stored: StoredArticle, { seq, type, at }: NewEvent): void {
    const owner = { id: stored.id, url: stored.url, isNew: type === "new" };
    const id = eventId(stored, (id) => hasEvent(owner, id));
    const { revision, dedup } = stored;
    sql.addEvent.run(Buffer.from(id, "hex"), type, seq, stored.id, revision.n, dedup.contentHash, at);
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

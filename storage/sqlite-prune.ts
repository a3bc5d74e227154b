import { setImmediate } from "node:timers/promises";
import type { PruneOptions, PruneReport } from "./article-store.ts";
import { removalId } from "./event-id.ts";
import { checkTime } from "./list-cursor.ts";
import { type SqliteConnection, inTransaction } from "./sqlite-connection.ts";
import { eventIdFinder } from "./sqlite-event-ids.ts";
import { prepareAll } from "./sqlite-statements.ts";

const SQL = {
  slice: `SELECT seq, id, url, revision, content_hash AS contentHash, stored_at < ?1 AS isOld FROM articles
          WHERE seq > ?2 AND (stored_at < ?1 OR revision > 1) ORDER BY seq LIMIT ?3`,
  countOldRevisions: `SELECT count(*) AS value FROM revisions WHERE article_seq = ? AND n < ? AND stored_at < ?`,
  dropOldRevisions: `DELETE FROM revisions WHERE article_seq = ? AND n < ? AND stored_at < ?`,
  dropRevisions: `DELETE FROM revisions WHERE article_seq = ?`,
  dropWords: `DELETE FROM search WHERE rowid = ?`,
  dropArticle: `DELETE FROM articles WHERE seq = ?`,
  addEvent: `INSERT INTO events (id, type, article_seq, article_id, revision, content_hash, at)
             VALUES (?, 'removed', ?, ?, ?, ?, ?)`,
} as const;

/** Articles looked at in one transaction, so that nobody waits long. */
const SLICE = 200;

interface Slice extends PruneReport {
  /** Where the next slice starts; null at the end. */
  readonly next: number | null;
}

/** See ArticleStore.prune. Each slice is one transaction. */
export async function pruneSqlite(
  connection: SqliteConnection,
  { before, dryRun = false, signal }: PruneOptions,
): Promise<PruneReport> {
  const { db } = connection;
  const limit = checkTime(before);
  const sql = prepareAll(db, SQL);
  const hasEvent = eventIdFinder(db);
  const at = new Date().toISOString();

  function removeArticle(row: Readonly<Record<string, unknown>>): void {
    const seq = Number(row["seq"]);
    const article = {
      id: String(row["id"]),
      url: String(row["url"]),
      contentHash: String(row["contentHash"]),
      revision: Number(row["revision"]),
    };
    const id = removalId(article, (id) => hasEvent(article, id));
    sql.addEvent.run(Buffer.from(id, "hex"), seq, article.id, article.revision, article.contentHash, at);
    sql.dropRevisions.run(seq);
    sql.dropWords.run(seq);
    sql.dropArticle.run(seq);
  }

  function pruneSlice(after: number): Slice {
    const rows = sql.slice.all(limit, after, SLICE);
    let revisions = 0;
    const old = rows.filter((row) => row["isOld"] === 1);
    for (const row of rows) {
      if (row["isOld"] === 1) {
        if (!dryRun) removeArticle(row);
        continue;
      }
      const superseded = [Number(row["seq"]), Number(row["revision"]), limit] as const;
      revisions += dryRun
        ? Number(sql.countOldRevisions.get(...superseded)?.["value"])
        : Number(sql.dropOldRevisions.run(...superseded).changes);
    }
    const next = rows.length < SLICE ? null : Number(rows.at(-1)?.["seq"]);
    return { articles: old.length, revisions, next };
  }

  let articles = 0;
  let revisions = 0;
  for (let after: number | null = 0; after !== null;) {
    signal?.throwIfAborted();
    const start: number = after;
    const slice = await connection.run(() =>
      dryRun ? pruneSlice(start) : inTransaction(db, () => pruneSlice(start)),
    );
    articles += slice.articles;
    revisions += slice.revisions;
    after = slice.next;
    await setImmediate();
  }
  return { articles, revisions };
}

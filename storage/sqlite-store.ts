import type { ArticleEvent, ArticleStore } from "./article-store.ts";
import { checkKeys } from "./check-article.ts";
import { groupPuts } from "./group-puts.ts";
import { checkCursorName, checkLimit, checkSeq } from "./list-cursor.ts";
import { parseRecord } from "./parse-record.ts";
import { inTransaction, openSqliteFile } from "./sqlite-connection.ts";
import { keySettler } from "./sqlite-keys.ts";
import { sqliteLists } from "./sqlite-list.ts";
import { pruneSqlite } from "./sqlite-prune.ts";
import { sqlitePutter } from "./sqlite-put.ts";
import { sqliteSearchIndex } from "./sqlite-search-index.ts";
import { prepareAll } from "./sqlite-statements.ts";

const SQL = {
  current: `SELECT r.record FROM articles a JOIN revisions r
            ON r.article_seq = a.seq AND r.n = a.revision WHERE a.seq = (SELECT seq FROM article_keys WHERE key = ?)`,
  revisions: `SELECT record FROM revisions WHERE article_seq = (SELECT seq FROM article_keys WHERE key = ?) ORDER BY n`,
  events: `SELECT seq, lower(hex(id)) AS id, type, article_id AS articleId, revision, content_hash AS contentHash, at
           FROM events WHERE seq > ? ORDER BY seq LIMIT ?`,
  count: `SELECT count(*) AS value FROM articles`,
  cursor: `SELECT seq FROM cursors WHERE name = ?`,
  setCursor: `INSERT INTO cursors (name, seq, at) VALUES (?, ?, ?)
              ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, at = excluded.at`,
} as const;

/**
 * Articles in one SQLite file. Any number of processes may read and write it at once.
 * @throws UsageError (data-folder)
 */
export async function openSqliteStore(path: string): Promise<ArticleStore> {
  const connection = await openSqliteFile(path);
  const { db } = connection;
  const sql = prepareAll(db, SQL);
  const putGroup = sqlitePutter(db);
  const lists = sqliteLists(db);
  const settlers = [keySettler(db, "article_keys"), keySettler(db, "event_keys")];
  const puts = groupPuts((batches) =>
    connection.run(() =>
      inTransaction(db, () => {
        const results = putGroup(batches);
        for (const settle of settlers) settle();
        return results;
      }),
    ),
  );
  const searchIndex = sqliteSearchIndex(connection, puts.isIdle);
  let closed = false;
  const checkOpen = (): void => {
    if (closed) throw new Error(`The store ${path} is closed.`);
  };
  return {
    async put(articles) {
      checkOpen();
      for (const article of articles) checkKeys(article);
      if (articles.length === 0) return [];
      const outcomes = await puts.put(articles);
      searchIndex.wake(articles.length);
      return outcomes;
    },
    async get(id) {
      const row = await connection.run(() => sql.current.get(id));
      return row === undefined ? null : parseRecord(String(row["record"]));
    },
    async revisions(id) {
      const rows = await connection.run(() => sql.revisions.all(id));
      return rows.map((row) => parseRecord(String(row["record"])));
    },
    async list(options) {
      return connection.run(lists.list(options));
    },
    async search(options) {
      const ask = lists.search(options);
      await searchIndex.catchUp();
      return connection.run(ask);
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
    async cursor(name) {
      checkCursorName(name);
      return Number((await connection.run(() => sql.cursor.get(name)))?.["seq"] ?? 0);
    },
    async setCursor(name, seq) {
      checkCursorName(name);
      checkSeq(seq);
      await connection.run(() => sql.setCursor.run(name, seq, new Date().toISOString()));
    },
    async prune(options) {
      checkOpen();
      return pruneSqlite(connection, options);
    },
    async close() {
      closed = true;
      connection.stopWaiting();
      await puts.settled();
      await searchIndex.stop();
      connection.close();
    },
  };
}

function toEvent(row: Readonly<Record<string, unknown>>): ArticleEvent {
  return {
    seq: Number(row["seq"]),
    id: String(row["id"]),
    type: row["type"] as ArticleEvent["type"],
    articleId: String(row["articleId"]),
    revision: Number(row["revision"]),
    contentHash: String(row["contentHash"]),
    at: String(row["at"]),
  };
}

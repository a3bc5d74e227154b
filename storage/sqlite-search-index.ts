import { parseRecord } from "./parse-record.ts";
import { type IndexSlice, type SearchIndex, followEvents } from "./search-index.ts";
import { articleTokens } from "./search-words.ts";
import { type SqliteConnection, inTransaction } from "./sqlite-connection.ts";
import { prepareAll } from "./sqlite-statements.ts";

const SQL = {
  progress: `SELECT event_seq AS value FROM search_progress`,
  setProgress: `UPDATE search_progress SET event_seq = ?`,
  last: `SELECT coalesce(max(seq), 0) AS value FROM events`,
  fresh: `SELECT seq AS eventSeq, article_seq AS seq FROM events WHERE seq > ? ORDER BY events.seq LIMIT ?`,
  record: `SELECT r.record FROM articles a JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision
           WHERE a.seq = ?`,
  forget: `DELETE FROM search WHERE rowid = ?`,
  add: `INSERT INTO search (rowid, words) VALUES (?, ?)`,
} as const;

/** The full-text index of search-index.ts in the table `search`. */
export function sqliteSearchIndex(connection: SqliteConnection, isIdle: () => boolean): SearchIndex {
  const sql = prepareAll(connection.db, SQL);

  function indexSlice(limit: number): IndexSlice {
    const start = Number(sql.progress.get()?.["value"]);
    const events = sql.fresh.all(start, limit);
    for (const seq of new Set(events.map((event) => Number(event["seq"])))) {
      const row = sql.record.get(seq);
      // A removed article: its removal took it out of the index.
      if (row === undefined) continue;
      sql.forget.run(seq);
      sql.add.run(seq, articleTokens(parseRecord(String(row["record"]))).join(" "));
    }
    const last = events.at(-1);
    if (last !== undefined) sql.setProgress.run(Number(last["eventSeq"]));
    return { isLast: events.length < limit };
  }

  return followEvents({
    isIdle,
    isBehind: () =>
      connection.run(() => Number(sql.progress.get()?.["value"]) < Number(sql.last.get()?.["value"])),
    runSlice: (limit) => connection.run(() => inTransaction(connection.db, () => indexSlice(limit))),
  });
}

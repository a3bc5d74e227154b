import { setImmediate } from "node:timers/promises";
import { parseRecord } from "./parse-record.ts";
import { articleTokens } from "./search-words.ts";
import { type SqliteConnection, inTransaction } from "./sqlite-connection.ts";
import { prepareAll } from "./sqlite-statements.ts";

const SQL = {
  progress: `SELECT event_seq AS value FROM search_progress`,
  setProgress: `UPDATE search_progress SET event_seq = ?`,
  last: `SELECT coalesce(max(seq), 0) AS value FROM events`,
  fresh: `SELECT e.seq AS eventSeq, e.article_id AS id FROM events e WHERE e.seq > ? ORDER BY e.seq LIMIT ?`,
  record: `SELECT a.seq, r.record FROM articles a JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision
           WHERE a.id = ?`,
  forget: `DELETE FROM search WHERE rowid = ?`,
  add: `INSERT INTO search (rowid, words) VALUES (?, ?)`,
} as const;

/** Articles indexed in one transaction while others may want to put: some 10 ms. */
const IDLE_SLICE = 32;
/** Where someone waits for the index there is less to gain from small steps. */
const CATCH_UP_SLICE = 256;

export interface SqliteSearchIndex {
  /** Indexes everything that was stored up to now. */
  catchUp(): Promise<void>;
  /** Goes on indexing in the pauses between puts. */
  wake(): void;
  /** Resolves when nothing of it is running any more. */
  stop(): Promise<void>;
}

/**
 * The full-text index follows the events as any other reader does, so that a put costs no more than its rows: splitting
 * a text into words and merging them into the index takes several times as long. Its place in the events moves in the
 * transaction of the indexing, so it takes each article once, whichever process does it.
 */
export function sqliteSearchIndex(connection: SqliteConnection, isIdle: () => boolean): SqliteSearchIndex {
  const sql = prepareAll(connection.db, SQL);
  const stop = new AbortController();
  let running: Promise<void> | null = null;

  /** @returns Whether there may be more to do. */
  function indexSlice(limit: number): boolean {
    const start = Number(sql.progress.get()?.["value"]);
    const events = sql.fresh.all(start, limit);
    for (const id of new Set(events.map((event) => String(event["id"])))) {
      const row = sql.record.get(id);
      // A removed article: its removal took it out of the index.
      if (row === undefined) continue;
      const seq = Number(row["seq"]);
      sql.forget.run(seq);
      sql.add.run(seq, articleTokens(parseRecord(String(row["record"]))).join(" "));
    }
    const last = events.at(-1);
    if (last !== undefined) sql.setProgress.run(Number(last["eventSeq"]));
    return events.length === limit;
  }

  const runSlice = (limit: number): Promise<boolean> =>
    connection.run(() => inTransaction(connection.db, () => indexSlice(limit)));

  async function indexInPauses(): Promise<void> {
    try {
      do await setImmediate();
      while (!stop.signal.aborted && isIdle() && (await runSlice(IDLE_SLICE)));
    } catch {
      // Nothing is lost: the next search does this work again and reports what hinders it.
    } finally {
      running = null;
    }
  }

  return {
    async catchUp() {
      const isBehind = (): boolean =>
        Number(sql.progress.get()?.["value"]) < Number(sql.last.get()?.["value"]);
      if (!(await connection.run(isBehind))) return;
      while (await runSlice(CATCH_UP_SLICE)) await setImmediate();
    },
    wake() {
      if (!stop.signal.aborted) running ??= indexInPauses();
    },
    async stop() {
      stop.abort();
      await running;
    },
  };
}

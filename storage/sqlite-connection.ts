import { DatabaseSync } from "node:sqlite";
import { folderError, preparePlace } from "./data-folder.ts";
import { sqliteError } from "./sqlite-errors.ts";
import { checkOwnership, migrate } from "./sqlite-schema.ts";
import { LOCK_WAIT_IN_CALL_MS, waitForLock } from "./wait-for-lock.ts";

/**
 * Pages of the file that a process keeps (default 2 MB). Enough for the upper parts of every index; what is beyond comes from
 * the system's own cache, which all processes share. With 256 MB a worker's memory grew for its first 16,000 pages.
 */
const CACHE_KIB = 16 * 1024;
/**
 * Pages in the write-ahead log before they are brought into the file (default 1,000). Ids fall all over an index: with more
 * of them at a time a page is written once for many.
 */
const CHECKPOINT_PAGES = 32_000;
/** The write-ahead log is cut back to this after a burst. */
const JOURNAL_LIMIT_BYTES = 128 * 1024 * 1024;

export interface SqliteConnection {
  readonly db: DatabaseSync;
  /** Runs `work`, waiting while another process holds the lock. `work` runs again from its start, so it must roll back. */
  run<T>(work: () => T): Promise<T>;
  /** Makes `run` fail at once where it would wait for a lock. */
  stopWaiting(): void;
  close(): void;
}

/**
 * Opens or makes a store's database. WAL: readers and one writer never wait for each other. synchronous=FULL: each commit
 * is synced to the disk, so what was acknowledged survives the power's failing too (NORMAL would survive only the
 * process's death); the price is one sync a batch.
 * @throws UsageError (data-folder) where the file cannot be made, or is not a store
 */
export async function openSqliteFile(path: string): Promise<SqliteConnection> {
  await preparePlace(path);
  const closing = new AbortController();
  const db = openDatabase(path);
  try {
    await waitForLock(path, () => prepareDatabase(db, path), closing.signal);
  } catch (error) {
    db.close();
    throw sqliteError(path, error);
  }
  return {
    db,
    async run(work) {
      if (!db.isOpen) throw new Error(`The store ${path} is closed.`);
      try {
        return await waitForLock(path, work, closing.signal);
      } catch (error) {
        throw sqliteError(path, error);
      }
    },
    stopWaiting() {
      closing.abort(new Error(`The store ${path} was closed.`));
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}

/** Runs `work` in a transaction that holds the write lock from its start; anything thrown rolls it back. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function openDatabase(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: LOCK_WAIT_IN_CALL_MS });
  } catch (error) {
    throw folderError(path, error);
  }
}

function prepareDatabase(db: DatabaseSync, path: string): void {
  checkOwnership(db, path);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`);
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA journal_size_limit = ${JOURNAL_LIMIT_BYTES}`);
  db.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  migrate(db);
}

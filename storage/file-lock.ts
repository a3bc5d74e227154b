import { DatabaseSync } from "node:sqlite";
import { folderError } from "./data-folder.ts";
import { LOCK_WAIT_IN_CALL_MS, waitForLock } from "./wait-for-lock.ts";

/** A lock between processes, and between stores in one process. */
export interface FileLock {
  /** Runs `work` while nobody else holds the lock. Calls on one FileLock run one after another. */
  hold<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Node has no file locks of its own, but SQLite does: a transaction on an empty database beside the file. The system
 * frees it when the process dies, so there is no stale lock to clean up.
 * @throws UsageError (data-folder)
 */
export function openFileLock(path: string): FileLock {
  const lockPath = `${path}-lock`;
  const closing = new AbortController();
  const db = openDatabase(lockPath);
  let last: Promise<unknown> = Promise.resolve();

  async function locked<T>(work: () => Promise<T>): Promise<T> {
    await waitForLock(path, () => db.exec("BEGIN EXCLUSIVE"), closing.signal);
    try {
      return await work();
    } finally {
      if (db.isOpen) db.exec("ROLLBACK");
    }
  }

  return {
    hold(work) {
      const turn = last.then(() => locked(work));
      // The next in line waits for the end of this turn, however it ends.
      last = turn.catch(() => undefined);
      return turn;
    },
    close() {
      closing.abort(new Error(`The store ${path} was closed.`));
      if (db.isOpen) db.close();
    },
  };
}

function openDatabase(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: LOCK_WAIT_IN_CALL_MS });
  } catch (error) {
    throw folderError(path, error);
  }
}

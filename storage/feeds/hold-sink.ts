import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { preparePlace } from "../data-folder.ts";
import { isLocked, sqliteError } from "../sqlite-errors.ts";

/** How often a process that stands by looks whether the sink is free. */
const LOOK_MS = 500;

export interface HoldOptions {
  readonly signal: AbortSignal;
  /** What to do while another process holds it: stand by, or leave it at that. */
  readonly whenHeld: "stand-by" | "leave";
}

/**
 * Runs `work` while no other process holds the lock of that path; stands by until then. The system frees the lock when its holder
 * dies (as file-lock.ts explains; this one never waits inside the call, since a process may stand by for days).
 * @returns null when the signal aborted before the lock was free, or it was left to its holder.
 */
export async function holdSink<Result>(
  path: string,
  { signal, whenHeld }: HoldOptions,
  work: () => Promise<Result>,
): Promise<Result | null> {
  await preparePlace(path);
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    while (!signal.aborted) {
      if (tryLock(db, path)) return await work();
      if (whenHeld === "leave") return null;
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
    }
    return null;
  } finally {
    db.close();
  }
}

function tryLock(db: DatabaseSync, path: string): boolean {
  try {
    db.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (isLocked(error)) return false;
    throw sqliteError(path, error);
  }
}

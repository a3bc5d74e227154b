import { setTimeout as sleep } from "node:timers/promises";
import { TransientError } from "../errors.ts";
import { isLocked } from "./sqlite-errors.ts";

/**
 * SQLite waits for a lock inside the call and holds up the event loop, on which job locks are renewed: let it wait for a
 * writer that is about to finish, and do the longer waiting between attempts.
 */
export const LOCK_WAIT_IN_CALL_MS = 50;
/** A batch takes milliseconds: whoever holds the lock this long is stuck, or an operator with an open shell. */
const LOCK_WAIT_MS = 30_000;
const LOCK_RETRY_MS = 20;

/**
 * Runs `work` until it meets no lock of another connection. `work` starts anew each time, so it must leave nothing behind.
 * @throws TransientError (data-folder) when the lock is held too long
 */
export async function waitForLock<T>(path: string, work: () => T, signal: AbortSignal): Promise<T> {
  const deadline = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() > deadline)
        throw new TransientError(
          "data-folder",
          `Another process has kept ${path} locked for ${LOCK_WAIT_MS / 1000} s. Close it and run again.`,
          { cause: error },
        );
    }
    // Jitter, so that waiting processes do not meet again and again.
    await sleep(LOCK_RETRY_MS * (0.5 + Math.random()), undefined, { signal });
  }
}

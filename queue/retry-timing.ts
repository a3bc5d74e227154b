import { TransientError } from "../errors.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A server that asks for more than this is taken at its word up to here: jobs that wait longer look lost. */
export const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/**
 * Milliseconds until a failed page is tried again: exponential with full jitter, so that pages that failed together do
 * not come back together (M. Brooker, "Exponential backoff and jitter", 2015); never before the server's Retry-After.
 * @param attemptsMade 1 after the first failure.
 * @param random From 0 to 1.
 */
export function retryDelay(attemptsMade: number, error: unknown, random: () => number = Math.random): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** (attemptsMade - 1), LONGEST_PAUSE_MS);
  return Math.max(Math.round(full * random()), retryAfterOf(error));
}

/** What the server asked for, within reason; 0 when it did not ask. */
export function retryAfterOf(error: unknown): number {
  if (!(error instanceof TransientError) || error.retryAfterMs === null) return 0;
  return Math.min(error.retryAfterMs, LONGEST_RETRY_AFTER_MS);
}

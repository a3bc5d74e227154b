import { setTimeout as sleep } from "node:timers/promises";
import { PermanentError } from "../errors.ts";

/** One request at a time to a host, and at least `delayMs` between the starts of two. */
export interface HostTurns {
  take<Result>(host: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
}

/** Turns within this process, for commands that have no queue. */
export function createHostTurns(delayMs: number): HostTurns {
  const last = new Map<string, Promise<number>>();
  return {
    take(host, signal, work) {
      const before = last.get(host);
      const turn = waitForTurn(before, delayMs, signal);
      const result = turn.then(() => work());
      // The next one waits for this one's end, whatever its outcome, and for the delay from its start.
      last.set(
        host,
        turn.then(
          (startedAt) =>
            result.then(
              () => startedAt,
              () => startedAt,
            ),
          () => Number.NEGATIVE_INFINITY,
        ),
      );
      return result;
    },
  };
}

async function waitForTurn(
  before: Promise<number> | undefined,
  delayMs: number,
  signal: AbortSignal,
): Promise<number> {
  const startedBefore = (await before) ?? Number.NEGATIVE_INFINITY;
  const wait = startedBefore + delayMs - performance.now();
  try {
    signal.throwIfAborted();
    if (wait > 0) await sleep(wait, undefined, { signal });
  } catch (cause) {
    throw new PermanentError("interrupted", "Interrupted before the page was fetched.", { cause });
  }
  return performance.now();
}

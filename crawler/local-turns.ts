import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { TakeTurn } from "./host-turn.ts";
import { PermanentError } from "../errors.ts";

const NEVER = Number.NEGATIVE_INFINITY;

async function waitUntil(freeAt: Promise<number>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const over = new AbortController();
  try {
    const aborted = signal === undefined ? [] : [once(signal, "abort", { signal: over.signal })];
    const first = await Promise.race([freeAt, ...aborted]);
    signal?.throwIfAborted();
    const until = typeof first === "number" ? first : NEVER;
    // A timer may fire a fraction of a millisecond early.
    for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
      await sleep(Math.ceil(left), undefined, { signal });
    }
  } finally {
    over.abort();
  }
}

/**
 * Turns within this process, for commands that have no queue: one request at a time to a host, and the next at least
 * `delayMs`, or the host's Crawl-delay where that is longer, after the answer. A page follows its own robots.txt at
 * once: people wait for it, and the two count as one visit.
 */
export function createHostTurns(delayMs: number): TakeTurn {
  /** When each host's last request was over. */
  const last = new Map<string, Promise<number>>();
  return async ({ host, kind, crawlDelayMs, signal }) => {
    const before = last.get(host) ?? Promise.resolve(NEVER);
    const ended = Promise.withResolvers<number>();
    last.set(host, ended.promise);
    const delay = Math.max(delayMs, crawlDelayMs ?? 0);
    try {
      await waitUntil(
        before.then((endedAt) => endedAt + delay),
        signal,
      );
    } catch (cause) {
      void before.then(ended.resolve);
      throw new PermanentError("interrupted", "Interrupted before the page was fetched.", { cause });
    }
    return {
      async release(pauseMs) {
        if (kind === "robots") ended.resolve(before);
        else ended.resolve(performance.now() + pauseMs);
      },
    };
  };
}

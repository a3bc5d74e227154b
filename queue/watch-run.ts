import { setTimeout as sleep } from "node:timers/promises";
import { joinSignals } from "../join-signals.ts";

export interface WatchOptions<Status> {
  readonly look: () => Promise<Status>;
  /** Told what was seen; answers whether that was the end. */
  readonly seen: (status: Status) => boolean;
  /** Rejects when there is no sense in going on. */
  readonly fatal: Promise<never>;
  /** Between two looks. */
  readonly everyMs: number;
  /** Ends the watch after the next look. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks again and again until the end is seen or the signal aborts.
 * @throws what `fatal` or a look rejects with.
 */
export async function watch<Status>(options: WatchOptions<Status>): Promise<void> {
  const over = new AbortController();
  try {
    // Once for all looks: a promise keeps everything that was ever raced with it until it settles, and this one does not.
    await Promise.race([lookOn(options, over.signal), options.fatal]);
  } finally {
    over.abort();
  }
}

async function lookOn<Status>(
  { look, seen, everyMs, signal }: WatchOptions<Status>,
  over: AbortSignal,
): Promise<void> {
  using stop = joinSignals(signal, over);
  for (;;) {
    const status = await look();
    if (over.aborted || seen(status) || signal?.aborted === true) return;
    // An abort only ends the nap.
    await sleep(everyMs, undefined, { signal: stop.signal }).catch(() => {});
  }
}

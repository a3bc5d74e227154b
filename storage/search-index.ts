import { setImmediate } from "node:timers/promises";

/**
 * The full-text index of a database. It follows the events as any other reader does, so that a put costs no more than its
 * rows: splitting a text into words and merging them into the index takes several times as long. Its place in the events
 * moves in the transaction of the indexing, so it takes each article once, whichever process does it.
 */
export interface SearchIndex {
  /** Indexes everything that was stored up to now. */
  catchUp(): Promise<void>;
  /** Goes on indexing in the pauses between puts. */
  wake(): void;
  /** Resolves when nothing of it is running any more. */
  stop(): Promise<void>;
}

export interface IndexSlice {
  /** Whether there was nothing behind these events. */
  readonly isLast: boolean;
}

export interface EventFollower {
  /** Whether no put is under way. */
  readonly isIdle: () => boolean;
  readonly isBehind: () => Promise<boolean>;
  /** Indexes the articles of the next events, at most so many. */
  readonly runSlice: (limit: number) => Promise<IndexSlice>;
}

/** Events taken in one transaction while others may want to put: some 10 ms. */
const IDLE_SLICE = 32;
/** Where someone waits for the index there is less to gain from small steps. */
const CATCH_UP_SLICE = 256;

export function followEvents({ isIdle, isBehind, runSlice }: EventFollower): SearchIndex {
  const stop = new AbortController();
  let running: Promise<void> | null = null;

  async function indexInPauses(): Promise<void> {
    try {
      do await setImmediate();
      while (!stop.signal.aborted && isIdle() && !(await runSlice(IDLE_SLICE)).isLast);
    } catch {
      // Nothing is lost: the next search does this work again and reports what hinders it.
    } finally {
      running = null;
    }
  }

  return {
    async catchUp() {
      if (!(await isBehind())) return;
      while (!(await runSlice(CATCH_UP_SLICE)).isLast) await setImmediate();
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

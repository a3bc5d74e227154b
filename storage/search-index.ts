import { setImmediate } from "node:timers/promises";

/**
 * The full-text index of a database. It follows the events as any other reader does, so that a put costs no more than its
 * rows: splitting a text into words and merging them into the index takes several times as long. Its place in the events
 * moves in the transaction of the indexing, so it takes each article once, whichever process does it.
 */
export interface SearchIndex {
  /** Indexes everything that was stored up to now. */
  catchUp(): Promise<void>;
  /** To be told of articles that were put: goes on indexing when there are many of them, or when no more come for a while. */
  wake(articles: number): void;
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
/** A transaction and a segment of the index cost as much for one article as for so many. */
const WORTH_SLICES = 4 * IDLE_SLICE;
/** When no article has come for so long, none is waited for. */
const PAUSE_MS = 1000;
/** Where someone waits for the index there is less to gain from small steps. */
const CATCH_UP_SLICE = 256;

export function followEvents({ isIdle, isBehind, runSlice }: EventFollower): SearchIndex {
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  /** Articles put since the index was seen to be up to date: by this process, as far as it knows. */
  let behind = 0;
  let pause: NodeJS.Timeout | undefined;

  async function indexInPauses(): Promise<void> {
    try {
      do {
        await setImmediate();
        if (stop.signal.aborted || !isIdle()) return;
      } while (!(await runSlice(IDLE_SLICE)).isLast);
      behind = 0;
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
    wake(articles) {
      if (stop.signal.aborted) return;
      behind += articles;
      if (behind >= WORTH_SLICES) running ??= indexInPauses();
      clearTimeout(pause);
      pause = setTimeout(() => (running ??= indexInPauses()), PAUSE_MS).unref();
    },
    async stop() {
      stop.abort();
      clearTimeout(pause);
      await running;
    },
  };
}

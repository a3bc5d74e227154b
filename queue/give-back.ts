/**
 * V8 keeps every page that a heap once had, for the next time that it grows, until a collection is asked to save memory
 * (deps/v8/src/heap/page-pool.cc). An idle thread asks for one by itself, a busy one never: it takes as much as in its
 * worst moment, and the longer it works, the worse that was. Measured over 6,000 pages read over and over: 20 to 45 MB
 * that no heap owned, ever more of them; after each of these collections none. One takes 0.1 s of CPU time:
 * half a percent of the work, where one every 5 s took 5 % of a crawl's CPU.
 */
const EVERY_MS = 20_000;

export interface GiveBackOptions {
  /** The collection that gives back; without it nothing is done. */
  readonly collect: (() => void) | undefined;
  /** Work between two of them, in CPU time. */
  readonly everyMs?: number;
}

/** To be told of each piece of work how much CPU time it took; collects when there was enough of it. */
export function createGiveBack({ collect, everyMs = EVERY_MS }: GiveBackOptions): (workedMs: number) => void {
  const work = { ms: 0 };
  return (workedMs) => {
    work.ms += workedMs;
    if (work.ms < everyMs) return;
    work.ms = 0;
    collect?.();
  };
}

/** The collection of this thread's heap that gives back most; undefined where V8 was started without `--expose-gc`. */
export function savingCollection(): (() => void) | undefined {
  const { gc } = globalThis;
  if (gc === undefined) return undefined;
  return () => gc({ type: "major", execution: "sync", flavor: "last-resort" });
}

import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface MemoryOptions {
  /** The pages to read, over and over. */
  readonly pages: readonly string[];
  /** Numbers of pages read after which memory is measured, rising. */
  readonly stops: readonly number[];
  readonly read: (html: string) => unknown;
}

/** Memory of the process once the garbage is collected, in bytes. */
export interface MemorySample {
  readonly pages: number;
  /** Resident set: what the process takes from the machine. */
  readonly rss: number;
  /** Live objects of JavaScript. */
  readonly heapUsed: number;
}

/** Reads pages one after the other, letting the event loop turn between them as a worker does, and measures at every stop. */
export async function measureMemory({ pages, stops, read }: MemoryOptions): Promise<readonly MemorySample[]> {
  const collect = garbageCollector();
  const samples: MemorySample[] = [];
  let count = 0;
  for (const stop of stops) {
    while (count < stop) {
      read(pages[count % pages.length] ?? "");
      count += 1;
      await setImmediate();
    }
    // Twice: what the first run finalises, the second one frees.
    collect();
    await setImmediate();
    collect();
    const { rss, heapUsed } = process.memoryUsage();
    samples.push({ pages: stop, rss, heapUsed });
  }
  return samples;
}

/** Node hands out its collector only behind a flag, which may be set at any time. */
function garbageCollector(): () => void {
  setFlagsFromString("--expose_gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc !== "function") throw new Error("Node gave no garbage collector");
  return () => {
    gc();
  };
}

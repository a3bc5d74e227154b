export interface MemoryOptions {
  /** Numbers of pages read at which a stretch begins, rising, at least `stretch` apart. */
  readonly starts: readonly number[];
  /** Pages of a stretch. A whole round of the pages, so that all stretches read the same ones. */
  readonly stretch: number;
  /** Reads the next page, by its number from 0. */
  readonly read: (page: number) => Promise<unknown>;
}

/** What the process took from the machine in a stretch, all of its threads together: resident set in bytes, after each page. */
export interface MemorySample {
  /** Pages read when it began. */
  readonly from: number;
  readonly to: number;
  /** What lies between two collections says nothing by itself. */
  readonly mean: number;
  readonly highest: number;
}

/** Reads pages one after the other and looks at the process's memory on the way. */
export async function* measureMemory(options: MemoryOptions): AsyncGenerator<MemorySample> {
  const { starts, stretch, read } = options;
  let page = 0;
  for (const from of starts) {
    for (; page < from; page += 1) await read(page);
    let sum = 0;
    let highest = 0;
    for (; page < from + stretch; page += 1) {
      await read(page);
      const resident = process.memoryUsage.rss();
      sum += resident;
      highest = Math.max(highest, resident);
    }
    yield { from, to: page, mean: sum / stretch, highest };
  }
}

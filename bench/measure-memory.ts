export interface MemoryOptions {
  /** Numbers of pages read up to which memory is measured, rising. */
  readonly stops: readonly number[];
  /** Pages before each stop over which the least is taken: what lies between two collections says nothing. */
  readonly window: number;
  /** Reads the next page, by its number from 0. */
  readonly read: (page: number) => Promise<unknown>;
}

/** The least that the process took from the machine just before a stop, all of its threads together. */
export interface MemorySample {
  readonly pages: number;
  /** Resident set in bytes. */
  readonly lowest: number;
}

/** Reads pages one after the other and looks at the process's memory on the way. */
export async function* measureMemory(options: MemoryOptions): AsyncGenerator<MemorySample> {
  const { stops, window, read } = options;
  let page = 0;
  for (const stop of stops) {
    let lowest = Number.POSITIVE_INFINITY;
    for (; page < stop; page += 1) {
      await read(page);
      if (page >= stop - window) lowest = Math.min(lowest, process.memoryUsage.rss());
    }
    yield { pages: stop, lowest };
  }
}

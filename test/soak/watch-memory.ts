import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 100;

/** What a process took from the machine while it worked through a stretch of pages: resident set in bytes, all threads. */
export interface MemoryStretch {
  /** Pages when it began. */
  readonly from: number;
  /** Over the whole stretch: what lies between two collections says nothing by itself. */
  readonly mean: number;
  readonly lowest: number;
}

export interface MemoryWatch {
  stop(): readonly MemoryStretch[];
}

function residentBytes(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s*(\d+) kB/mu.exec(status)?.[1] ?? Number.NaN) * 1024;
  } catch {
    return null;
  }
}

/**
 * Looks at a process's memory, all threads together, while it works through pages.
 * @param pages How many it has had so far.
 * @param every Pages of a stretch.
 */
export function watchMemory(pid: number, pages: () => number, every: number): MemoryWatch {
  const stretches = new Map<number, { looks: number; sum: number; lowest: number }>();
  const timer = setInterval(() => {
    const bytes = residentBytes(pid);
    if (bytes === null || Number.isNaN(bytes)) return;
    const from = Math.floor(pages() / every) * every;
    const { looks, sum, lowest } = stretches.get(from) ?? { looks: 0, sum: 0, lowest: bytes };
    stretches.set(from, { looks: looks + 1, sum: sum + bytes, lowest: Math.min(bytes, lowest) });
  }, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return Array.from(stretches, ([from, { looks, sum, lowest }]) => ({
        from,
        mean: sum / looks,
        lowest,
      })).toSorted((a, b) => a.from - b.from);
    },
  };
}

/** How much more the process took on average in its last whole stretch than in the one that began at `from`; 0.05 is 5 %. */
export function growthSince(stretches: readonly MemoryStretch[], from: number): number {
  const whole = stretches.filter((stretch) => stretch.from >= from).slice(0, -1);
  const [first, last] = [whole[0], whole.at(-1)];
  if (first === undefined || last === undefined || whole.length < 2) {
    throw new Error(`too few stretches of pages from ${from} on to compare`);
  }
  return last.mean / first.mean - 1;
}

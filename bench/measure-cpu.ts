import { readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time in ticks of 10 ms (USER_HZ, fixed at 100 for programs). */
const TICK_MS = 10;
/** Processes that live shorter than this may be missed by the look around; their parents' own counts have them. */
const LOOK_EVERY_MS = 50;

interface ProcessStat {
  readonly parent: number;
  /** Tells a process from a later one of the same number. */
  readonly startedAt: string;
  /** User and system time of the process itself. */
  readonly ownMs: number;
  /** The same of its children that have ended and were waited for, and of theirs. */
  readonly childrenMs: number;
}

/** proc(5): the fields after the name, which is in brackets and may hold anything. */
function readStat(pid: number): ProcessStat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = (from: number): number => (Number(fields[from]) + Number(fields[from + 1])) * TICK_MS;
  return { parent: Number(fields[1]), startedAt: fields[19] ?? "", ownMs: ticks(11), childrenMs: ticks(13) };
}

/** CPU time of a process with all its threads so far, in milliseconds; 0 when there is none of that number. */
export function cpuOf(pid: number): number {
  return readStat(pid)?.ownMs ?? 0;
}

export interface TreeWatch {
  /** CPU time of the process and of all its descendants up to now, those that have ended included, in milliseconds. */
  stop(): number;
}

/**
 * Watches a child of this process and everything it starts, daemons that leave the tree included. What ends between
 * two looks is counted by this process's own account of its children. Only one child may be watched at a time.
 */
export function watchTree(root: number): TreeWatch {
  const seen = new Map<number, { readonly startedAt: string; ownMs: number }>();
  const ended: number[] = [];
  const waitedBefore = readStat(process.pid)?.childrenMs ?? 0;
  const look = (): void => {
    const stats = new Map<number, ProcessStat>();
    for (const name of readdirSync("/proc")) {
      const stat = /^\d+$/u.test(name) ? readStat(Number(name)) : null;
      if (stat !== null) stats.set(Number(name), stat);
    }
    const isOurs = (pid: number): boolean => {
      for (let at = pid; at > 1; at = stats.get(at)?.parent ?? 0) {
        if (at === root || seen.get(at)?.startedAt === stats.get(at)?.startedAt) return true;
      }
      return false;
    };
    for (const [pid, { startedAt, ownMs }] of stats) {
      const known = seen.get(pid);
      if (known?.startedAt === startedAt) known.ownMs = ownMs;
      else if (isOurs(pid)) {
        if (known !== undefined) ended.push(known.ownMs);
        seen.set(pid, { startedAt, ownMs });
      }
    }
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      const looked = [...ended, ...Array.from(seen.values(), ({ ownMs }) => ownMs)].reduce(
        (a, b) => a + b,
        0,
      );
      const waited = (readStat(process.pid)?.childrenMs ?? 0) - waitedBefore;
      return Math.max(looked, waited);
    },
  };
}

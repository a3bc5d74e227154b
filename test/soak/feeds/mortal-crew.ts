import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { FeedsProcessOptions } from "./feeds-process.ts";

export interface Deaths {
  readonly work: number;
  readonly crawl: number;
}

/** Processes that are killed at random and replaced at once. */
export interface MortalCrew {
  /** Crawls to the end, however often the crawling process dies. */
  crawl(): Promise<void>;
  deaths(): Deaths;
  /** Ends the killing and the processes. */
  close(): Promise<void>;
}

export interface MortalCrewOptions {
  readonly process: FeedsProcessOptions;
  readonly workers: number;
  /** How far the work has got, in whatever unit; only grows. */
  readonly progress: () => number;
  /** The next death comes after so much progress, and up to so much more. */
  readonly killEvery: readonly [least: number, more: number];
  readonly onKill?: (deaths: Deaths) => void;
}

const LOOK_MS = 10;
/** After the progress that calls for it a death comes within this, so that it falls on any step. */
const MOST_DELAY_MS = 150;

export function startMortalCrew(options: MortalCrewOptions): MortalCrew {
  const state = { work: 0, crawl: 0, over: false, crawler: null as ChildProcess | null };
  const workers: ChildProcess[] = [];

  const start = (role: "work" | "crawl"): ChildProcess =>
    fork(new URL("./feeds-process.ts", import.meta.url), [role, JSON.stringify(options.process)], {
      stdio: "inherit",
    });

  function startWorker(): void {
    const worker = start("work");
    workers.push(worker);
    worker.once("exit", () => {
      workers.splice(workers.indexOf(worker), 1);
      if (!state.over) startWorker();
    });
  }

  async function haunt(): Promise<void> {
    let last = options.progress();
    const [least, more] = options.killEvery;
    let due = least + Math.random() * more;
    while (!state.over) {
      await sleep(LOOK_MS);
      if (options.progress() - last < due) continue;
      await sleep(Math.random() * MOST_DELAY_MS);
      const alive = [...workers, ...(state.crawler === null ? [] : [state.crawler])];
      const victim = alive[Math.floor(Math.random() * alive.length)];
      if (state.over || victim?.kill("SIGKILL") !== true) continue;
      state[victim === state.crawler ? "crawl" : "work"] += 1;
      options.onKill?.({ work: state.work, crawl: state.crawl });
      last = options.progress();
      due = least + Math.random() * more;
    }
  }

  for (let count = 0; count < options.workers; count += 1) startWorker();
  const haunting = haunt();
  return {
    async crawl() {
      for (;;) {
        state.crawler = start("crawl");
        const [code, signal] = (await once(state.crawler, "exit")) as [number | null, string | null];
        state.crawler = null;
        if (code === 0) return;
        if (signal !== "SIGKILL") throw new Error(`the crawl ended with ${code ?? signal}`);
      }
    },
    deaths: () => ({ work: state.work, crawl: state.crawl }),
    async close() {
      state.over = true;
      await haunting;
      await Promise.all(
        workers.map(async (worker) => {
          const gone = once(worker, "exit");
          worker.kill("SIGTERM");
          await gone;
        }),
      );
    },
  };
}

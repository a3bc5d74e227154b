import { once } from "node:events";
import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { BigSite } from "../site/big-site.ts";
import type { MortalRedis } from "./mortal-redis.ts";

/** When something dies: each time the site has been asked for so many stories, or every so often. */
export type KillPlan = { readonly atStories: readonly number[] } | { readonly everyMs: number };

export interface SoakOptions {
  readonly site: BigSite;
  readonly redis: MortalRedis;
  /** Worker processes that are there at any time. */
  readonly workers: number;
  /** Starts one and resolves when it works. */
  readonly startWorker: () => Promise<ChildProcess>;
  readonly killWorkers: KillPlan;
  readonly killRedis: KillPlan;
  /** Runs the crawl to its end, beside the workers. */
  readonly crawl: () => Promise<void>;
  readonly onKill?: (what: "worker" | "redis", storiesAsked: number) => void;
  /** From 0 to 1; chooses who dies. */
  readonly random?: () => number;
}

export interface SoakDeaths {
  readonly workers: number;
  readonly redis: number;
}

const LOOK_MS = 20;

function storiesAsked(site: BigSite): number {
  return new Set(site.requests.flatMap(({ host, path }) => (path.startsWith("/story/") ? [host + path] : [])))
    .size;
}

/** Answers whether the time for the next death has come. */
function killClock(plan: KillPlan): (asked: number) => boolean {
  if ("atStories" in plan) {
    const left = [...plan.atStories];
    return (asked) => {
      if (left[0] === undefined || asked < left[0]) return false;
      left.shift();
      return true;
    };
  }
  let next = performance.now() + plan.everyMs;
  return () => {
    if (performance.now() < next) return false;
    next = performance.now() + plan.everyMs;
    return true;
  };
}

async function endWorker(worker: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill(signal);
  await gone;
}

/** Kills workers and Redis by plan until the crawl is over; every worker that dies is replaced. */
async function haunt(options: SoakOptions, crew: ChildProcess[], over: AbortSignal): Promise<SoakDeaths> {
  const { site, redis, random = Math.random, onKill = () => {} } = options;
  const workersDue = killClock(options.killWorkers);
  const redisDue = killClock(options.killRedis);
  const deaths = { workers: 0, redis: 0 };
  while (!over.aborted) {
    const asked = storiesAsked(site);
    if (workersDue(asked)) {
      const [victim] = crew.splice(Math.floor(random() * crew.length), 1);
      if (victim !== undefined) await endWorker(victim, "SIGKILL");
      deaths.workers += 1;
      onKill("worker", asked);
      crew.push(await options.startWorker());
    }
    if (redisDue(asked)) {
      await redis.kill();
      deaths.redis += 1;
      onKill("redis", asked);
    }
    await sleep(LOOK_MS);
  }
  return deaths;
}

/**
 * A crawl with worker processes beside it, some of which die without a word, as does Redis. What must hold afterwards
 * is in check-soak.ts.
 */
export async function runSoak(options: SoakOptions): Promise<SoakDeaths> {
  const crew = await Promise.all(Array.from({ length: options.workers }, () => options.startWorker()));
  const over = new AbortController();
  const haunting = haunt(options, crew, over.signal);
  try {
    await Promise.race([options.crawl(), haunting.then(() => new Promise<never>(() => {}))]);
  } finally {
    over.abort();
    await haunting.catch(() => undefined);
    await Promise.all(crew.map((worker) => endWorker(worker, "SIGTERM")));
  }
  return haunting;
}

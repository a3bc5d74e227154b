import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { CrawlPlan } from "./crawl-options.ts";
import type { Frontier } from "./frontier.ts";
import { sweepKey } from "./queue-keys.ts";
import { addCrawlJobs, type Queues } from "./queues.ts";
import type { Tracing } from "./tracing.ts";

/** Between two looks for entries whose job was lost; short, since after a crash the whole host may wait for one. */
const SWEEP_EVERY_MS = 10_000;
/** Rounds begin no closer together than this: under load one round feeds what many pages made room for. */
const COLLECT_MS = 50;

export interface FeederParts {
  readonly redis: Redis;
  readonly frontier: Frontier;
  readonly queues: Queues;
  readonly tracing: Tracing;
  readonly planOf: (runId: string) => Promise<CrawlPlan | null>;
  readonly onError: (error: unknown) => void;
}

/** Moves pages from the frontier into the queues, as many as the window allows. Any number of processes may. */
export interface Feeder {
  /** Feeds a run soon; calls that come while it is being fed become one more round. */
  wake(runId: string): void;
  /**
   * Gives every page in flight its job again: a process may have died between taking the page from the frontier and
   * adding the job. Pages whose job is there are left alone.
   */
  sweep(runId: string): Promise<void>;
  /** Sweeps unless some process did so a moment ago. */
  sweepInTurn(runId: string): Promise<void>;
  /** Resolves when no round is running. */
  idle(): Promise<void>;
}

export function createFeeder(parts: FeederParts): Feeder {
  const { frontier, queues, tracing } = parts;
  const rounds = new Map<string, Promise<void>>();
  const again = new Set<string>();

  async function feed(runId: string): Promise<void> {
    const plan = await parts.planOf(runId);
    if (plan === null) return;
    const pages = await frontier.feed(runId);
    const requests = pages.map(({ waitMs, ...page }) => ({
      page: { ...page, stage: "fetch" as const, archiveKey: null },
      delayMs: waitMs,
    }));
    await tracing.within(plan.trace ?? null, () => addCrawlJobs(queues, { runId, plan }, requests));
  }

  async function feedUntilQuiet(runId: string): Promise<void> {
    try {
      do {
        again.delete(runId);
        await feed(runId);
        await sleep(COLLECT_MS);
      } while (again.has(runId));
    } catch (error) {
      parts.onError(error);
    } finally {
      rounds.delete(runId);
      if (again.delete(runId)) wake(runId);
    }
  }

  function wake(runId: string): void {
    if (rounds.has(runId)) again.add(runId);
    else rounds.set(runId, feedUntilQuiet(runId));
  }

  async function sweep(runId: string): Promise<void> {
    const plan = await parts.planOf(runId);
    if (plan === null) return;
    const pages = await frontier.inFlight(runId);
    // A page that is being extracted is so in its crawl job; one whose crawl job was lost gets an extract job by it.
    const requests = pages.map((page) => ({ page, delayMs: 0 }));
    await tracing.within(plan.trace ?? null, () => addCrawlJobs(queues, { runId, plan }, requests));
  }

  return {
    wake,
    sweep,
    async sweepInTurn(runId) {
      const turn = await parts.redis.set(sweepKey(runId), process.pid, "PX", SWEEP_EVERY_MS, "NX");
      if (turn !== null) await sweep(runId);
    },
    async idle() {
      while (rounds.size > 0) await Promise.all(rounds.values());
    },
  };
}

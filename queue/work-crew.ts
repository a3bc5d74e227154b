import type { Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import { createAttendance } from "./attendance.ts";
import type { CrawlOptions } from "./crawl-options.ts";
import { CRAWL_CONCURRENCY, startCrawlWorker } from "./crawl-worker.ts";
import { createExtractPool, threadsBesideCrawl, type ExtractPool } from "./extract-pool.ts";
import { startExtractWorker } from "./extract-worker.ts";
import { createFeeder, type Feeder } from "./feeder.ts";
import type { Frontier } from "./frontier.ts";
import type { TroubleTiming } from "./host-trouble.ts";
import { createHostTurns } from "./host-turns.ts";
import { createPlanCache } from "./plan-cache.ts";
import { startReextractWorker } from "./reextract/reextract-worker.ts";
import { DEFAULT_LOCK_TIMING, openQueues, type LockTiming } from "./queues.ts";
import { createJobTeller, type JobReport } from "./tell-jobs.ts";
import { createStoreWriter } from "./store-writer.ts";
import { traceFetcher, tracePool, traceWriter } from "./trace-parts.ts";
import { NO_TRACING, type Tracing } from "./tracing.ts";

/** The signs of life that a run needs: well within the time after which it counts as unattended. */
const TICK_MS = 1000;
/** How long running jobs may finish after a stop before they are put back. */
const DRAIN_MS = 10_000;

/** What work needs from its caller, who made it and closes it. */
export interface WorkParts {
  /** A connection by connectRedis or openRedis. */
  readonly redis: Redis;
  /** The fetcher for a crawl's options (its render mode, for one). */
  readonly fetcherFor: (options: CrawlOptions) => PageFetcher;
  readonly store: ArticleStore;
  readonly archive: PageArchive;
  /** A pool to share; else one is made and closed here. */
  readonly pool?: ExtractPool;
  /** Spans of what the jobs do; none by default. */
  readonly tracing?: Tracing;
  /** Pages fetched at the same time. */
  readonly concurrency?: number;
  readonly lockTiming?: LockTiming;
  /** How long running jobs may finish after a stop before they are put back. */
  readonly drainMs?: number;
  /** How long hosts in trouble are left alone. */
  readonly troubleTiming?: TroubleTiming;
  /** Told of trouble that heals by itself, such as a lost connection. */
  readonly onWarning?: (error: unknown) => void;
  /** Told how each job ended. */
  readonly onJob?: (report: JobReport) => void;
}

/** The workers, the feeder and the clock of one process. */
export interface WorkCrew {
  readonly frontier: Frontier;
  readonly feeder: Feeder;
  /** Hands out the first pages of a run that this process came for. */
  begin(runId: string): Promise<void>;
  /** Rejects when the disk, the database or Redis refused a step; never resolves. */
  readonly fatal: Promise<never>;
  /** Takes no new jobs, lets running ones finish within the deadline, puts the others back. */
  stop(): Promise<void>;
}

interface Clock {
  stop(): Promise<void>;
}

/** Once a second: says that the runs are looked after, feeds them, and gives lost pages their jobs again. */
function startClock(tick: () => Promise<void>, onError: (error: unknown) => void): Clock {
  const state = { running: Promise.resolve(), busy: false };
  const round = async () => {
    state.busy = true;
    try {
      await tick();
    } catch (error) {
      onError(error);
    } finally {
      state.busy = false;
    }
  };
  const timer = setInterval(() => {
    if (!state.busy) state.running = round();
  }, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await state.running;
    },
  };
}

async function closeWorkers(
  workers: readonly Worker[],
  hardStop: AbortController,
  drainMs: number,
): Promise<void> {
  const timer = setTimeout(
    () => hardStop.abort(new Error("The deadline for running jobs has passed.")),
    drainMs,
  );
  try {
    await Promise.all(workers.map((worker) => worker.close()));
  } finally {
    clearTimeout(timer);
  }
}

/** @param ownRun The run this process came for; null to take part in all runs. */
export function startCrew(parts: WorkParts, frontier: Frontier, ownRun: string | null): WorkCrew {
  const { redis, tracing = NO_TRACING } = parts;
  const warn = parts.onWarning ?? (() => {});
  const timing = parts.lockTiming ?? DEFAULT_LOCK_TIMING;
  const fatal = Promise.withResolvers<never>();
  // Whoever runs the crew awaits it; a crew that is stopped first must not end the process by it.
  fatal.promise.catch(() => {});
  const hardStop = new AbortController();
  const queues = openQueues(redis, warn, tracing);
  const plans = createPlanCache(frontier);
  const attendance = createAttendance(redis, ownRun);
  const feeder = createFeeder({
    redis,
    frontier,
    queues,
    tracing,
    planOf: plans.planOf,
    onError: fatal.reject,
  });
  const hostTurns = createHostTurns(redis, parts.troubleTiming);
  const pool = parts.pool ?? createExtractPool({ threads: threadsBesideCrawl() });
  const concurrency = parts.concurrency ?? CRAWL_CONCURRENCY;
  const teller = parts.onJob === undefined ? null : createJobTeller(parts.onJob);
  const context = {
    ...parts,
    ...plans,
    queues,
    frontier: teller?.watch(frontier) ?? frontier,
    feeder,
    hostTurns,
    tracing,
    fetcherFor: (options: CrawlOptions) => traceFetcher(parts.fetcherFor(options), tracing),
    pool: tracePool(pool, tracing),
    writer: traceWriter(createStoreWriter(parts.store, { atATime: concurrency }), tracing),
    minds: attendance.minds,
    hardStop: hardStop.signal,
    onFatal: fatal.reject,
  };
  const workers: readonly Worker[] = [
    startCrawlWorker(context, { concurrency, timing }),
    startExtractWorker(context, timing),
    // Whoever came for one crawl alone has no part in other work.
    ...(ownRun === null ? [startReextractWorker({ ...context, timing, signal: hardStop.signal })] : []),
  ];
  for (const worker of workers) {
    worker.on("error", warn);
    teller?.listen(worker);
  }
  const clock = startClock(async () => {
    for (const runId of ownRun === null ? await frontier.runs() : [ownRun]) {
      await attendance.attend(runId);
      await feeder.sweepInTurn(runId);
      feeder.wake(runId);
    }
  }, fatal.reject);

  return {
    frontier,
    feeder,
    fatal: fatal.promise,
    async begin(runId) {
      // Said before the first job is there: others drop the jobs of a run that nobody attends.
      await attendance.attend(runId);
      await feeder.sweep(runId);
      feeder.wake(runId);
    },
    async stop() {
      await clock.stop();
      await closeWorkers(workers, hardStop, parts.drainMs ?? DRAIN_MS);
      await feeder.idle();
      hostTurns.close();
      if (ownRun !== null) await attendance.leave(ownRun);
      await queues.close();
      if (parts.pool === undefined) await pool.close();
    },
  };
}

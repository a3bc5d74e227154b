import { Queue, type JobsOptions, type WorkerOptions } from "bullmq";
import type { Redis } from "ioredis";
import type { CrawlPlan } from "./crawl-options.ts";
import type { InFlightPage } from "./frontier.ts";
import type { CrawlJob, ExtractJob } from "./job-types.ts";
import { KEY_PREFIX } from "./queue-keys.ts";
import { retryDelay } from "./retry-timing.ts";
import { NO_TRACING, type Tracing } from "./tracing.ts";

export const CRAWL_QUEUE = "crawl";
export const EXTRACT_QUEUE = "extract";

/** Failed jobs stay to be looked at; older ones make room. The dead letters, all of them, are the frontier's (dead-letters.ts). */
const KEPT_FAILED_JOBS = 1000;
/** BullMQ writes every step of every job into a stream that nobody here reads; keep it short. */
const KEPT_EVENTS = 100;

/** A worker that was killed is noticed after its lock has run out and the next check has passed. */
const LOCK_MS = 15_000;
const STALLED_CHECK_MS = 7500;
/** The frontier counts how often a page was begun and gives up on it; BullMQ must not, or the page would be lost. */
const NEVER = 1_000_000;

export interface LockTiming {
  readonly lockMs: number;
  readonly stalledCheckMs: number;
}
export const DEFAULT_LOCK_TIMING: LockTiming = { lockMs: LOCK_MS, stalledCheckMs: STALLED_CHECK_MS };

export interface Queues {
  readonly crawl: Queue<CrawlJob>;
  readonly extract: Queue<ExtractJob>;
  close(): Promise<void>;
}

const telemetryOf = ({ telemetry }: Tracing): Pick<WorkerOptions, "telemetry"> =>
  telemetry === null ? {} : { telemetry };

export function openQueues(redis: Redis, onError: (error: Error) => void, tracing = NO_TRACING): Queues {
  const streams = { events: { maxLen: KEPT_EVENTS } };
  const options = { connection: redis, prefix: KEY_PREFIX, streams, ...telemetryOf(tracing) };
  const crawl = new Queue<CrawlJob>(CRAWL_QUEUE, options);
  const extract = new Queue<ExtractJob>(EXTRACT_QUEUE, options);
  for (const queue of [crawl, extract]) queue.on("error", onError);
  return {
    crawl,
    extract,
    async close() {
      await Promise.all([crawl.close(), extract.close()]);
    },
  };
}

/** The same page of the same run always has the same job: adding it again while it is there does nothing. */
function jobOptions(runId: string, id: string, plan: CrawlPlan): JobsOptions {
  return {
    jobId: `${runId}.${id}`,
    attempts: plan.options.attempts,
    backoff: { type: "galley" },
    priority: plan.options.priority,
    removeOnComplete: true,
    removeOnFail: { count: KEPT_FAILED_JOBS },
    stackTraceLimit: 1,
  };
}

export interface CrawlJobRequest {
  readonly page: InFlightPage;
  readonly delayMs: number;
}

export async function addCrawlJobs(
  queues: Queues,
  run: { readonly runId: string; readonly plan: CrawlPlan },
  requests: readonly CrawlJobRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  await queues.crawl.addBulk(
    requests.map(({ page, delayMs }) => ({
      name: CRAWL_QUEUE,
      data: { runId: run.runId, id: page.id, ...page.request },
      opts: { ...jobOptions(run.runId, page.id, run.plan), delay: delayMs },
    })),
  );
}

export async function addExtractJobs(
  queues: Queues,
  run: { readonly runId: string; readonly plan: CrawlPlan },
  jobs: readonly Omit<ExtractJob, "runId">[],
): Promise<void> {
  if (jobs.length === 0) return;
  await queues.extract.addBulk(
    jobs.map((job) => ({
      name: EXTRACT_QUEUE,
      data: { runId: run.runId, ...job },
      opts: jobOptions(run.runId, job.id, run.plan),
    })),
  );
}

export interface WorkerSettings {
  readonly concurrency: number;
  readonly timing: LockTiming;
  readonly tracing: Tracing;
}

export function workerOptions(redis: Redis, { concurrency, timing, tracing }: WorkerSettings): WorkerOptions {
  return {
    ...telemetryOf(tracing),
    connection: redis,
    prefix: KEY_PREFIX,
    concurrency,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledCheckMs,
    maxStalledCount: NEVER,
    settings: { backoffStrategy: (attemptsMade, _type, error) => retryDelay(attemptsMade, error) },
  };
}

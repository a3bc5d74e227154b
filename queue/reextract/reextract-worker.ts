import { UnrecoverableError, Worker, type Job } from "bullmq";
import type { Redis } from "ioredis";
import { messageOf } from "../../errors.ts";
import { EXTRACT_JOBS_BEYOND_THREADS } from "../extract-worker.ts";
import { workerOptions, type LockTiming } from "../queues.ts";
import type { Tracing } from "../tracing.ts";
import {
  outcomesKey,
  REEXTRACT_QUEUE,
  reextractJobSchema,
  type ReextractJob,
  type ReextractOutcome,
} from "./reextract-job.ts";
import { reextractPage, type ReextractParts } from "./reextract-page.ts";

/** Outcomes that nobody reads, since their reader was killed, go by themselves. */
const KEPT_SECONDS = 24 * 3600;

export interface ReextractWorkerOptions extends ReextractParts {
  readonly redis: Redis;
  readonly timing: LockTiming;
  readonly tracing: Tracing;
  /** Aborted when running jobs must give up their work. */
  readonly signal: AbortSignal;
}

async function processReextractJob(options: ReextractWorkerOptions, job: Job<ReextractJob>): Promise<void> {
  const parsed = reextractJobSchema.safeParse(job.data);
  if (!parsed.success) throw new UnrecoverableError(`Not a reextract job: ${parsed.error.message}`);
  const { runId, index, articleId, pageKey } = parsed.data;
  const tell = async (outcome: ReextractOutcome): Promise<void> => {
    await options.redis
      .multi()
      .hset(outcomesKey(runId), String(index), JSON.stringify(outcome))
      .expire(outcomesKey(runId), KEPT_SECONDS)
      .exec();
  };
  try {
    await tell(await reextractPage(options, parsed.data, options.signal));
  } catch (error) {
    const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    if (!isLast || options.signal.aborted) throw error;
    await tell({ pageKey, articleId, url: "", state: "failed", diff: [], reason: messageOf(error) });
  }
}

/** Reextract jobs: archive, thread pool, comparison, and the store where it is asked for. The same job twice gives the same. */
export function startReextractWorker(options: ReextractWorkerOptions): Worker<ReextractJob> {
  return new Worker<ReextractJob>(
    REEXTRACT_QUEUE,
    (job) => processReextractJob(options, job),
    workerOptions(options.redis, {
      concurrency: options.pool.threads + EXTRACT_JOBS_BEYOND_THREADS,
      timing: options.timing,
      tracing: options.tracing,
    }),
  );
}

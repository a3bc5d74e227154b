import type { Redis } from "ioredis";
import { openDeadLetters } from "./dead-letters.ts";
import { openFrontier, type RunStatus } from "./frontier.ts";
import { PARKED_KEY } from "./queue-keys.ts";
import { openQueues, type Queues } from "./queues.ts";

/** Jobs of one queue. */
export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

/** A run that is not finished. */
export interface RunStats extends RunStatus {
  readonly seeds: readonly string[];
}

export interface QueueStats {
  readonly crawl: JobCounts;
  readonly extract: JobCounts;
  readonly runs: readonly RunStats[];
  /** Pages that failed for good. */
  readonly deadLetters: number;
  /** Hosts in trouble, left alone for now. */
  readonly parkedHosts: number;
}

async function countsOf(queue: Queues["crawl"] | Queues["extract"]): Promise<JobCounts> {
  const { wait = 0, prioritized = 0, active = 0, delayed = 0 } = await queue.getJobCounts();
  return { waiting: wait + prioritized, active, delayed };
}

/** What waits and what is being worked on, over all crawls of this Redis. */
export async function readQueueStats(redis: Redis): Promise<QueueStats> {
  const frontier = openFrontier(redis);
  const queues = openQueues(redis, () => {});
  try {
    const runs = await Promise.all(
      (await frontier.runs()).toSorted().map(async (runId): Promise<readonly RunStats[]> => {
        const [status, plan] = await Promise.all([frontier.status(runId), frontier.plan(runId)]);
        return status === null ? [] : [{ ...status, seeds: plan?.seeds ?? [] }];
      }),
    );
    return {
      crawl: await countsOf(queues.crawl),
      extract: await countsOf(queues.extract),
      runs: runs.flat(),
      deadLetters: await openDeadLetters(redis).count(),
      parkedHosts: await redis.zcount(PARKED_KEY, Date.now(), "+inf"),
    };
  } finally {
    await queues.close();
  }
}

export interface Drained {
  /** Runs that were ended. */
  readonly runs: number;
  /** Pages of them that waited or were in work. */
  readonly pages: number;
}

/** Ends every run and throws away what waits. What was stored stays; pages in work come to nothing. */
export async function drainQueue(redis: Redis): Promise<Drained> {
  const frontier = openFrontier(redis);
  const queues = openQueues(redis, () => {});
  const drained = { runs: 0, pages: 0 };
  try {
    for (const runId of await frontier.runs()) {
      const status = await frontier.status(runId);
      if (!(await frontier.cancel(runId))) continue;
      drained.runs += 1;
      drained.pages += (status?.counts.pending ?? 0) + (status?.counts.inFlight ?? 0);
    }
    // What no run stands behind any more.
    for (const queue of [queues.crawl, queues.extract]) await queue.drain(true);
    return drained;
  } finally {
    await queues.close();
  }
}

import { Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { LockTiming } from "../queues.ts";
import { workerOptions } from "../queues.ts";
import { HEAL_TURN_KEY } from "./source-scripts.ts";
import { NO_TRACING, type Tracing } from "../tracing.ts";
import { createJobTeller, type JobReport } from "../tell-jobs.ts";
import { openSchedules } from "./schedules.ts";
import type { EndedRun } from "./source-runs.ts";
import { TICK_QUEUE, tickOf, type TickJob } from "./tick-queue.ts";

/** Ticks only begin runs; one at a time would do, but one source in trouble must not hold the others up. */
const CONCURRENCY = 8;
/** A run's end is recorded within this time. */
const SETTLE_EVERY_MS = 1000;
/** A schedule that has lost its next tick gets it back within this time, by whichever process comes first. */
const HEAL_EVERY_MS = 5000;

export interface TickWorkerParts {
  readonly redis: Redis;
  readonly lockTiming: LockTiming;
  readonly tracing?: Tracing;
  /** Told of trouble that heals by itself, such as a lost connection. */
  readonly onWarning: (error: unknown) => void;
  /** Told of each run that this process found ended. */
  readonly onRunEnded?: (ended: EndedRun) => void;
  /** Told how each tick ended. */
  readonly onJob?: ((report: JobReport) => void) | undefined;
}

/** What takes up ticks in one process. */
export interface TickWorker {
  /** Rejects when Redis refuses a step; never resolves. */
  readonly fatal: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Takes up ticks, records the runs that have ended, and looks after the schedules: at once and then every few seconds.
 * Any number of processes may.
 */
export function startTickWorker(parts: TickWorkerParts): TickWorker {
  const { redis, lockTiming, onWarning, onRunEnded, tracing = NO_TRACING } = parts;
  const schedules = openSchedules(redis, onWarning, tracing);
  const fatal = Promise.withResolvers<never>();
  fatal.promise.catch(() => {});
  const worker = new Worker<TickJob>(
    TICK_QUEUE,
    async ({ id, data }) => {
      const time = tickOf(id);
      if (time !== null) await schedules.tick(data.source, time);
    },
    workerOptions(redis, { concurrency: CONCURRENCY, timing: lockTiming, tracing }),
  );
  worker.on("error", onWarning);
  if (parts.onJob !== undefined) createJobTeller(parts.onJob).listen(worker);

  async function look(): Promise<void> {
    for (const ended of await schedules.settle()) onRunEnded?.(ended);
    const turn = await redis.set(HEAL_TURN_KEY, process.pid, "PX", HEAL_EVERY_MS, "NX");
    if (turn !== null) await schedules.heal();
  }
  const state = { busy: true, looking: Promise.resolve() };
  const begin = (work: () => Promise<void>): void => {
    state.busy = true;
    state.looking = work()
      .catch(fatal.reject)
      .finally(() => (state.busy = false));
  };
  // Whoever starts looks for itself: the one whose turn it is may have died.
  begin(schedules.heal);
  const timer = setInterval(() => {
    if (!state.busy) begin(look);
  }, SETTLE_EVERY_MS);

  return {
    fatal: fatal.promise,
    async stop() {
      clearInterval(timer);
      await worker.close();
      await state.looking;
      await schedules.close();
    },
  };
}

import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { KEY_PREFIX } from "../queue-keys.ts";
import { nextTick, type Schedule } from "./cron.ts";

/** The queue of ticks: one delayed job for each schedule, its next time. */
export const TICK_QUEUE = "schedule";

/** A tick's job is tried this often when Redis refuses a step; the run it began is started by others then. */
const TICK_ATTEMPTS = 10;
const RETRY_MS = 1000;
const KEPT_FAILED_TICKS = 100;
const KEPT_EVENTS = 100;

/** A job's data on the tick queue; its scheduled time is in its id (`tickOf`). */
export interface TickJob {
  readonly source: string;
}

/** BullMQ's job schedulers, one a source that has a cron and is not paused. */
export interface TickQueue {
  /** The scheduled time of the next job, or null when there is no such scheduler. */
  next(name: string): Promise<number | null>;
  /**
   * Whether the scheduler is this one and its next job is where it can still be taken up, or is being taken up. A
   * scheduler whose job is gone (deleted, or failed before it left a successor) never fires again by itself.
   */
  isAlive(name: string, schedule: Schedule): Promise<boolean>;
  /** Sets the scheduler; a job of it that waits, overdue or not, is replaced by the next one. */
  set(name: string, schedule: Schedule): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The scheduled time of a tick's job, which BullMQ keeps in its id alone; null when it is no such job. */
export function tickOf(jobId: string | undefined): number | null {
  const time = /^repeat:.*:(?<time>\d+)$/u.exec(jobId ?? "")?.groups?.["time"];
  return time === undefined ? null : Number(time);
}

const DEAD_STATES: ReadonlySet<string> = new Set(["completed", "failed", "unknown"]);

export function openTickQueue(redis: Redis, onError: (error: Error) => void): TickQueue {
  const queue = new Queue<TickJob>(TICK_QUEUE, {
    connection: redis,
    prefix: KEY_PREFIX,
    streams: { events: { maxLen: KEPT_EVENTS } },
  });
  queue.on("error", onError);
  const jobId = (name: string, time: number): string => `repeat:${name}:${time}`;

  const next = async (name: string): Promise<number | null> =>
    (await queue.getJobScheduler(name))?.next ?? null;

  /** What a broken scheduler left behind would be in the way of the next job of the same time. */
  async function clearAway(name: string, schedule: Schedule): Promise<void> {
    const time = await next(name);
    if (time !== null && !DEAD_STATES.has(await queue.getJobState(jobId(name, time)))) return;
    await queue.removeJobScheduler(name);
    for (const left of [time, nextTick(schedule, Date.now())]) {
      if (left !== null) await queue.remove(jobId(name, left));
    }
  }

  return {
    next,
    async isAlive(name, { cron, timezone }) {
      for (;;) {
        const scheduler = await queue.getJobScheduler(name);
        if (typeof scheduler?.next !== "number") return false;
        if (scheduler.pattern !== cron || scheduler.tz !== timezone) return false;
        const state = await queue.getJobState(jobId(name, scheduler.next));
        if (!DEAD_STATES.has(state)) return true;
        // Between the two looks a worker may have taken the job and put the next one in its place.
        if ((await next(name)) === scheduler.next) return false;
      }
    },
    async set(name, schedule) {
      const opts = {
        attempts: TICK_ATTEMPTS,
        backoff: { type: "fixed", delay: RETRY_MS },
        removeOnComplete: true,
        removeOnFail: { count: KEPT_FAILED_TICKS },
      };
      await clearAway(name, schedule);
      const template = { name: "tick", data: { source: name }, opts };
      await queue.upsertJobScheduler(name, { pattern: schedule.cron, tz: schedule.timezone }, template);
    },
    async remove(name) {
      await queue.removeJobScheduler(name);
    },
    async names() {
      return (await queue.getJobSchedulers()).map(({ key }) => key);
    },
    close: () => queue.close(),
  };
}

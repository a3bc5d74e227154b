import type { Redis } from "ioredis";
import { PermanentError, UsageError } from "../../errors.ts";
import { openFrontier } from "../frontier.ts";
import { runScript } from "../redis-script.ts";
import { NO_TRACING, type Tracing } from "../tracing.ts";
import { nextTick, type Schedule } from "./cron.ts";
import { withScheduleLock } from "./schedule-lock.ts";
import {
  openSourceRuns,
  type BegunRun,
  type EndedRun,
  type SourceRun,
  type TickNote,
} from "./source-runs.ts";
import type { SourceDefinition } from "./source-schema.ts";
import { DEFINE, FORGET, RESUME, sourceKey, SOURCES_KEY } from "./source-scripts.ts";
import { readSource, scheduleOf, type StoredSource } from "./stored-source.ts";
import { openTickQueue } from "./tick-queue.ts";

export interface AppliedSource {
  readonly name: string;
  /** `left`: it is not among the definitions, and was not to be removed. */
  readonly change: "added" | "changed" | "unchanged" | "removed" | "left";
}

export interface SourceStatus {
  readonly name: string;
  readonly definition: SourceDefinition;
  /** `manual`: it has no cron. */
  readonly state: "active" | "paused" | "manual";
  /** The next scheduled time, ISO 8601; null unless active. */
  readonly next: string | null;
  /** The run that is going. */
  readonly running: SourceRun | null;
  /** The newest run that has ended. */
  readonly last: SourceRun | null;
}

/**
 * Sources and when they run. Any number of processes may use it on one Redis; what is done twice, or at once, is done
 * once. Methods that take a name throw UsageError where no source has it.
 */
export interface Schedules {
  /** Makes the sources what the definitions say. One whose cron and time zone are as they were keeps its next tick. */
  apply(
    sources: readonly SourceDefinition[],
    options?: { readonly others?: "keep" | "remove" },
  ): Promise<readonly AppliedSource[]>;
  /** All sources by name. */
  list(): Promise<readonly SourceStatus[]>;
  get(name: string): Promise<SourceStatus>;
  /** Begins a run by hand, or joins the one that is going. Workers on this Redis do it. */
  begin(name: string): Promise<BegunRun>;
  /** Ticks stop; the definition and the history stay. A run that is going goes on. */
  pause(name: string): Promise<void>;
  /** Ticks go on from now. */
  resume(name: string): Promise<void>;
  /** Forgets the source with its history. A run that is going goes on, unrecorded. */
  remove(name: string): Promise<void>;
  /** Runs, the newest first; the last 200 that have ended are known. */
  history(name: string, limit?: number): Promise<readonly SourceRun[]>;
  /** What became of the last 1,000 ticks, in the order of their times. */
  ticks(name: string): Promise<readonly TickNote[]>;
  /** Takes up one tick of a source, milliseconds since the epoch: what a worker does with a job of the tick queue. */
  tick(name: string, time: number): Promise<BegunRun>;
  /**
   * Records runs that have ended, and starts those that a process which died only began.
   * @returns The runs that this call recorded; each is told to one caller.
   */
  settle(): Promise<readonly EndedRun[]>;
  /** Looks at every schedule and gives those their next tick that have lost it; a tick that was missed is run now. */
  heal(): Promise<void>;
  close(): Promise<void>;
}

/** @param onError Told of trouble that heals by itself, such as a lost connection. */
export function openSchedules(
  redis: Redis,
  onError: (error: Error) => void = () => {},
  tracing: Tracing = NO_TRACING,
): Schedules {
  const queue = openTickQueue(redis, onError);
  const runs = openSourceRuns(redis, openFrontier(redis), tracing);

  async function required(name: string): Promise<StoredSource> {
    const source = await readSource(redis, name);
    if (source !== null) return source;
    const advice = "galley schedule list shows them, and galley schedule apply FILE adds to them";
    throw new UsageError("usage", `There is no source ${JSON.stringify(name)}; ${advice}.`);
  }

  /** The first tick that should have been recorded by now and was not, or null. */
  async function missedTick(name: string, base: number, schedule: Schedule): Promise<number | null> {
    const [last] = await redis.zrevrange(`${sourceKey(name)}:order`, 0, 0);
    const due = nextTick(schedule, Math.max(Number(last ?? 0), base));
    return due <= Date.now() ? due : null;
  }

  async function tick(name: string, time: number): Promise<BegunRun> {
    const source = await readSource(redis, name);
    const schedule = source === null ? null : scheduleOf(source);
    const late = schedule !== null && nextTick(schedule, time) <= Date.now();
    return runs.begin(name, { trigger: "tick", tick: time, late });
  }

  /**
   * Makes the scheduler what the source says. Setting it puts a waiting tick away, overdue or not: so one that is as
   * it should be is left alone, and a tick that fell into a gap is taken up here, after the next one is safe.
   */
  async function ensure(name: string): Promise<void> {
    const source = await readSource(redis, name);
    const schedule = source === null ? null : scheduleOf(source);
    if (source === null || schedule === null) return queue.remove(name);
    if (await queue.isAlive(name, schedule)) return;
    await queue.set(name, schedule);
    const missed = await missedTick(name, source.base, schedule);
    if (missed !== null) await tick(name, missed);
  }

  /** One source that cannot be read must not keep the others from being looked after. */
  async function unlessBroken(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      onError(error);
    }
  }

  const change = <Result>(name: string, work: () => Promise<Result>): Promise<Result | null> =>
    withScheduleLock(redis, { name, whenTaken: "wait" }, work);

  async function define(definition: SourceDefinition): Promise<AppliedSource["change"]> {
    const { name, cron, timezone } = definition;
    const before = await readSource(redis, name).then(
      (source) => source?.definition,
      // What cannot be read is written anew, and counts from now.
      (error: unknown) => {
        if (error instanceof PermanentError) return { cron: null, timezone: "" };
        throw error;
      },
    );
    const retimed = before !== undefined && (before.cron !== cron || before.timezone !== timezone);
    const text = JSON.stringify(definition);
    const keys = [sourceKey(name), SOURCES_KEY];
    await runScript(redis, DEFINE, keys, [name, text, Date.now(), retimed ? "1" : ""]);
    await ensure(name);
    if (before === undefined) return "added";
    return JSON.stringify(before) === text ? "unchanged" : "changed";
  }

  async function forget(name: string): Promise<void> {
    await runScript(redis, FORGET, [sourceKey(name), SOURCES_KEY], [name]);
    await ensure(name);
  }

  async function statusOf(name: string, source: StoredSource): Promise<SourceStatus> {
    const { definition, paused } = source;
    const state = definition.cron === null ? "manual" : paused ? "paused" : "active";
    const next = state === "active" ? await queue.next(name) : null;
    const [newest, second] = await runs.history(name, 2);
    const running = newest?.state === "running" ? newest : null;
    const last = (running === null ? newest : second) ?? null;
    return {
      name,
      definition,
      state,
      next: next === null ? null : new Date(next).toISOString(),
      running,
      last,
    };
  }

  return {
    tick,
    settle: () => runs.settle(),
    async apply(sources, { others = "keep" } = {}) {
      const applied: AppliedSource[] = [];
      for (const definition of sources) {
        const { name } = definition;
        applied.push({ name, change: (await change(name, () => define(definition))) ?? "unchanged" });
      }
      const named = new Set(sources.map(({ name }) => name));
      for (const name of (await redis.smembers(SOURCES_KEY)).toSorted()) {
        if (named.has(name)) continue;
        if (others === "remove") await change(name, () => forget(name));
        applied.push({ name, change: others === "remove" ? "removed" : "left" });
      }
      return applied;
    },
    async list() {
      const names = (await redis.smembers(SOURCES_KEY)).toSorted();
      const all = await Promise.all(
        names.map(async (name) => {
          const source = await readSource(redis, name);
          return source === null ? null : statusOf(name, source);
        }),
      );
      return all.filter((status) => status !== null);
    },
    get: async (name) => statusOf(name, await required(name)),
    async begin(name) {
      await required(name);
      return runs.begin(name, { trigger: "manual" });
    },
    async pause(name) {
      await required(name);
      await change(name, async () => {
        await redis.hset(sourceKey(name), "paused", "1");
        await ensure(name);
      });
    },
    async resume(name) {
      await required(name);
      await change(name, async () => {
        await runScript(redis, RESUME, [sourceKey(name)], [Date.now()]);
        await ensure(name);
      });
    },
    async remove(name) {
      // One that cannot be read can be removed all the same.
      if ((await redis.sismember(SOURCES_KEY, name)) === 0) await required(name);
      await change(name, () => forget(name));
    },
    async history(name, limit) {
      await required(name);
      return runs.history(name, limit);
    },
    async ticks(name) {
      await required(name);
      return runs.ticks(name);
    },
    async heal() {
      const names = new Set([...(await redis.smembers(SOURCES_KEY)), ...(await queue.names())]);
      for (const name of names) {
        const look = (): Promise<void> => unlessBroken(() => ensure(name));
        await withScheduleLock(redis, { name, whenTaken: "skip" }, look);
      }
    },
    close: () => queue.close(),
  };
}

import assert from "node:assert/strict";
import type { Redis } from "ioredis";
import { sourceCrawlId } from "../../queue/crawl-options.ts";
import { crawlKey } from "../../queue/queue-keys.ts";
import { ticksBetween, type Schedule } from "../../queue/sources/cron.ts";
import type { Schedules } from "../../queue/sources/schedules.ts";
import type { TickNote } from "../../queue/sources/source-runs.ts";

export interface CheckedTicks {
  readonly recorded: number;
  /** Scheduled times for which an earlier tick stands that was itself taken up only after they were due. */
  readonly covered: number;
  readonly started: number;
  readonly merged: number;
}

/**
 * No scheduled time is missed: between the first and the last recorded tick each is recorded itself, or the recorded
 * one before it was taken up so late that it was due already, and stands for it (a catch-up of one).
 */
function assertNoneMissed(ticks: readonly TickNote[], schedule: Schedule): number {
  const [first, last] = [ticks[0]?.tick ?? 0, ticks.at(-1)?.tick ?? 0];
  const byTime = new Map(ticks.map((tick) => [tick.tick, tick]));
  let before = ticks[0];
  let covered = 0;
  for (const time of ticksBetween(schedule, first - 1, last)) {
    const own = byTime.get(time);
    if (own === undefined) {
      const at = before?.at ?? 0;
      assert.ok(
        at >= time,
        `${new Date(time).toISOString()} was missed: the tick before was taken up at ${at}`,
      );
      assert.equal(before?.late, true, "a tick that stands for others is recorded as late");
      covered += 1;
    } else before = own;
    byTime.delete(time);
  }
  assert.deepEqual([...byTime.keys()], [], "ticks at times that are none of the schedule's");
  return covered;
}

/** Checks what is left of a source when all workers have stopped: no tick missed, none doubled, one schedule. */
export async function assertTicks(
  { redis, schedules }: { readonly redis: Redis; readonly schedules: Schedules },
  name: string,
): Promise<CheckedTicks> {
  const { definition, next } = await schedules.get(name);
  const schedule = { cron: definition.cron ?? "", timezone: definition.timezone };
  const ticks = await schedules.ticks(name);
  const covered = assertNoneMissed(ticks, schedule);

  // None doubled: each started tick has a run of its own, each run one started tick, and the crawl as many runs.
  const started = ticks.filter(({ outcome }) => outcome === "started");
  const runs = await schedules.history(name);
  assert.equal(new Set(started.map(({ run }) => run)).size, started.length, "two ticks began one run");
  assert.deepEqual(
    runs.map(({ number, tick }) => [number, Date.parse(tick ?? "")]).toSorted(([a = 0], [b = 0]) => a - b),
    started.map(({ run, tick }) => [run, tick]),
    "the runs are not those that the ticks began",
  );
  assert.equal(
    Number(await redis.get(crawlKey(sourceCrawlId(name)))),
    runs.length,
    "the crawl ran more often",
  );
  const merged = ticks.length - started.length;
  assert.equal(
    runs.reduce((sum, { mergedTicks }) => sum + mergedTicks, 0),
    merged,
  );

  assert.equal(await redis.zcard("galley:schedule:repeat"), 1, "one schedule");
  const jobs = await redis.zrange("galley:schedule:delayed", "0", "-1");
  const waiting = await redis.lrange("galley:schedule:wait", 0, -1);
  assert.deepEqual([...jobs, ...waiting], [`repeat:${name}:${Date.parse(next ?? "")}`], "one next tick");
  return { recorded: ticks.length, covered, started: started.length, merged };
}

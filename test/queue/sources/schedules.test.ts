import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError, UsageError } from "../../../errors.ts";
import { openFrontier } from "../../../queue/frontier.ts";
import { nextTick } from "../../../queue/sources/cron.ts";
import { openSchedules } from "../../../queue/sources/schedules.ts";
import { sourceKey } from "../../../queue/sources/source-scripts.ts";
import { testFolder, testRedis } from "../test-place.ts";
import { aSource, FAR_CRON, testSchedules, tickJobs } from "./source-place.ts";

const HOUR_MS = 3_600_000;

test("two applies, and ten at once, leave one schedule with one next tick", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  const jobs = tickJobs(t, client);
  const sources = [aSource({ name: "weir", cron: FAR_CRON }), aSource({ name: "lock" })];
  assert.deepEqual(await schedules.apply(sources), [
    { name: "weir", change: "added" },
    { name: "lock", change: "added" },
  ]);
  assert.deepEqual(
    (await schedules.apply(sources)).map(({ change }) => change),
    ["unchanged", "unchanged"],
  );
  await Promise.all(Array.from({ length: 10 }, () => schedules.apply(sources)));
  assert.deepEqual([await jobs.getJobSchedulersCount(), await jobs.getDelayedCount()], [1, 1]);
  const listed = await schedules.list();
  assert.deepEqual(
    listed.map(({ name, state }) => [name, state]),
    [
      ["lock", "manual"],
      ["weir", "active"],
    ],
  );
  const due = nextTick({ cron: FAR_CRON, timezone: "UTC" }, Date.now());
  assert.equal(listed[1]?.next, new Date(due).toISOString());
});

test("an apply leaves a tick that is due where it is; a new cron or time zone replaces it", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  const jobs = tickJobs(t, client);
  await schedules.apply([aSource({ name: "weir", cron: "* * * * * *" })]);
  const [before] = await jobs.getDelayed();
  const due = Number(/\d+$/u.exec(before?.id ?? "")?.[0]);
  while (Date.now() <= due) await new Promise((resolve) => setTimeout(resolve, 20));
  // Nobody works here, so it is overdue now.
  await schedules.apply([aSource({ name: "weir", cron: "* * * * * *", limit: 7 })]);
  assert.deepEqual(
    (await jobs.getDelayed()).map(({ id }) => id),
    [before?.id],
  );
  await schedules.apply([aSource({ name: "weir", cron: FAR_CRON, timezone: "Asia/Tokyo" })]);
  const tokyo = nextTick({ cron: FAR_CRON, timezone: "Asia/Tokyo" }, Date.now());
  assert.equal((await schedules.get("weir")).next, new Date(tokyo).toISOString());
  assert.deepEqual((await jobs.getDelayed()).length, 1);
  // The old cron's tick that somebody took meanwhile does not count any more.
  assert.equal((await schedules.tick("weir", due)).outcome, "paused");
});

test("others stay unless they are to be removed", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  await schedules.apply([
    aSource({ name: "weir", cron: FAR_CRON }),
    aSource({ name: "lock", cron: FAR_CRON }),
  ]);
  const one = [aSource({ name: "weir", cron: FAR_CRON })];
  assert.deepEqual((await schedules.apply(one))[1], { name: "lock", change: "left" });
  assert.deepEqual((await schedules.apply(one, { others: "remove" }))[1], {
    name: "lock",
    change: "removed",
  });
  assert.deepEqual(
    (await schedules.list()).map(({ name }) => name),
    ["weir"],
  );
  assert.equal(await tickJobs(t, client).getJobSchedulersCount(), 1);
  await schedules.remove("weir");
  assert.deepEqual((await client.keys("galley:source*")).toSorted(), []);
  assert.equal(await tickJobs(t, client).getDelayedCount(), 0);
});

test("a paused source has no ticks, also one that was due; resumed it counts from then", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  const jobs = tickJobs(t, client);
  await schedules.apply([aSource({ name: "weir", cron: FAR_CRON })]);
  await schedules.pause("weir");
  assert.deepEqual([(await schedules.get("weir")).state, await jobs.getDelayedCount()], ["paused", 0]);
  await schedules.apply([aSource({ name: "weir", cron: FAR_CRON, limit: 3 })]);
  await schedules.heal();
  assert.equal(await jobs.getDelayedCount(), 0, "neither apply nor heal wakes it");
  const whilePaused = Date.now() + 5;
  assert.equal((await schedules.tick("weir", whilePaused)).outcome, "paused");
  await new Promise((resolve) => setTimeout(resolve, 10));
  await schedules.resume("weir");
  assert.equal((await schedules.tick("weir", whilePaused)).outcome, "paused");
  assert.deepEqual([(await schedules.get("weir")).state, await jobs.getDelayedCount()], ["active", 1]);
  assert.deepEqual(await schedules.ticks("weir"), []);
});

test("a tick that comes from many sides at once is recorded once and begins one run", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  await schedules.apply([aSource({ name: "weir", cron: FAR_CRON })]);
  const time = Date.now() + 60_000;
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => schedules.tick("weir", time)));
  assert.equal(outcomes.filter(({ outcome }) => outcome === "begun").length, 1);
  assert.equal(outcomes.filter(({ outcome }) => outcome === "known").length, 19);
  const runs = await openFrontier(client).runs();
  assert.equal(runs.length, 1);
  // The run is going, since nobody works here: the next tick is merged into it, and a hand joins it.
  assert.equal((await schedules.tick("weir", time + HOUR_MS)).outcome, "merged");
  assert.deepEqual(await schedules.begin("weir"), { outcome: "joined", number: 1 });
  const [run] = await schedules.history("weir");
  assert.deepEqual([run?.state, run?.trigger, run?.mergedTicks, run?.runId], ["running", "tick", 1, runs[0]]);
  assert.deepEqual(
    (await schedules.ticks("weir")).map(({ tick, outcome, run }) => [tick, outcome, run]),
    [
      [time, "started", 1],
      [time + HOUR_MS, "merged", 1],
    ],
  );
});

test("a process that dies between beginning a run and starting it leaves it to the next", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  await schedules.apply([aSource({ name: "weir", cron: FAR_CRON })]);
  const time = Date.now() + 60_000;
  await schedules.tick("weir", time);
  const current = `${sourceKey("weir")}:current`;
  const runId = await client.hget(current, "runId");
  // What it leaves behind when it dies after the frontier's start: the run is there, its number is not.
  await client.hset(current, "runId", "");
  await schedules.tick("weir", time);
  assert.equal(await client.hget(current, "runId"), runId, "no second run");
  // And when even the tick's job is lost, whoever looks after the schedules finds it in a while.
  await client.hset(current, "runId", "", "startedAt", Date.now() - HOUR_MS);
  await schedules.settle();
  assert.equal(await client.hget(current, "runId"), runId);
  assert.equal((await openFrontier(client).runs()).length, 1);
});

test("however a schedule has lost its next tick, looking after it brings it back, once", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  const jobs = tickJobs(t, client);
  await schedules.apply([aSource({ name: "weir", cron: FAR_CRON })]);
  const [job] = await jobs.getDelayed();
  const id = job?.id ?? assert.fail("no job");
  const losses: Readonly<Record<string, () => Promise<unknown>>> = {
    "the job was removed": () =>
      client.multi().zrem("galley:schedule:delayed", id).del(`galley:schedule:${id}`).exec(),
    "the job is in no list": () => client.zrem("galley:schedule:delayed", id),
    "the job failed": () =>
      client.multi().zrem("galley:schedule:delayed", id).zadd("galley:schedule:failed", 1, id).exec(),
    "the scheduler is gone": () => client.del("galley:schedule:repeat"),
    "the queue was emptied": () => jobs.obliterate({ force: true }),
  };
  for (const [loss, lose] of Object.entries(losses)) {
    await lose();
    await Promise.all([schedules.heal(), schedules.heal(), schedules.heal()]);
    assert.deepEqual(
      (await jobs.getDelayed()).map((it) => it.id),
      [id],
      loss,
    );
    assert.equal(await jobs.getJobSchedulersCount(), 1, loss);
  }
  assert.deepEqual(await schedules.ticks("weir"), [], "nothing was missed");
  await client.del(sourceKey("weir"));
  await client.srem("galley:sources", "weir");
  await schedules.heal();
  assert.equal(await jobs.getDelayedCount(), 0, "a scheduler without a source goes");
});

test("a tick that was lost with its schedule is run on return, once and late", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  await schedules.apply([aSource({ name: "weir", cron: "0 * * * *" })]);
  await client.hset(sourceKey("weir"), "base", Date.now() - 5 * HOUR_MS);
  await tickJobs(t, client).obliterate({ force: true });
  await Promise.all([schedules.heal(), schedules.heal()]);
  await schedules.heal();
  const ticks = await schedules.ticks("weir");
  assert.deepEqual(
    ticks.map(({ outcome, late }) => [outcome, late]),
    [["started", true]],
  );
  assert.ok((ticks[0]?.tick ?? 0) < Date.now() - 3 * HOUR_MS, "the first that was missed");
  assert.deepEqual(
    (await schedules.history("weir")).map(({ late, trigger }) => [late, trigger]),
    [[true, "tick"]],
  );
});

test("a definition that another version wrote is named, holds nobody up, and is mended by an apply", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const warnings: unknown[] = [];
  const schedules = openSchedules(client, (error) => warnings.push(error));
  t.after(() => schedules.close());
  const sources = [aSource({ name: "weir", cron: FAR_CRON }), aSource({ name: "lock", cron: FAR_CRON })];
  await schedules.apply(sources);
  await client.hset(sourceKey("weir"), "definition", `{"name":"weir","seeds":[],"colour":"blue"}`);
  await tickJobs(t, client).obliterate({ force: true });
  await schedules.heal();
  assert.match(String(warnings), /"weir".*apply sources\.yaml again/u);
  assert.notEqual((await schedules.get("lock")).next, null);
  await assert.rejects(schedules.list(), PermanentError);
  assert.deepEqual(
    (await schedules.apply(sources)).map(({ change }) => change),
    ["changed", "unchanged"],
  );
  assert.notEqual((await schedules.get("weir")).next, null);
  await client.hset(sourceKey("weir"), "definition", "{}");
  await schedules.remove("weir");
  assert.deepEqual(
    (await schedules.list()).map(({ name }) => name),
    ["lock"],
  );
});

test("names that nobody has are refused by name", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const schedules = testSchedules(t, client);
  for (const act of [
    schedules.get,
    schedules.begin,
    schedules.pause,
    schedules.resume,
    schedules.remove,
    schedules.history,
  ])
    await assert.rejects(
      act("nobody"),
      (error) => error instanceof UsageError && /"nobody"/u.test(error.message),
    );
});

import assert from "node:assert/strict";
import { after, before, test, type TestContext } from "node:test";
import { runWorkers } from "../../../queue/run-workers.ts";
import type { Schedules } from "../../../queue/sources/schedules.ts";
import type { SourceRun } from "../../../queue/sources/source-runs.ts";
import type { Site } from "../../site/site-types.ts";
import { startSite } from "../../site/start-site.ts";
import { FAST_LOCKS } from "../fast-locks.ts";
import { storedUrls, testFolder, testParts, testRedis } from "../test-place.ts";
import { aSource, FAR_CRON, testSchedules } from "./source-place.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** What `galley work` runs, in this process. */
async function startWork(t: TestContext, folder: string, redis: Parameters<typeof testSchedules>[1]) {
  const { fetcher, ...parts } = await testParts(t, folder);
  const stop = new AbortController();
  const work = { ...parts, redis, fetcherFor: () => fetcher, lockTiming: FAST_LOCKS, drainMs: 1000 };
  const running = runWorkers({ ...work, signal: stop.signal });
  const end = async (): Promise<void> => {
    stop.abort();
    await running;
  };
  return { store: parts.store, end };
}

async function untilEnded(schedules: Schedules, name: string, number: number): Promise<SourceRun> {
  for (;;) {
    const run = (await schedules.history(name)).find((it) => it.number === number);
    if (run !== undefined && run.state !== "running") return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("each run records what came of it; over an unchanged site a second one asks on condition and extracts nothing", async (t) => {
  const folder = await testFolder();
  const { client } = await testRedis(t, folder);
  const schedules = testSchedules(t, client);
  const work = await startWork(t, folder, client);
  try {
    const seeds = [`${site.origin("kestrel")}/`, `${site.origin("kestrel")}/rss.xml`];
    await schedules.apply([aSource({ name: "kestrel", cron: FAR_CRON, seeds, render: "never" })]);
    const articles = site.articles.filter(({ host }) => host === "kestrel.localhost");

    const tick = Date.now() + 60_000;
    await schedules.tick("kestrel", tick);
    const first = await untilEnded(schedules, "kestrel", 1);
    const { counts } = first;
    assert.deepEqual([first.state, first.trigger, first.late], ["finished", "tick", false]);
    assert.equal(Date.parse(first.tick ?? ""), tick);
    assert.ok(Date.parse(first.endedAt ?? "") >= Date.parse(first.startedAt));
    assert.deepEqual(
      [counts.new, counts.changed, counts.unchanged, counts.failed],
      [articles.length, 0, 0, 0],
    );
    assert.equal(counts.found, counts.new + counts.skipped);
    assert.deepEqual(await storedUrls(work.store), articles.map(({ url }) => url).toSorted());

    const from = site.requests.length;
    assert.deepEqual(await schedules.begin("kestrel"), { outcome: "begun", number: 2 });
    const second = await untilEnded(schedules, "kestrel", 2);
    assert.deepEqual([second.trigger, second.tick], ["manual", null]);
    const again = second.counts;
    assert.deepEqual([again.new, again.changed, again.failed, again.skipped], [0, 0, 0, 0]);
    assert.deepEqual([again.found, again.unchanged], [counts.found, counts.found]);
    const asked = site.requests.slice(from).filter(({ path }) => path !== "/robots.txt");
    assert.ok(
      asked.every(({ headers }) => headers["if-none-match"] !== undefined),
      "everything on condition",
    );
    assert.deepEqual(
      (await schedules.history("kestrel")).map(({ number }) => number),
      [2, 1],
    );
    const [status] = await schedules.list();
    assert.deepEqual([status?.running, status?.last?.number], [null, 2]);
  } finally {
    await work.end();
  }
});

test("workers take up a source's ticks, and a pause ends them", async (t) => {
  const folder = await testFolder();
  const { client } = await testRedis(t, folder);
  const schedules = testSchedules(t, client);
  const work = await startWork(t, folder, client);
  try {
    const seeds = [`${site.origin("kestrel")}/sitemaps/news.xml`];
    await schedules.apply([aSource({ name: "news", cron: "* * * * * *", seeds, depth: 0 })]);
    while ((await schedules.history("news")).filter(({ state }) => state === "finished").length < 2)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await schedules.pause("news");
    const ticks = await schedules.ticks("news");
    const paused = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const later = (await schedules.ticks("news")).filter(({ tick }) => tick > paused);
    assert.deepEqual(later, [], "no tick after the pause");
    assert.ok(ticks.length >= 2);
  } finally {
    await work.end();
  }
});

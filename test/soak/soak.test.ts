import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { connectRedis } from "../../queue/redis-connection.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { FAST_LOCKS } from "../queue/fast-locks.ts";
import { testFolder, testParts } from "../queue/test-place.ts";
import { startBigSite } from "../site/big-site.ts";
import { assertGaps, assertNothingLeft, assertStoredOnce } from "./check-soak.ts";
import { startMortalRedis } from "./mortal-redis.ts";
import { runSoak } from "./run-soak.ts";

// The short form of `npm run soak:crawl`: the same code with fewer of everything and faster locks.

const DELAY_MS = 50;
const CRAWL_DELAY_MS = 120;

test("workers and Redis that die lose nothing, double nothing and press no host", async (t) => {
  const folder = await testFolder();
  const site = await startBigSite({ hosts: 6, pagesPerHost: 20, crawlDelayMs: CRAWL_DELAY_MS });
  t.after(() => site.close());
  const redis = await startMortalRedis(folder);
  t.after(() => redis.close());
  const parts = await testParts(t, folder);
  const client = connectRedis({ socketPath: redis.socketPath }, "soak-crawl");
  client.on("error", () => {});
  t.after(() => client.disconnect());
  const startWorker = async () => {
    const worker = fork(new URL("../queue/worker-process.ts", import.meta.url), [redis.socketPath, folder], {
      stdio: "inherit",
    });
    await once(worker, "message");
    return worker;
  };
  const crawl = async () => {
    const options = { delayMs: DELAY_MS };
    const timing = { lockTiming: FAST_LOCKS, concurrency: 2 };
    const report = await runCrawl({ ...parts, ...timing, redis: client, seeds: site.seeds, options });
    assert.deepEqual([report.state, report.counts.failed, report.failures], ["finished", 0, []]);
  };
  const deaths = await runSoak({
    site,
    redis,
    workers: 3,
    startWorker,
    killWorkers: { atStories: [25, 70] },
    killRedis: { atStories: [50] },
    crawl,
  });
  assert.deepEqual(deaths, { workers: 2, redis: 1 });
  await assertStoredOnce(parts.store, site);
  await assertNothingLeft(redis.socketPath);
  const gaps = assertGaps(site, DELAY_MS);
  assert.ok(gaps.shortestWithCrawlDelay >= CRAWL_DELAY_MS && gaps.requests > 120);
});

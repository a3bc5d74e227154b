import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";
import { testFolder } from "../../queue/test-place.ts";
import { startMortalRedis } from "../mortal-redis.ts";
import { assertFeedsSoak } from "./check-feeds-soak.ts";
import { runFeedsSoak } from "./run-feeds-soak.ts";

// The short form of `npm run soak:feeds`: the same code with fewer of everything, into SQLite.

test("killed anywhere between fetch and sink, with Redis and the receiver away for a while: nothing lost, doubled or out of order", async (t) => {
  const folder = await testFolder();
  const redis = await startMortalRedis(folder);
  t.after(() => redis.close());
  const result = await runFeedsSoak({
    folder,
    redis,
    store: `sqlite:${join(folder, "galley.db")}`,
    databaseOutage: null,
    hosts: 2,
    pagesPerHost: 10,
    workers: 2,
    killEvery: [12, 20],
    outageMs: 500,
    leastDeaths: 3,
  });
  assertFeedsSoak(result);
  assert.ok(result.deaths.work + result.deaths.crawl >= 3, JSON.stringify(result.deaths));
  assert.deepEqual(result.outages, ["the receiver", "Redis"]);
});

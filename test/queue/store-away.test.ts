import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import type { CrawlCounts } from "../../queue/frontier.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { openPostgresStore } from "../../storage/postgres-store.ts";
import { startPostgres } from "../storage/postgres-server.ts";
import { startSmallSite } from "./small-site.ts";
import { storedStories, testFolder, testParts, testRedis } from "./test-place.ts";

test("a database that goes away in the middle of a crawl is waited for, and no page pays for it", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 3, storiesPerHost: 40 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const database = await startPostgres();
  t.after(() => database.close());
  const store = await openPostgresStore(database.url("galley"));
  const parts = { ...(await testParts(t, folder)), store };

  let stopped: Promise<void> | null = null;
  let waiting: CrawlCounts | null = null;
  /** Stops the database once pages are being stored, and starts it when the crawl has nothing left but to wait. */
  async function stopForAWhile(): Promise<void> {
    await database.stop("immediate");
    for (let before = -1; before !== waiting?.fetched;) {
      before = waiting?.fetched ?? 0;
      await sleep(500);
    }
    await database.start();
  }
  const report = await runCrawl({
    seeds: site.seeds,
    options: { delayMs: 0, attempts: 1 },
    redis: redis.client,
    ...parts,
    onProgress(counts) {
      waiting = counts;
      if (counts.stored >= 5) stopped ??= stopForAWhile();
    },
  });
  assert.notEqual(stopped, null, "the database was stopped in the middle");
  await stopped;
  assert.equal(report.state, "finished");
  assert.deepEqual(report.failures, []);
  assert.deepEqual(await storedStories(store), site.stories.toSorted());
  assert.equal(report.counts.stored, await store.count());
  assert.equal((await store.events({ after: 0, limit: 1000 })).length, await store.count());
  await store.close();
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { runCrawl } from "../../queue/run-crawl.ts";
import { startSmallSite } from "./small-site.ts";
import { storedStories, testFolder, testParts, testRedis } from "./test-place.ts";

const AT_ONCE = { delayMs: 0 };

test("a crawl fetches every page once and stores every story once", async (t) => {
  const folder = await testFolder(t);
  const site = await startSmallSite({ hosts: 3, storiesPerHost: 12 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const report = await runCrawl({ seeds: site.seeds, options: AT_ONCE, redis: redis.client, ...parts });
  assert.equal(report.state, "finished");
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
  assert.equal(report.counts.found, 39);
  assert.equal(report.counts.fetched, 39);
  assert.equal(report.counts.failed, 0);
  const urls = site.requests.map(({ host, path }) => host + path);
  assert.equal(new Set(urls).size, 39);
  assert.equal(urls.length, 39);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCrawl, usedMemory } from "../../bench/measure-frontier.ts";
import { testFolder, testRedis } from "./test-place.ts";

// The short form of `npm run bench:frontier`, without its rates: a busy machine says nothing of those.

const URLS = 5000;
const MOST_BYTES = 400;

test("a URL in the frontier takes no more than 400 bytes of Redis memory, and all come out again", async (t) => {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const before = await usedMemory(redis.client);
  const crawl = await openCrawl(redis.client, "short");
  await crawl.add(URLS);
  const bytes = ((await usedMemory(redis.client)) - before) / URLS;
  assert.ok(bytes <= MOST_BYTES, `${bytes.toFixed(0)} bytes`);
  await crawl.take(URLS);
  await assert.rejects(crawl.take(2), /no page for short left/u);
});

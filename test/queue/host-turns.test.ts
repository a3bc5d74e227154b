import assert from "node:assert/strict";
import { test } from "node:test";
import { TransientError } from "../../errors.ts";
import { createHostTurns } from "../../queue/host-turns.ts";
import { takeHostSlot } from "../../queue/host-slot.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { assertGaps, assertNothingLeft, assertStoredOnce } from "../soak/check-soak.ts";
import { startBigSite } from "../site/big-site.ts";
import { testFolder, testParts, testRedis } from "./test-place.ts";

const page = (host: string, crawlDelayMs: number | null = null) =>
  ({ host, kind: "page", crawlDelayMs }) as const;

test("a reserved slot serves the first request to the host, and is free again when none came", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const turns = createHostTurns(client);
  const host = "inn.example";
  const unused = await turns.reserve(host, 60_000);
  assert.ok(unused.ok);
  assert.equal((await turns.reserve(host, 60_000)).ok, false);
  await unused.release();
  const used = await turns.reserve(host, 60_000);
  assert.ok(used.ok);
  const turn = await turns.forPage(60_000).take(page(host));
  await turn.release(0);
  await used.release();
  const next = await turns.reserve(host, 60_000);
  assert.ok(!next.ok && next.waitMs > 50_000);
  turns.close();
});

test("a page that would wait long for its first request is put off; one on its way waits until it is interrupted", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const turns = createHostTurns(client);
  const host = "busy.example";
  const parked = await takeHostSlot(client, { host, delayMs: 1 });
  assert.ok(parked.ok);
  await parked.slot.release(60_000);
  const first = turns.forPage(10);
  await assert.rejects(first.take(page(host)), TransientError);
  const hindrance = first.hindrance();
  assert.ok(hindrance?.kind === "postponed" && hindrance.waitMs > 50_000);
  const second = turns.forPage(10);
  await (await second.take(page("other.example"))).release(0);
  const controller = new AbortController();
  const waiting = second.take({ ...page(host), signal: controller.signal });
  controller.abort();
  await assert.rejects(waiting);
  assert.equal(second.hindrance(), null);
  turns.close();
});

test("Crawl-delay is kept without a delay of the crawl's own, over two crawls of one host and their redirects", async (t) => {
  const folder = await testFolder();
  const site = await startBigSite({ hosts: 4, pagesPerHost: 8, crawlDelayMs: 150 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = (seeds: readonly string[]) =>
    runCrawl({ seeds, options: { delayMs: 0 }, redis: redis.client, ...parts });
  const reports = await Promise.all([crawl(site.seeds), crawl(site.seeds.slice(2))]);
  assert.deepEqual(
    reports.map(({ state, counts }) => [state, counts.failed]),
    [
      ["finished", 0],
      ["finished", 0],
    ],
  );
  const { shortestWithCrawlDelay } = assertGaps(site, 0);
  assert.ok(Number.isFinite(shortestWithCrawlDelay) && shortestWithCrawlDelay >= 150);
  assert.ok(site.requests.some(({ host, path }) => path === "/go/3" && site.crawlDelayOf(host) === 0));
  await assertStoredOnce(parts.store, site);
  await assertNothingLeft(redis.description);
});

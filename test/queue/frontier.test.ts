import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import * as fc from "fast-check";
import { crawlOptionsSchema, type CrawlOptionsInput } from "../../queue/crawl-options.ts";
import { openFrontier, type FedPage, type Frontier } from "../../queue/frontier.ts";
import { decodeEntry, encodeEntry } from "../../queue/page-entry.ts";
import type { RedisServer } from "../../queue/redis-server.ts";
import type { PageRequest } from "../../types.ts";
import { testFolder, testRedis } from "./test-place.ts";

const FREE = { delayMs: 0 };

function pages(host: string, count: number): readonly PageRequest[] {
  return Array.from({ length: count }, (_, i) => ({
    url: `https://${host}/${i}`,
    depth: 1,
    referrer: `https://${host}/`,
  }));
}

async function startRun(frontier: Frontier, seeds: readonly string[], options: CrawlOptionsInput = FREE) {
  return frontier.start({ seeds, options: crawlOptionsSchema.parse(options) });
}

async function open(t: TestContext, window?: number): Promise<{ redis: RedisServer; frontier: Frontier }> {
  const redis = await testRedis(t, await testFolder());
  return { redis, frontier: openFrontier(redis.client, window) };
}

const done = (frontier: Frontier, runId: string, page: FedPage) => frontier.settle(runId, page.id, "stored");

test("an entry comes back as it went in", () => {
  const url = fc.webUrl({ withQueryParameters: true }).map((text) => new URL(text).href);
  fc.assert(
    fc.property(url, fc.nat(50), fc.option(url), (pageUrl, depth, referrer) => {
      const request = { url: pageUrl, depth, referrer };
      const entry = encodeEntry(request);
      assert.deepEqual(decodeEntry(entry.text, entry.host), request);
    }),
  );
});

test("a page once seen is never handed out again, whoever adds it", async (t) => {
  const { frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://pier.example/"]);
  const added = await Promise.all(
    Array.from({ length: 4 }, () => frontier.add(runId, pages("pier.example", 50))),
  );
  assert.equal(
    added.reduce((sum, n) => sum + n, 0),
    50,
  );
  const fed = (await Promise.all(Array.from({ length: 8 }, () => frontier.feed(runId)))).flat();
  assert.equal(fed.length, 51);
  assert.equal(new Set(fed.map((page) => page.request.url)).size, 51);
  assert.deepEqual(fed.find((page) => page.request.url.endsWith("/7"))?.request, pages("pier.example", 8)[7]);
});

test("the window holds pages back and goes on as they are settled", async (t) => {
  const { frontier } = await open(t, 10);
  const { runId } = await startRun(frontier, ["https://a.example/", "https://b.example/"]);
  await frontier.add(runId, [...pages("a.example", 30), ...pages("b.example", 30)]);
  const first = await frontier.feed(runId);
  assert.equal(first.length, 10);
  assert.equal(first.filter((page) => page.host === "a.example").length, 5, "hosts take turns");
  assert.equal((await frontier.feed(runId)).length, 0);
  for (const page of first.slice(0, 3)) await done(frontier, runId, page);
  assert.equal((await frontier.feed(runId)).length, 3);
});

test("with a delay a host has one page at a time, and another as soon as that one is fetched", async (t) => {
  const { frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://a.example/", "https://b.example/"], { delayMs: 500 });
  await frontier.add(runId, pages("a.example", 5));
  const first = await frontier.feed(runId);
  assert.deepEqual(first.map((page) => page.host).toSorted(), ["a.example", "b.example"]);
  const page = first.find(({ host }) => host === "a.example");
  assert.ok(page !== undefined);
  await frontier.fetched(runId, page.id, { finalUrl: page.request.url, archiveKey: "k", links: [] });
  const second = await frontier.feed(runId);
  assert.deepEqual(
    second.map(({ host }) => host),
    ["a.example"],
  );
  const [next] = second;
  assert.ok(next !== undefined);
  await frontier.retryLater(runId, next.id);
  await frontier.retryLater(runId, next.id);
  assert.equal(
    (await frontier.feed(runId)).length,
    1,
    "a page that waits for its retry does not hold its host",
  );
});

test("the limit is exact, however many feed", async (t) => {
  const { frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://a.example/"], { ...FREE, limit: 17 });
  await frontier.add(runId, pages("a.example", 100));
  const fed = (await Promise.all(Array.from({ length: 10 }, () => frontier.feed(runId)))).flat();
  assert.equal(fed.length, 17);
  for (const page of fed) await done(frontier, runId, page);
  assert.equal((await frontier.feed(runId)).length, 0);
  assert.equal((await frontier.status(runId))?.state, "finished");
});

test("every step may happen twice and counts once", async (t) => {
  const { frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://a.example/", "https://b.example/"]);
  const [page] = await frontier.feed(runId);
  assert.ok(page !== undefined);
  assert.equal((await frontier.claim(runId, page.id, "fetch")).starts, 1);
  assert.equal((await frontier.claim(runId, page.id, "fetch")).starts, 2);
  const entry = { finalUrl: page.request.url, archiveKey: "key", links: pages("a.example", 3) };
  assert.equal(await frontier.fetched(runId, page.id, entry), "here");
  assert.equal(await frontier.fetched(runId, page.id, entry), "extract");
  assert.deepEqual(await frontier.claim(runId, page.id, "fetch"), {
    stage: "extract",
    starts: 0,
    archiveKey: "key",
    known: null,
  });
  assert.equal((await frontier.claim(runId, page.id, "extract")).starts, 2);
  assert.equal(await done(frontier, runId, page), true);
  assert.equal(await done(frontier, runId, page), false);
  assert.equal(await frontier.settle(runId, page.id, "failed"), false);
  assert.equal((await frontier.claim(runId, page.id, "extract")).stage, null);
  const counts = (await frontier.status(runId))?.counts;
  assert.deepEqual(counts, {
    found: 5,
    pending: 3,
    inFlight: 1,
    fetched: 1,
    stored: 1,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    reasons: {},
  });
});

test("a redirect to a page that is known is skipped; to one that is not, it is that page", async (t) => {
  const { frontier } = await open(t);
  const seeds = ["https://a.example/old", "https://a.example/new", "https://a.example/moved"];
  const { runId } = await startRun(frontier, seeds);
  const fed = await frontier.feed(runId);
  const idOf = (url: string) => fed.find((page) => page.request.url === url)?.id ?? "";
  const entry = (finalUrl: string) => ({ finalUrl, archiveKey: "k", links: [] });
  assert.equal(
    await frontier.fetched(runId, idOf("https://a.example/old"), entry("https://a.example/new")),
    null,
  );
  const moved = idOf("https://a.example/moved");
  assert.equal(await frontier.fetched(runId, moved, entry("https://a.example/fresh")), "here");
  assert.equal(
    await frontier.fetched(runId, moved, entry("https://a.example/fresh")),
    "extract",
    "again after a crash",
  );
  assert.equal(await frontier.add(runId, [{ url: "https://a.example/fresh", depth: 1, referrer: null }]), 0);
  assert.equal((await frontier.status(runId))?.counts.skipped, 1);
});

test("an unfinished crawl is resumed, a finished one starts anew, and leaves nothing but its counts", async (t) => {
  const { redis, frontier } = await open(t);
  const seeds = ["https://a.example/"];
  const first = await startRun(frontier, seeds);
  const [page] = await frontier.feed(first.runId);
  assert.ok(page !== undefined);
  const again = await startRun(frontier, seeds, { ...FREE, limit: 5 });
  assert.deepEqual(again, { runId: first.runId, resumed: true });
  assert.equal((await frontier.inFlight(first.runId)).length, 1);
  const other = await startRun(frontier, seeds, { ...FREE, exclude: ["/x/**"] });
  assert.notEqual(other.runId, first.runId, "another scope is another crawl");
  await frontier.settle(first.runId, page.id, "failed", {
    failure: { url: page.request.url, code: "timeout", message: "no answer" },
  });
  assert.deepEqual((await frontier.runs()).toSorted(), [other.runId]);
  assert.deepEqual(await frontier.failures(first.runId), [
    { url: "https://a.example/", code: "timeout", message: "no answer" },
  ]);
  const keys = await redis.client.keys(`galley:run:${first.runId}*`);
  assert.deepEqual(keys, [`galley:run:${first.runId}`]);
  const next = await startRun(frontier, seeds);
  assert.equal(next.resumed, false);
  assert.equal((await frontier.feed(next.runId)).length, 1, "the new run has seen nothing yet");
});

test("a run that keeps its pages says how each ended, in order", async (t) => {
  const { frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://a.example/"], { ...FREE, keepPages: true });
  const [seed] = await frontier.feed(runId);
  assert.ok(seed !== undefined);
  const links = pages("a.example", 3);
  await frontier.fetched(runId, seed.id, { finalUrl: seed.request.url, archiveKey: "raw-0", links });
  await frontier.settle(runId, seed.id, "skipped", { code: "no-article" });
  const [kept, gone, forbidden] = await frontier.feed(runId);
  assert.ok(kept !== undefined && gone !== undefined && forbidden !== undefined);
  await frontier.fetched(runId, kept.id, { finalUrl: kept.request.url, archiveKey: "raw-1", links: [] });
  await frontier.settle(runId, kept.id, "stored");
  const failure = { url: gone.request.url, code: "http-status" as const, message: "404" };
  await frontier.settle(runId, gone.id, "failed", { failure });
  await frontier.settle(runId, forbidden.id, "skipped", { code: "robots-disallowed" });
  const ended = await frontier.pages(runId, { from: 0, limit: 10 });
  assert.deepEqual(ended, [
    { url: "https://a.example/", depth: 0, outcome: "skipped", code: "no-article", archiveKey: "raw-0" },
    { url: "https://a.example/0", depth: 1, outcome: "stored", code: null, archiveKey: "raw-1" },
    { url: "https://a.example/1", depth: 1, outcome: "failed", code: "http-status", archiveKey: null },
    { url: "https://a.example/2", depth: 1, outcome: "skipped", code: "robots-disallowed", archiveKey: null },
  ]);
  assert.deepEqual(await frontier.pages(runId, { from: 1, limit: 1 }), ended.slice(1, 2));
  assert.equal((await frontier.status(runId))?.state, "finished");
});

test("a cancelled run hands nothing out, and what its workers hold comes to nothing", async (t) => {
  const { redis, frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://a.example/", "https://b.example/"]);
  const [held] = await frontier.feed(runId);
  assert.ok(held !== undefined);
  await frontier.add(runId, pages("c.example", 5));
  assert.equal(await frontier.cancel(runId), true);
  assert.equal(await frontier.cancel(runId), false, "once is enough");
  assert.deepEqual(await frontier.feed(runId), []);
  assert.equal((await frontier.claim(runId, held.id, "fetch")).stage, null);
  const page = { finalUrl: held.request.url, archiveKey: "raw-0", links: pages("d.example", 2) };
  assert.equal(await frontier.fetched(runId, held.id, page), null);
  assert.equal(await frontier.settle(runId, held.id, "stored"), false);
  assert.equal((await frontier.status(runId))?.state, "cancelled");
  assert.deepEqual(await frontier.runs(), []);
  assert.deepEqual(await redis.client.keys(`galley:run:${runId}:*`), []);
});

test("crawls of different names are different crawls", async (t) => {
  const { frontier } = await open(t);
  const seeds = ["https://a.example/"];
  const one = await startRun(frontier, seeds, { ...FREE, name: "one" });
  const two = await startRun(frontier, seeds, { ...FREE, name: "two" });
  assert.notEqual(one.runId, two.runId);
  assert.deepEqual(await startRun(frontier, ["https://b.example/"], { ...FREE, name: "one" }), {
    runId: one.runId,
    resumed: true,
  });
});

test("a waiting page costs under 400 bytes of Redis", async (t) => {
  const { redis, frontier } = await open(t);
  const { runId } = await startRun(frontier, ["https://a.example/"]);
  const used = async () => Number(/^used_memory:(\d+)/mu.exec(await redis.client.info("memory"))?.[1]);
  const before = await used();
  const count = 40_000;
  const requests = Array.from({ length: count }, (_, i) => ({
    url: `https://host-${i % 50}.news.example/2026/03/section-${i % 9}/a-headline-of-ordinary-length-in-a-slug-${i}.html`,
    depth: 3,
    referrer: `https://host-${i % 50}.news.example/2026/03/section-${i % 9}/index-page-${i % 700}.html`,
  }));
  await frontier.add(runId, requests);
  const bytes = ((await used()) - before) / count;
  t.diagnostic(`${bytes.toFixed(0)} bytes a waiting page`);
  assert.ok(bytes < 400, `${bytes} bytes`);
});

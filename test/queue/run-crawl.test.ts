import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { UsageError } from "../../errors.ts";
import type { CrawlCounts } from "../../queue/frontier.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { startSmallSite, storyPage } from "./small-site.ts";
import { storedStories, storedUrls, testFolder, testParts, testRedis } from "./test-place.ts";

const AT_ONCE = { delayMs: 0 };

/** What a run has settled, whatever the extractor made of it. */
function settled(counts: CrawlCounts): number {
  return counts.stored + counts.changed + counts.unchanged + counts.skipped + counts.failed;
}

test("a crawl fetches every page once and stores every story once", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 3, storiesPerHost: 12 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const progress: CrawlCounts[] = [];
  const seeds = { seeds: site.seeds, options: AT_ONCE, redis: redis.client };
  const report = await runCrawl({ ...seeds, ...parts, onProgress: (counts) => progress.push(counts) });
  assert.equal(report.state, "finished");
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
  assert.deepEqual([report.counts.found, report.counts.fetched, settled(report.counts)], [39, 39, 39]);
  assert.equal(report.counts.failed, 0);
  assert.deepEqual(progress.at(-1), report.counts);
  const urls = site.requests.map(({ host, path }) => host + path);
  assert.deepEqual([urls.length, new Set(urls).size], [39, 39]);
  const again = await runCrawl({ ...seeds, ...parts });
  assert.equal(again.resumed, false);
  assert.deepEqual([again.counts.stored, again.counts.changed], [0, 0], "nothing has changed");
  assert.equal(again.counts.unchanged, report.counts.fetched);
});

test("the limit is exact and the depth is kept", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 60 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = (options: { readonly limit?: number; readonly depth?: number }) =>
    runCrawl({ seeds: site.seeds, options: { ...AT_ONCE, ...options }, redis: redis.client, ...parts });
  const limited = await crawl({ limit: 13 });
  assert.deepEqual([limited.state, limited.counts.fetched, site.requests.length], ["finished", 13, 13]);
  const before = site.requests.length;
  const shallow = await crawl({ depth: 2 });
  // The front page, the two stories it names, and the four that these name; 3 is named by two pages.
  const paths = site.requests.slice(before).map(({ path }) => path);
  assert.deepEqual(paths.toSorted(), ["/", "/story/1", "/story/2", "/story/3", "/story/4", "/story/5"]);
  assert.equal(shallow.counts.found, 6);
});

test("a crawl that is aborted in the middle and run again gives the same store as one run", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 2, storiesPerHost: 30 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = { seeds: site.seeds, options: AT_ONCE, redis: redis.client, ...parts };
  const reports = [];
  for (const stopAt of [5, 25, Number.POSITIVE_INFINITY]) {
    const stop = new AbortController();
    const onProgress = (counts: CrawlCounts) => {
      if (counts.fetched >= stopAt) stop.abort();
    };
    reports.push(await runCrawl({ ...crawl, concurrency: 2, window: 8, signal: stop.signal, onProgress }));
  }
  assert.deepEqual(
    reports.map(({ state, resumed }) => [state, resumed]),
    [
      ["interrupted", false],
      ["interrupted", true],
      ["finished", true],
    ],
  );
  const { counts } = reports[2] ?? assert.fail();
  assert.deepEqual([counts.found, counts.fetched, settled(counts), counts.failed], [62, 62, 62, 0]);
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
  assert.equal(site.requests.length, 62, "no page was fetched twice");
  const whole = await openSqliteStore(join(folder, "whole.db"));
  t.after(() => whole.close());
  await runCrawl({ ...crawl, store: whole });
  assert.deepEqual(await storedUrls(parts.store), await storedUrls(whole));
});

test("a crawl that was stopped rests while another one runs, and goes on where it stopped", async (t) => {
  const folder = await testFolder();
  const first = await startSmallSite({ hosts: 1, storiesPerHost: 20 });
  const second = await startSmallSite({ hosts: 1, storiesPerHost: 5 });
  t.after(() => Promise.all([first.close(), second.close()]));
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = { options: AT_ONCE, redis: redis.client, ...parts, concurrency: 1 };
  const stop = new AbortController();
  const onProgress = (counts: CrawlCounts) => {
    if (counts.fetched >= 3) stop.abort();
  };
  await runCrawl({ ...crawl, seeds: first.seeds, signal: stop.signal, onProgress });
  const asked = first.requests.length;
  assert.ok(asked < 21);
  const other = await runCrawl({ ...crawl, seeds: second.seeds });
  assert.deepEqual([other.state, other.counts.fetched], ["finished", 6]);
  assert.equal(first.requests.length, asked, "the other crawl's workers leave it alone");
  const rest = await runCrawl({ ...crawl, seeds: first.seeds });
  assert.deepEqual([rest.resumed, rest.state, first.requests.length], [true, "finished", 21]);
});

test("between two requests to a host there is never less than the delay, as the host sees it", async (t) => {
  const delayMs = 60;
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 3, storiesPerHost: 8 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = (seeds: readonly string[]) =>
    runCrawl({ seeds, options: { delayMs }, redis: redis.client, ...parts });
  // Two crawls that share hosts, in two sets of workers.
  await Promise.all([crawl(site.seeds), crawl(site.seeds.slice(1))]);
  assert.equal(site.requests.length, 27 + 18);
  const last = new Map<string, number>();
  for (const { host, at } of site.requests) {
    const gap = at - (last.get(host) ?? Number.NEGATIVE_INFINITY);
    assert.ok(gap >= delayMs, `${host} was asked again after ${gap} ms`);
    last.set(host, at);
  }
});

test("failures are named once, passing ones are tried again, and what is no page is skipped", async (t) => {
  const folder = await testFolder();
  const tries = new Map<string, number>();
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 6,
    intercept(path, response) {
      const tried = (tries.get(path) ?? 0) + 1;
      tries.set(path, tried);
      if (path === "/story/2") response.writeHead(410).end("gone");
      else if (path === "/story/3") response.writeHead(500).end("down");
      else if (path === "/story/4" && tried < 2) response.writeHead(503, { "retry-after": "1" }).end("later");
      else if (path === "/story/5")
        response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.4");
      else if (path === "/story/6") response.writeHead(301, { location: "/story/1" }).end();
      else return false;
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const [seed = ""] = site.seeds;
  const seeds = [seed, ...[2, 3, 4, 5, 6].map((story) => `${seed}story/${story}`)];
  const options = { ...AT_ONCE, attempts: 2 };
  const report = await runCrawl({ seeds, options, redis: redis.client, ...parts });
  assert.deepEqual(report.failures.map(({ url, code }) => [new URL(url).pathname, code]).toSorted(), [
    ["/story/2", "http-status"],
    ["/story/3", "http-status"],
  ]);
  assert.equal(report.counts.failed, 2);
  assert.deepEqual(await storedStories(parts.store), [`${seed}story/1`, `${seed}story/4`]);
  const counted = [2, 3, 4, 5].map((story) => tries.get(`/story/${story}`));
  assert.deepEqual(counted, [1, 2, 2, 1], "gone is final, down is tried again");
  assert.equal(settled(report.counts), report.counts.found);
});

test("a robots.txt in trouble holds its host up for as long as it asks, and loses no page", async (t) => {
  const folder = await testFolder();
  const tries = new Map<string, number>();
  const site = await startSmallSite({
    hosts: 2,
    storiesPerHost: 3,
    intercept(path, response, host) {
      const tried = (tries.get(host) ?? 0) + 1;
      if (path !== "/robots.txt") return false;
      tries.set(host, tried);
      if (tried > 1) return false;
      if (tries.size === 1) response.writeHead(503, { "retry-after": "1" }).end();
      else response.destroy();
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const report = await runCrawl({ seeds: site.seeds, options: AT_ONCE, redis: redis.client, ...parts });
  assert.deepEqual([report.counts.failed, report.counts.fetched], [0, 8]);
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
  assert.deepEqual([...tries.values()], [2, 2]);
});

test("two URLs of one canonical article store one article", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 1,
    intercept(path, response) {
      if (!path.startsWith("/story/1")) return false;
      response.writeHead(200, { "content-type": "text/html" });
      response.end(storyPage(0, 1, `<link rel="canonical" href="/story/1">`));
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const [seed = ""] = site.seeds;
  const seeds = [`${seed}story/1`, `${seed}story/1?page=print`, `${seed}story/1?view=text`];
  const report = await runCrawl({ seeds, options: AT_ONCE, redis: redis.client, ...parts });
  assert.equal(report.counts.fetched, 3);
  assert.equal(await parts.store.count(), 1);
  assert.equal(report.counts.stored, 1);
});

test("AMP and mobile pages are their canonical page, which is stored once", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 2,
    intercept(path, response) {
      const forms = ["/story/1/amp", "/story/1?amp=1", "/story/2?outputType=amp"];
      if (!forms.includes(path)) return false;
      const canonical = path.startsWith("/story/1") ? "/story/1" : "/story/2";
      response.writeHead(200, { "content-type": "text/html" });
      response.end(
        storyPage(5, 9, `<link rel="canonical" href="${canonical}">`).replace("<html", "<html amp"),
      );
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const [seed = ""] = site.seeds;
  const seeds = ["story/1/amp", "story/1?amp=1", "story/2?outputType=amp"].map((path) => seed + path);
  const run = () => runCrawl({ seeds, options: { ...AT_ONCE, depth: 0 }, redis: redis.client, ...parts });
  for (const expected of [
    { stored: 2, unchanged: 0 },
    { stored: 0, unchanged: 2 },
  ]) {
    const { counts } = await run();
    assert.deepEqual({ stored: counts.stored, unchanged: counts.unchanged }, expected);
    assert.deepEqual([counts.found, counts.skipped, counts.changed], [5, 3, 0]);
  }
  assert.deepEqual(await storedUrls(parts.store), [`${seed}story/1`, `${seed}story/2`]);
});

test("a store that cannot write stops the crawl, which loses nothing", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 10 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const closed = await openSqliteStore(join(folder, "closed.db"));
  await closed.close();
  const crawl = { seeds: site.seeds, options: AT_ONCE, redis: redis.client, ...parts };
  await assert.rejects(runCrawl({ ...crawl, store: closed, drainMs: 3000 }));
  const report = await runCrawl(crawl);
  assert.deepEqual([report.resumed, report.state, report.counts.failed], [true, "finished", 0]);
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
});

test("seeds and patterns that cannot be are refused before anything starts", async (t) => {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = (seeds: readonly string[], include: readonly string[] = []) =>
    runCrawl({ seeds, options: { ...AT_ONCE, include }, redis: redis.client, ...parts });
  await assert.rejects(crawl([]), UsageError);
  await assert.rejects(crawl(["not a url"]), UsageError);
  await assert.rejects(crawl(["ftp://a.example/"]), UsageError);
  await assert.rejects(crawl(["https://a.example/"], ["re:("]), UsageError);
  assert.deepEqual(await redis.client.keys("galley:*"), []);
});

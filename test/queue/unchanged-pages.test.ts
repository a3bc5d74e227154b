import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { CrawlOptionsInput } from "../../queue/crawl-options.ts";
import type { ExtractPool } from "../../queue/extract-pool.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { startSite } from "../site/start-site.ts";
import { startSmallSite, storyPage } from "./small-site.ts";
import { storedUrls, testFolder, testParts, testRedis, type TestParts } from "./test-place.ts";

/** The pool, and how often it was asked. */
function counted(pool: ExtractPool): { readonly pool: ExtractPool; readonly count: () => number } {
  let extractions = 0;
  const extract: ExtractPool["extract"] = (...task) => {
    extractions += 1;
    return pool.extract(...task);
  };
  return { pool: { ...pool, extract }, count: () => extractions };
}

/** Everything a store holds, revisions and events included. */
async function contentsOf(store: ArticleStore): Promise<unknown> {
  const { articles } = await store.list({ after: null, limit: 1000 });
  const revisions = await Promise.all(articles.map(({ id }) => store.revisions(id)));
  return { revisions, events: await store.events({ after: 0, limit: 1000 }) };
}

test("a second run over an unchanged site asks on condition and extracts nothing", async (t) => {
  const folder = await testFolder();
  const site = await startSite();
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const run = async (options: CrawlOptionsInput = {}) => {
    const { pool, count } = counted(parts.pool);
    const asked = site.requests.length;
    const crawl = { seeds: site.seeds, options: { delayMs: 0, render: "never", ...options } as const };
    const { counts } = await runCrawl({ ...crawl, redis: redis.client, ...parts, pool });
    const pages = site.requests.slice(asked).filter(({ path }) => path !== "/robots.txt");
    return { counts, extractions: count(), pages };
  };
  const first = await run();
  assert.ok(first.counts.stored >= 30, `${first.counts.stored} stored`);
  assert.equal(first.extractions, first.counts.fetched);
  const before = await contentsOf(parts.store);

  const second = await run();
  assert.equal(second.extractions, 0);
  const unconditional = second.pages.filter(
    ({ headers, path }) => headers["if-none-match"] === undefined && !path.startsWith("/print"),
  );
  assert.deepEqual(
    unconditional.map(({ host, path }) => host + path),
    [],
  );
  assert.equal(second.pages.length, first.pages.length, "the links of unchanged pages are followed");
  assert.deepEqual(
    [second.counts.found, second.counts.fetched, second.counts.unchanged],
    [first.counts.found, first.counts.fetched, first.counts.fetched],
  );
  assert.deepEqual(await contentsOf(parts.store), before);

  const afresh = await run({ refetch: true });
  assert.equal(afresh.extractions, first.extractions, "asked for without a condition");
  assert.ok(afresh.pages.every(({ headers }) => headers["if-none-match"] === undefined));
  assert.equal((await run({ drop: ["byline"] })).extractions, first.extractions, "extracted by other rules");
});

async function placeFor(
  t: Parameters<typeof testRedis>[0],
  intercept?: Parameters<typeof startSmallSite>[0]["intercept"],
) {
  const folder = await testFolder();
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 8,
    ...(intercept === undefined ? {} : { intercept }),
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const run = async (changes: Partial<TestParts> = {}) => {
    const { pool, count } = counted(parts.pool);
    const crawl = { seeds: site.seeds, options: { delayMs: 0, attempts: 1 }, redis: redis.client };
    const { counts } = await runCrawl({ ...crawl, ...parts, ...changes, pool });
    return { counts, extractions: count() };
  };
  return { folder, site, parts, run };
}

test("without validators the same bytes are not extracted again, and a page that changed gets a revision", async (t) => {
  const state = { changed: false };
  const { site, parts, run } = await placeFor(t, (path, response) => {
    if (path !== "/story/3" || !state.changed) return false;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(storyPage(0, 30));
    return true;
  });
  assert.equal((await run()).extractions, 9);
  const again = await run();
  assert.deepEqual([again.extractions, again.counts.unchanged, again.counts.found], [0, 9, 9]);
  state.changed = true;
  const third = await run();
  assert.deepEqual([third.extractions, third.counts.changed, third.counts.unchanged], [1, 1, 6]);
  assert.equal(third.counts.found, 7, "what only the old page linked to is not found any more");
  const { articles } = await parts.store.list({ after: null, limit: 100 });
  const changed = articles.filter(({ revision }) => revision.n > 1).map(({ url }) => url);
  assert.deepEqual(changed, [`${site.seeds[0] ?? ""}story/3`]);
});

test("a page whose archived copy is gone is fetched anew; an article whose store is new is extracted from the archive", async (t) => {
  const { folder, parts, run } = await placeFor(t);
  const first = await run();
  const empty = await openSqliteStore(join(folder, "empty.db"));
  t.after(() => empty.close());
  const elsewhere = await run({ store: empty });
  assert.equal(elsewhere.counts.stored, first.counts.stored);
  assert.deepEqual(await storedUrls(empty), await storedUrls(parts.store));
  await rm(join(folder, "pages"), { recursive: true });
  const pruned = await run();
  assert.deepEqual([pruned.extractions, pruned.counts.failed], [9, 0]);
  assert.equal((await run()).extractions, 0, "they are in the archive again");
});

test("pages that are gone or that the extractor failed on are not forgotten wrongly", async (t) => {
  const state = { gone: false };
  const { parts, run } = await placeFor(t, (path, response) => {
    if (path !== "/story/8" || !state.gone) return false;
    response.writeHead(404).end();
    return true;
  });
  const { pool } = parts;
  // The extractor fails on one page: while that page stays as it is, so does the failure.
  const failing: ExtractPool = {
    ...parts.pool,
    extract: (task, signal) =>
      task.url?.endsWith("/story/5") === true
        ? pool.extract({ ...task, source: { html: null as unknown as string } }, signal)
        : pool.extract(task, signal),
  };
  Object.assign(parts, { pool: failing });
  const first = await run();
  assert.deepEqual([first.counts.failed, first.extractions], [1, 9]);
  Object.assign(parts, { pool });
  assert.deepEqual((await run()).extractions, 0);
  state.gone = true;
  assert.equal((await run()).counts.failed, 1);
  state.gone = false;
  assert.equal((await run()).extractions, 1, "what came back is fetched and extracted as if it were new");
});

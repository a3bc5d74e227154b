import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createPipeline, fetchArticle, PermanentError } from "../../library/galley.ts";
import type { CrawlReport } from "../../queue/run-crawl.ts";
import { startSmallSite } from "../queue/small-site.ts";
import { testFolder } from "../queue/test-place.ts";

const LOCAL = { allowNet: ["127.0.0.0/8"], render: "never", delayMs: 0 } as const;

test("fetchArticle gives the record of one page, and throws errors with codes", async (t) => {
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 2 });
  t.after(() => site.close());
  const [story = ""] = site.stories;
  const article = await fetchArticle(story, LOCAL);
  assert.deepEqual([article.url, article.headline], [story, "Story 1 of port 0"]);
  assert.match(article.articleBody, /before breakfast/u);
  assert.equal(article.fetch?.status, 200);
  const coded = (code: string) => (error: unknown) => error instanceof PermanentError && error.code === code;
  await assert.rejects(fetchArticle(story), coded("address-refused"));
  await assert.rejects(fetchArticle(`${story}00`, LOCAL), coded("http-status"));
  await assert.rejects(
    fetchArticle("harbour", LOCAL),
    (error) => (error as { code?: string }).code === "invalid-url",
  );
});

test("an aborted signal ends fetchArticle with its reason", async (t) => {
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 1,
    intercept: (path) => path !== "/robots.txt",
  });
  t.after(() => site.close());
  const [story = ""] = site.stories;
  await assert.rejects(
    fetchArticle(story, { ...LOCAL, signal: AbortSignal.abort("before") }),
    (e) => e === "before",
  );
  const stop = new AbortController();
  const fetching = fetchArticle(story, { ...LOCAL, signal: stop.signal });
  while (site.requests.length === 0) await new Promise(setImmediate);
  stop.abort("enough");
  await assert.rejects(fetching, (error) => error === "enough");
});

test("a pipeline fetches in order; a failure is an outcome, and neither store nor Redis is opened", async (t) => {
  const folder = join(await testFolder(), "data");
  const site = await startSmallSite({ hosts: 2, storiesPerHost: 2 });
  t.after(() => site.close());
  await using pipeline = createPipeline({ ...LOCAL, dataDir: folder });
  const urls = [...site.stories.slice(0, 2), `${site.seeds[0]}none`, ...site.stories.slice(2)];
  const seen: (string | null)[] = [];
  for await (const outcome of pipeline.fetch(urls)) {
    seen.push(outcome.ok ? outcome.article.url : outcome.error.code);
  }
  assert.deepEqual(seen, [...site.stories.slice(0, 2), "http-status", ...site.stories.slice(2)]);
  assert.ok(!existsSync(folder));
});

test("a pipeline crawls as a stream; leaving the loop stops it, and the same call goes on", async (t) => {
  const site = await startSmallSite({ hosts: 2, storiesPerHost: 10 });
  t.after(() => site.close());
  const pipeline = createPipeline({ ...LOCAL, dataDir: await testFolder(), concurrency: 2 });
  t.after(() => pipeline.close());
  const seen: string[] = [];
  for await (const article of pipeline.crawl(site.seeds)) {
    assert.equal(article.revision.n, 1);
    seen.push(article.url);
    if (seen.length === 3) break;
  }
  const reports: CrawlReport[] = [];
  const onReport = (report: CrawlReport): void => void reports.push(report);
  for await (const article of pipeline.crawl(site.seeds, { onReport })) seen.push(article.url);
  assert.deepEqual([reports[0]?.state, reports[0]?.resumed], ["finished", true]);
  const store = await pipeline.store();
  // What was committed between the third article and the stop is in the store, not in the second loop.
  assert.equal(await store.count(), site.stories.length);
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length <= site.stories.length && seen.length > 3);
  const fed: number[] = [];
  for await (const { seq, article } of pipeline.feed({ after: 5 })) {
    assert.equal(article?.revision.n, 1);
    fed.push(seq);
  }
  assert.deepEqual(
    fed,
    Array.from({ length: site.stories.length - 5 }, (_, i) => i + 6),
  );
  const stop = new AbortController();
  const follow = async (): Promise<void> => {
    const following = pipeline.feed({ after: site.stories.length - 1, follow: true, signal: stop.signal });
    for await (const { seq } of following) if (seq === site.stories.length) stop.abort("seen");
  };
  await assert.rejects(follow(), (error) => error === "seen");
});

test("an aborted signal ends a crawl with its reason, and what was stored stays", async (t) => {
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 30 });
  t.after(() => site.close());
  await using pipeline = createPipeline({ ...LOCAL, dataDir: await testFolder(), concurrency: 1 });
  const stop = new AbortController();
  const crawl = async (): Promise<void> => {
    for await (const _ of pipeline.crawl(site.seeds, { signal: stop.signal })) stop.abort("tea time");
  };
  await assert.rejects(crawl(), (error) => error === "tea time");
  const stored = await (await pipeline.store()).count();
  assert.ok(stored >= 1 && stored < 30, String(stored));
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { openReextract, type ReextractOptions } from "../../../queue/reextract/run-reextract.ts";
import type { ReextractOutcome } from "../../../queue/reextract/reextract-job.ts";
import type { ArticleStore, StorableArticle } from "../../../storage/article-store.ts";
import type { ArchivedPage } from "../../../storage/page-archive.ts";
import { openSqliteStore } from "../../../storage/sqlite-store.ts";
import type { StoredArticle } from "../../../types.ts";
import { samplePage } from "../../storage/sample-page.ts";
import { FAST_LOCKS } from "../fast-locks.ts";
import { storyPage } from "../small-site.ts";
import { testFolder, testParts, testRedis, type TestParts } from "../test-place.ts";

const STORIES = 6;

/** A story of the small site as the archive keeps it. */
function archivedStory(story: number, fetchedAt = "2026-02-01T00:00:00.000Z", more = ""): ArchivedPage {
  const page = samplePage(storyPage(0, story).replace("</article>", `${more}</article>`));
  const url = `http://port.example/story/${story}`;
  return { ...page, meta: { ...page.meta, url, finalUrl: url, redirects: [], charset: "utf-8", fetchedAt } };
}

interface Place extends TestParts {
  readonly options: ReextractOptions;
  readonly folder: string;
}

/** An archive of some stories and of one page that is no article, without a store's knowing. */
async function openPlace(t: TestContext): Promise<Place> {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  for (let story = 1; story <= STORIES; story += 1) await parts.archive.put(archivedStory(story));
  const front = samplePage("<title>Port</title><nav><a href='/story/1'>One</a></nav>");
  const url = "http://port.example/";
  await parts.archive.put({ ...front, meta: { ...front.meta, url, finalUrl: url } });
  const { store, archive, pool } = parts;
  const none = { source: null, since: null, options: { keep: [], drop: [], mode: "balanced" } } as const;
  const shared = { store, archive, pool, redis: redis.client, lockTiming: FAST_LOCKS };
  return { ...parts, folder, options: { ...none, ...shared, signal: new AbortController().signal } };
}

async function allOf(outcomes: AsyncIterable<ReextractOutcome>): Promise<ReextractOutcome[]> {
  const all: ReextractOutcome[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

async function compare(options: ReextractOptions): Promise<ReextractOutcome[]> {
  const reextract = openReextract(options);
  try {
    return await allOf(reextract.compare());
  } finally {
    await reextract.close();
  }
}

async function publish(options: ReextractOptions): Promise<ReextractOutcome[]> {
  const pages = (await compare(options)).map(({ state, articleId, pageKey }) => ({
    articleId: state === "new" ? null : articleId,
    pageKey,
  }));
  const reextract = openReextract(options);
  try {
    return await allOf(reextract.publish(pages));
  } finally {
    await reextract.close();
  }
}

const articlesOf = async (store: ArticleStore): Promise<readonly StoredArticle[]> =>
  (await store.list({ after: null, limit: 100 })).articles;

const statesOf = (outcomes: readonly ReextractOutcome[]): string[] => outcomes.map(({ state }) => state);

/** The same articles in a new store as an older extractor might have left them: a line too much, no headline, one not found. */
async function asOlder(
  t: TestContext,
  place: Place,
  articles: readonly StoredArticle[],
): Promise<ReextractOptions> {
  const store = await openSqliteStore(join(place.folder, "older.db"));
  t.after(() => store.close());
  const [first, second, ...rest] = articles
    .slice(1)
    .map((article): StorableArticle =>
      Object.assign({}, article, { extraction: { ...article.extraction, version: "0" } }),
    );
  const articleBody = `${first!.articleBody}\n\nRead also: ten more harbours`;
  const dedup = { ...first!.dedup, contentHash: "0".repeat(64) };
  await store.put([
    { ...first!, articleBody, dedup },
    { ...second!, headline: null, source: "port-news" },
    ...rest,
  ]);
  return { ...place.options, store };
}

test("pages without an article are found; comparing stores nothing, twice the same; publishing stores it", async (t) => {
  const place = await openPlace(t);
  const outcomes = await compare(place.options);
  assert.deepEqual(statesOf(outcomes).toSorted(), ["new", "new", "new", "new", "new", "new", "none"]);
  assert.equal(await place.store.count(), 0);
  assert.deepEqual(await compare(place.options), outcomes);
  await publish(place.options);
  assert.equal(await place.store.count(), STORIES);
  const [article] = await articlesOf(place.store);
  assert.match(article?.articleBody ?? "", /before breakfast/u);
  assert.match(article?.fetch?.pageKey ?? "", /^[0-9a-f]{64}$/u);
  assert.deepEqual(new Set(statesOf(await compare(place.options))), new Set(["same", "none"]));
});

test("what an older extractor stored is shown field by field, then stored as new versions of the same articles", async (t) => {
  const place = await openPlace(t);
  await publish(place.options);
  const options = await asOlder(t, place, await articlesOf(place.store));
  const [first, second] = await articlesOf(options.store);
  const outcomes = await compare(options);
  assert.deepEqual(
    statesOf(outcomes),
    ["changed", "changed", "same", "same", "same", "none", "new"].toSorted((a, b) => order(a) - order(b)),
  );
  const body = outcomes[0]?.diff.find(({ field }) => field === "articleBody");
  assert.deepEqual(body, { field: "articleBody", lines: ["- Read also: ten more harbours"], more: 0 });
  assert.deepEqual(outcomes[1]?.diff, [
    { field: "headline", lines: ["- null", `+ ${(await articlesOf(place.store))[2]?.headline}`], more: 0 },
  ]);
  assert.deepEqual(statesOf(await publish(options)).toSorted(), statesOf(outcomes).toSorted());
  const after = await articlesOf(options.store);
  assert.deepEqual(
    [after[0]?.id, after[0]?.revision.n, after[1]?.revision.changed],
    [first?.id, 2, ["headline"]],
  );
  assert.deepEqual([after[1]?.source, after[1]?.fetch], ["port-news", second?.fetch]);
  const events = await options.store.events({ after: 5, limit: 10 });
  assert.deepEqual(events.map(({ type }) => type).toSorted(), ["changed", "changed", "new"]);
  assert.deepEqual(new Set(statesOf(await compare(options))), new Set(["same", "none"]));
});

/** Stored articles first, then pages by address: the front page, then the one story that was not found. */
const order = (state: string): number => ["changed", "same", "none", "new"].indexOf(state);

test("--source and --since narrow it; a missing page fails alone", async (t) => {
  const place = await openPlace(t);
  await publish(place.options);
  const options = await asOlder(t, place, await articlesOf(place.store));
  assert.deepEqual(statesOf(await compare({ ...options, source: "port-news" })), ["changed"]);
  assert.deepEqual(await compare({ ...options, since: "2999-01-01T00:00:00Z" }), []);
  const [first] = await articlesOf(options.store);
  const lacking = {
    ...options.archive,
    get: (key: string) => (key === first?.fetch?.pageKey ? Promise.resolve(null) : options.archive.get(key)),
  };
  const outcomes = await compare({ ...options, archive: lacking });
  assert.deepEqual(statesOf(outcomes).slice(0, 3), ["failed", "changed", "same"]);
  assert.match(outcomes[0]?.reason ?? "", /The archive has no page/u);
});

test("of an address without an article, the page fetched last counts", async (t) => {
  const place = await openPlace(t);
  await place.archive.put(
    archivedStory(
      1,
      "2026-02-03T00:00:00.000Z",
      "<p>A later edition added this paragraph about the tide tables of the port.</p>",
    ),
  );
  await publish(place.options);
  const articles = await articlesOf(place.store);
  assert.equal(articles.length, STORIES);
  assert.match(articles.find(({ url }) => url.endsWith("/story/1"))?.articleBody ?? "", /later edition/u);
});

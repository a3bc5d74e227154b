import assert from "node:assert/strict";
import { test } from "node:test";
import { crawlOptionsSchema } from "../../queue/crawl-options.ts";
import { openDeadLetters } from "../../queue/dead-letters.ts";
import type { DeadLetter } from "../../queue/dead-letter.ts";
import { openFrontier } from "../../queue/frontier.ts";
import { drainQueue, readQueueStats } from "../../queue/queue-stats.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { startSmallSite } from "./small-site.ts";
import { storedStories, testFolder, testParts, testRedis } from "./test-place.ts";

const AT_ONCE = { delayMs: 0, attempts: 1 };

async function lettersOf(letters: AsyncIterable<DeadLetter>): Promise<readonly DeadLetter[]> {
  const all: DeadLetter[] = [];
  for await (const letter of letters) all.push(letter);
  return all.toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

test("pages that failed are put back after their run: they and what is new on them are fetched, nothing else", async (t) => {
  const folder = await testFolder();
  const state = { broken: true };
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 12,
    intercept(path, response) {
      if (!state.broken || !/^\/story\/[35]$/u.test(path)) return false;
      response.writeHead(500).end("down");
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const crawl = { seeds: site.seeds, options: AT_ONCE, redis: redis.client, ...parts };
  const letters = openDeadLetters(redis.client);
  const first = await runCrawl(crawl);
  const [third, fifth, ...more] = await lettersOf(letters.list());
  assert.deepEqual([more, await letters.count(), first.counts.failed], [[], 2, 2]);
  assert.ok(third !== undefined && fifth !== undefined);
  assert.deepEqual(
    [third.url, third.code, third.attempts, third.depth, third.runId],
    [`${site.seeds[0]}story/3`, "http-status", 1, 2, first.runId],
  );
  assert.match(third.message, /500/u);
  assert.ok(Math.abs(Date.parse(third.at) - Date.now()) < 60_000);

  // Still down: the letter comes back, with the run that it failed in now.
  const [once] = await letters.retry(new Set([third.id]));
  assert.deepEqual([once?.pages, once?.seeds], [1, site.seeds]);
  const asked = site.requests.length;
  const second = await runCrawl(crawl);
  assert.deepEqual([second.resumed, second.runId, second.counts.failed], [true, once?.runId, 1]);
  assert.deepEqual(
    second.failures.map(({ url }) => url),
    [third.url],
  );
  assert.deepEqual(
    site.requests.slice(asked).map(({ path }) => path),
    ["/story/3"],
  );
  assert.deepEqual(
    (await lettersOf(letters.list())).map(({ runId }) => runId),
    [second.runId, first.runId],
  );

  state.broken = false;
  const before = site.requests.length;
  const [back] = await letters.retry(null);
  assert.equal(back?.pages, 2);
  const last = await runCrawl(crawl);
  const paths = site.requests.slice(before).map(({ path }) => path);
  // Stories 3 and 5 alone name 6, 7, 10 and 11.
  assert.deepEqual(paths.toSorted(), [
    "/story/10",
    "/story/11",
    "/story/12",
    "/story/3",
    "/story/5",
    "/story/6",
    "/story/7",
  ]);
  assert.deepEqual([last.counts.failed, await letters.count()], [0, 0]);
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
  assert.deepEqual(await letters.retry(null), []);
});

test("a page that is put back while its run goes on is one page of that run, within its limit", async (t) => {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const frontier = openFrontier(redis.client);
  const letters = openDeadLetters(redis.client);
  const seeds = ["https://a.example/", "https://b.example/"];
  const { runId } = await frontier.start({ seeds, options: crawlOptionsSchema.parse({ limit: 2 }) });
  const [page] = await frontier.feed(runId);
  assert.ok(page !== undefined);
  const failure = { url: page.request.url, code: "timeout", message: "no\tanswer\nat all" } as const;
  await frontier.settle(runId, page.id, "failed", { failure, attempts: 3 });
  const [letter] = await lettersOf(letters.list());
  assert.deepEqual([letter?.message, letter?.attempts], ["no answer at all", 3]);
  const [back] = await letters.retry(new Set([page.id]));
  assert.deepEqual([back?.runId, back?.pages], [runId, 1]);
  const counts = (await frontier.status(runId))?.counts;
  assert.deepEqual([counts?.found, counts?.pending, counts?.inFlight, counts?.failed], [2, 1, 1, 0]);
  const [again] = await frontier.feed(runId);
  assert.equal(again?.id, page.id);
  await frontier.settle(runId, page.id, "stored");
  assert.equal(await letters.count(), 0);
});

test("very many failures keep their letters, and take no more memory than their pages did", async (t) => {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const frontier = openFrontier(redis.client, 20_000);
  const total = 10_300;
  const seeds = Array.from({ length: total }, (_, i) => `https://a.example/section/story-${i}.html`);
  const { runId } = await frontier.start({
    seeds: seeds.slice(0, 1),
    options: crawlOptionsSchema.parse(AT_ONCE),
  });
  await frontier.add(
    runId,
    seeds.slice(1).map((url) => ({ url, depth: 1, referrer: null })),
  );
  const message = "the server said a great deal ".repeat(40);
  let failed = 0;
  for (let pages = await frontier.feed(runId); pages.length > 0; pages = await frontier.feed(runId)) {
    failed += pages.length;
    await Promise.all(
      pages.map(({ id, request: { url } }) =>
        frontier.settle(runId, id, "failed", { failure: { url, code: "timeout", message } }),
      ),
    );
  }
  const letters = openDeadLetters(redis.client);
  assert.deepEqual([failed, await letters.count()], [total, total]);
  const all = await lettersOf(letters.list());
  assert.deepEqual(
    all.map(({ url }) => url),
    seeds.toSorted(),
  );
  assert.ok(all.every(({ code }) => code === "timeout"));
  const lengths = all.map(({ message: text }) => text.length);
  assert.equal(Math.max(...lengths), 500);
  assert.equal(lengths.filter((length) => length === 0).length, total - 10_001);
});

test("stats count what waits, and a drain throws it away and leaves the letters", async (t) => {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const frontier = openFrontier(redis.client);
  const plan = { seeds: ["https://a.example/", "https://b.example/"], options: crawlOptionsSchema.parse({}) };
  const { runId } = await frontier.start(plan);
  const pages = Array.from({ length: 8 }, (_, i) => ({
    url: `https://a.example/${i}`,
    depth: 1,
    referrer: null,
  }));
  await frontier.add(runId, pages);
  const [page] = await frontier.feed(runId);
  const failure = { url: "https://a.example/", code: "timeout", message: "" } as const;
  await frontier.settle(runId, page?.id ?? "", "failed", { failure });
  const stats = await readQueueStats(redis.client);
  assert.deepEqual([stats.runs.length, stats.deadLetters, stats.parkedHosts], [1, 1, 0]);
  assert.deepEqual([stats.runs[0]?.counts.pending, stats.runs[0]?.counts.inFlight], [8, 1]);
  assert.deepEqual(await drainQueue(redis.client), { runs: 1, pages: 9 });
  const after = await readQueueStats(redis.client);
  assert.deepEqual([after.runs, after.deadLetters], [[], 1]);
  assert.equal((await frontier.status(runId))?.state, "cancelled");
  const letters = openDeadLetters(redis.client);
  assert.deepEqual([await letters.drop(), await letters.count()], [1, 0]);
});

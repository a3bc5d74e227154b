import assert from "node:assert/strict";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { crawlOptionsSchema } from "../../queue/crawl-options.ts";
import { openFrontier, type CrawlCounts } from "../../queue/frontier.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { FAST_LOCKS } from "./fast-locks.ts";
import { startSmallSite } from "./small-site.ts";
import { storedStories, testFolder, testParts, testRedis } from "./test-place.ts";

const HOSTS = 4;
const STORIES = 40;
const PAGES = HOSTS * (STORIES + 1);

async function startWorker(socketPath: string, folder: string): Promise<ChildProcess> {
  const child = fork(new URL("./worker-process.ts", import.meta.url), [socketPath, folder], {
    stdio: "inherit",
  });
  await once(child, "message");
  return child;
}

function settled(counts: CrawlCounts): number {
  return counts.stored + counts.changed + counts.unchanged + counts.skipped + counts.failed;
}

/** Every page is counted once, every story is stored once, and nothing is left over. */
function assertWhole(counts: CrawlCounts, stories: readonly string[], expected: readonly string[]): void {
  assert.deepEqual([counts.found, counts.fetched, settled(counts)], [PAGES, PAGES, PAGES]);
  assert.deepEqual([counts.pending, counts.inFlight, counts.failed], [0, 0, 0]);
  assert.deepEqual(stories, expected.toSorted());
}

test("workers that are killed in the middle lose nothing and double nothing", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: HOSTS, storiesPerHost: STORIES });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const workers = await Promise.all([
    startWorker(redis.description, folder),
    startWorker(redis.description, folder),
  ]);
  const killAt = [15, 45, 75, 105, 135];
  const replacements: Promise<ChildProcess>[] = [];
  const onProgress = (counts: CrawlCounts) => {
    if (settled(counts) < (killAt[0] ?? Number.POSITIVE_INFINITY)) return;
    killAt.shift();
    workers.shift()?.kill("SIGKILL");
    const next = startWorker(redis.description, folder);
    replacements.push(next);
    void next.then((worker) => workers.push(worker));
  };
  const crawl = { seeds: site.seeds, options: { delayMs: 0 }, redis: redis.client, ...parts };
  const report = await runCrawl({ ...crawl, window: 24, concurrency: 1, lockTiming: FAST_LOCKS, onProgress });
  await Promise.all(replacements);
  await Promise.all(
    workers.map(async (worker) => {
      worker.kill("SIGTERM");
      if (worker.exitCode === null) await once(worker, "exit");
    }),
  );
  assert.ok(replacements.length >= 4, `only ${replacements.length} were killed`);
  assertWhole(report.counts, await storedStories(parts.store), site.stories);
});

test("a Redis that is killed in the middle comes back, and nothing is lost or doubled", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: HOSTS, storiesPerHost: STORIES });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const killAt = [20, 60, 110];
  const kills: Promise<void>[] = [];
  const killServer = async () => {
    const pid = Number(/^process_id:(\d+)/mu.exec(await redis.client.info("server"))?.[1]);
    process.kill(pid, "SIGKILL");
    await sleep(0);
  };
  const onProgress = (counts: CrawlCounts) => {
    if (settled(counts) < (killAt[0] ?? Number.POSITIVE_INFINITY)) return;
    killAt.shift();
    kills.push(killServer());
  };
  const crawl = { seeds: site.seeds, options: { delayMs: 0 }, redis: redis.client, ...parts };
  const report = await runCrawl({ ...crawl, window: 24, lockTiming: FAST_LOCKS, onProgress });
  await Promise.all(kills);
  assert.equal(kills.length, 3);
  assertWhole(report.counts, await storedStories(parts.store), site.stories);
});

test("a page whose worker was lost each time is given up, and the others are done", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 3 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const seeds = site.stories;
  const frontier = openFrontier(redis.client);
  const { runId } = await frontier.start({ seeds, options: crawlOptionsSchema.parse({ delayMs: 0 }) });
  // What twenty lost workers leave behind.
  const poison = (await frontier.feed(runId))[1] ?? assert.fail();
  for (let lost = 0; lost < 20; lost += 1) await frontier.claim(runId, poison.id, "fetch");
  const report = await runCrawl({ seeds, options: { delayMs: 0 }, redis: redis.client, ...parts });
  assert.deepEqual([report.resumed, report.state], [true, "finished"]);
  assert.match(report.failures[0]?.message ?? "", /begun 20 times and never ended/u);
  const others = seeds.filter((url) => url !== poison.request.url);
  assert.deepEqual(await storedStories(parts.store), others.toSorted());
});

test("a page that a lost machine or disk took with it is fetched again", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 3 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const seeds = site.stories;
  const frontier = openFrontier(redis.client);
  const { runId } = await frontier.start({ seeds, options: crawlOptionsSchema.parse({ delayMs: 0 }) });
  const [page] = await frontier.feed(runId);
  assert.ok(page !== undefined);
  await frontier.claim(runId, page.id, "fetch");
  const entry = { finalUrl: page.request.url, archiveKey: "a".repeat(64), links: [] };
  assert.equal(await frontier.fetched(runId, page.id, entry), "here");
  const { counts } = await runCrawl({ seeds, options: { delayMs: 0 }, redis: redis.client, ...parts });
  assert.deepEqual([counts.fetched, counts.found, counts.failed], [counts.found, counts.found, 0]);
  assert.deepEqual(await storedStories(parts.store), site.stories.toSorted());
  // An archive that loses each page is no reason to fetch for ever.
  const lossy = await frontier.start({
    seeds: ["https://a.example/"],
    options: crawlOptionsSchema.parse({}),
  });
  const [lost] = await frontier.feed(lossy.runId);
  const answers: boolean[] = [];
  for (let round = 0; round < 4; round += 1) {
    await frontier.claim(lossy.runId, lost?.id ?? "", "fetch");
    await frontier.fetched(lossy.runId, lost?.id ?? "", { ...entry, finalUrl: "https://a.example/" });
    answers.push(await frontier.refetch(lossy.runId, lost?.id ?? ""));
  }
  assert.deepEqual(answers, [true, true, true, false]);
});

test("an error that nobody has a name for is the failure of its page alone", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 3 });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const [seed = ""] = site.seeds;
  const fetcher: typeof parts.fetcher = {
    ...parts.fetcher,
    fetch(request, signal) {
      if (request.url !== `${seed}story/2`) return parts.fetcher.fetch(request, signal);
      return Promise.reject(new TypeError("a bug of the fetcher's own"));
    },
  };
  const options = { delayMs: 0, attempts: 1 };
  const report = await runCrawl({ seeds: site.seeds, options, redis: redis.client, ...parts, fetcher });
  assert.deepEqual(
    report.failures.map(({ url, code }) => [url, code]),
    [[`${seed}story/2`, "connection-failed"]],
  );
  assert.deepEqual(await storedStories(parts.store), [`${seed}story/1`, `${seed}story/3`]);
});

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { openFrontier, WINDOW, type CrawlCounts } from "../../queue/frontier.ts";
import { planCrawl } from "../../queue/plan-crawl.ts";
import { planSource } from "../../queue/sources/plan-source.ts";
import { startCrew } from "../../queue/work-crew.ts";
import { startSmallSite } from "./small-site.ts";
import { aSource } from "./sources/source-place.ts";
import { testFolder, testParts, testRedis } from "./test-place.ts";

const CONCURRENCY = 4;
/** What the source's run may fetch meanwhile: far less than the window of jobs that stood there first. */
const MOST_MEANWHILE = WINDOW / 2;

test("a one-off crawl overtakes a huge scheduled run that fills its window", async (t) => {
  const folder = await testFolder();
  const big = await startSmallSite({ hosts: 6, storiesPerHost: 120 });
  const small = await startSmallSite({ hosts: 1, storiesPerHost: 14 });
  t.after(() => Promise.all([big.close(), small.close()]));
  const { client } = await testRedis(t, folder);
  const { fetcher, ...parts } = await testParts(t, folder);
  const frontier = openFrontier(client);
  const work = { ...parts, redis: client, fetcherFor: () => fetcher, concurrency: CONCURRENCY, drainMs: 100 };
  const crew = startCrew(work, frontier, null);
  const countsOf = async (runId: string): Promise<CrawlCounts> =>
    (await frontier.status(runId))?.counts ?? assert.fail(`${runId} is gone`);
  try {
    const seeds = [...big.seeds, ...big.stories];
    const ticked = await frontier.start(planSource(aSource({ name: "big", seeds }), "tick", Date.now()));
    await crew.begin(ticked.runId);
    while ((await countsOf(ticked.runId)).fetched < 8) await sleep(10);
    // A page just fetched leaves the window one short until the next is sent in.
    while ((await countsOf(ticked.runId)).inFlight !== WINDOW) await sleep(1);

    const before = (await countsOf(ticked.runId)).fetched;
    const oneOff = await frontier.start(planCrawl(small.seeds, { delayMs: 0 }));
    await crew.begin(oneOff.runId);
    while ((await frontier.status(oneOff.runId))?.state !== "finished") await sleep(10);
    const meanwhile = (await countsOf(ticked.runId)).fetched - before;
    assert.equal((await countsOf(oneOff.runId)).fetched, 15);
    t.diagnostic(`${meanwhile} pages of the scheduled run were fetched while the one-off crawl took its 15`);
    assert.ok(meanwhile < MOST_MEANWHILE, `${meanwhile} pages of the scheduled run went first`);
  } finally {
    await crew.stop();
  }
});

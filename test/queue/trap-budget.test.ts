import assert from "node:assert/strict";
import { test } from "node:test";
import { runCrawl } from "../../queue/run-crawl.ts";
import { startSite } from "../site/start-site.ts";
import { startSmallSite } from "./small-site.ts";
import { testFolder, testParts, testRedis } from "./test-place.ts";

test("a calendar without an end is left after four hundred of its pages", async (t) => {
  const folder = await testFolder();
  const site = await startSite();
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const seeds = [`${site.origin("odd")}/calendar/2026/03`];
  const options = { delayMs: 0, include: ["/calendar/**"] };
  const report = await runCrawl({ seeds, options, redis: redis.client, ...parts });
  assert.equal(report.state, "finished");
  // The seed itself was not found by a link.
  assert.equal(report.counts.found, 401);
  assert.deepEqual(await redis.client.keys("galley:run:*:trap*"), []);
});

test("one path's queries are followed up to a number, also when pages name the same ones again", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 0,
    intercept(path, response) {
      const { searchParams } = new URL(path, "http://shop.example");
      const from = Number(searchParams.get("colour") ?? 0);
      const links = Array.from(
        { length: 100 },
        (_, index) => `<a href="/list?colour=${from + index}&sort=up">x</a>`,
      );
      response.writeHead(path === "/robots.txt" ? 404 : 200, { "content-type": "text/html" });
      response.end(`<!doctype html><title>List</title>${links.join("")}`);
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const report = await runCrawl({
    seeds: site.seeds,
    options: { delayMs: 0 },
    redis: redis.client,
    ...parts,
  });
  assert.deepEqual([report.state, report.counts.found], ["finished", 201]);
});

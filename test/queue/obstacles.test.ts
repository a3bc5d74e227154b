import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runCrawl } from "../../queue/run-crawl.ts";
import { startSmallSite } from "./small-site.ts";
import { storedStories, testFolder, testParts, testRedis } from "./test-place.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/obstacles/${name}.html`, import.meta.url), "utf8");

/** What stands in a story's place, and how it is counted. */
const OBSTACLES: Readonly<Record<string, readonly [file: string, status: number, code: string]>> = {
  "/story/2": ["soft-not-found-plain", 200, "soft-not-found"],
  "/story/3": ["login-form", 200, "login-required"],
  "/story/4": ["paywalled-teaser", 200, "paywalled"],
  "/story/5": ["consent-wall", 200, "consent-page"],
  "/story/6": ["blocked-captcha", 200, "blocked"],
  "/story/7": ["blocked-denied-de", 403, "blocked"],
};

test("what stands in a page's place is named, counted, and not stored", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 8,
    intercept(path, response) {
      const obstacle = OBSTACLES[path];
      if (obstacle === undefined) return false;
      response
        .writeHead(obstacle[1], { "content-type": "text/html; charset=utf-8" })
        .end(fixture(obstacle[0]));
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const [seed = ""] = site.seeds;
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8].map((story) => `${seed}story/${story}`);
  const run = () => runCrawl({ seeds, options: { delayMs: 0, depth: 0 }, redis: redis.client, ...parts });
  const first = await run();
  assert.deepEqual(await storedStories(parts.store), [`${seed}story/1`, `${seed}story/8`]);
  assert.deepEqual(first.counts.reasons, {
    "soft-not-found": 1,
    "login-required": 1,
    paywalled: 1,
    "consent-page": 1,
    blocked: 2,
  });
  assert.deepEqual([first.counts.skipped, first.counts.failed], [4, 2]);
  assert.deepEqual(
    first.failures.map(({ code }) => code),
    ["blocked", "blocked"],
  );
  const second = await run();
  assert.equal(second.counts.reasons.blocked, 2, "a wall is named again although its bytes are the same");
});

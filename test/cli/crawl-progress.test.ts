import assert from "node:assert/strict";
import { test } from "node:test";
import { recentRate } from "../../cli/crawl-progress.ts";

test("the rate is that of the last ten seconds, and falls to nothing when a crawl stands still", () => {
  const rate = recentRate();
  assert.equal(rate(100, 0), 0, "pages from before this process are nobody's rate");
  assert.equal(rate(110, 1000), 10);
  for (let second = 2; second <= 20; second += 1) rate(100 + second * 10, second * 1000);
  assert.equal(rate(400, 21_000), (400 - 210) / 10);
  for (let second = 22; second <= 40; second += 1) rate(400, second * 1000);
  assert.equal(rate(400, 41_000), 0);
});

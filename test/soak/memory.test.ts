import assert from "node:assert/strict";
import { test } from "node:test";
import { testFolder } from "../queue/test-place.ts";
import { runMemorySoak } from "./run-memory-soak.ts";
import { growthSince } from "./watch-memory.ts";

// The short form of `npm run soak:memory`: too few pages for a slow leak, enough for one that keeps every page.

test("a worker does not keep what it has done with", async () => {
  const folder = await testFolder();
  const stretches = await runMemorySoak({ folder, pages: 300, pageBytes: 20_000, every: 60 });
  const growth = growthSince(stretches, 120);
  assert.ok(growth < 0.5, `${(growth * 100).toFixed(0)} % more`);
});

test("growth is that of the last whole stretch over the first", () => {
  const stretches = [0, 100, 200, 300, 400].map((from) => ({ from, mean: 1000 + from, lowest: 1000 }));
  assert.equal(growthSince(stretches, 100).toFixed(4), (1300 / 1100 - 1).toFixed(4));
  assert.throws(() => growthSince(stretches.slice(0, 3), 100), /too few/u);
});

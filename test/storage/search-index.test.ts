import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setImmediate } from "node:timers/promises";
import { followEvents } from "../../storage/search-index.ts";

/** An index of nothing but how many articles it has, with the sizes of its slices. */
function follow(t: TestContext): {
  readonly put: (articles: number) => void;
  readonly slices: readonly number[];
  readonly settle: () => Promise<void>;
} {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const seen = { articles: 0, indexed: 0 };
  const slices: number[] = [];
  const index = followEvents({
    isIdle: () => true,
    isBehind: () => Promise.resolve(seen.indexed < seen.articles),
    runSlice(limit) {
      const events = Math.min(limit, seen.articles - seen.indexed);
      seen.indexed += events;
      slices.push(events);
      return Promise.resolve({ isLast: events < limit });
    },
  });
  return {
    put(articles) {
      seen.articles += articles;
      index.wake(articles);
    },
    slices,
    async settle() {
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    },
  };
}

test("articles that come one after the other are indexed when they are worth it, in slices", async (t) => {
  const { put, slices, settle } = follow(t);
  for (let n = 0; n < 127; n += 1) put(1);
  await settle();
  assert.deepEqual(slices, []);
  put(1);
  await settle();
  assert.deepEqual(slices, [32, 32, 32, 32, 0]);
  put(1);
  await settle();
  assert.equal(slices.length, 5);
});

test("a few articles are indexed when no more come for a while", async (t) => {
  const { put, slices, settle } = follow(t);
  put(2);
  t.mock.timers.tick(900);
  put(1);
  t.mock.timers.tick(900);
  await settle();
  assert.deepEqual(slices, []);
  t.mock.timers.tick(200);
  await settle();
  assert.deepEqual(slices, [3]);
});

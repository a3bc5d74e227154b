import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { createStoreWriter } from "../../queue/store-writer.ts";
import type { ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import { openMemoryStore } from "../../storage/memory-store.ts";
import { sampleArticle } from "../storage/sample-article.ts";

/** The real store, and how many articles each put was given. */
function countingStore(): { readonly store: ArticleStore; readonly sizes: readonly number[] } {
  const memory = openMemoryStore();
  const sizes: number[] = [];
  const put: ArticleStore["put"] = (articles) => {
    sizes.push(articles.length);
    return memory.put(articles);
  };
  return { store: { ...memory, put }, sizes };
}

const article = (n: number): StorableArticle => sampleArticle(`boat-${n}`);

test("articles that arrive together share a transaction, and each gets its own outcome", async () => {
  const { store, sizes } = countingStore();
  const writer = createStoreWriter(store);
  const outcomes = await Promise.all(Array.from({ length: 100 }, (_, n) => writer.put(article(n))));
  assert.deepEqual(
    outcomes.map(({ id }) => id),
    Array.from({ length: 100 }, (_, n) => `article-boat-${n}`),
  );
  assert.deepEqual(sizes, [64, 36]);
  assert.equal(await store.count(), 100);
});

test("the same article twice at once is new once", async () => {
  const { store } = countingStore();
  const writer = createStoreWriter(store);
  const outcomes = await Promise.all([1, 2, 1, 1].map((n) => writer.put(article(n))));
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ["new", "new", "unchanged", "unchanged"],
  );
});

test("an article that the store refuses does not take its neighbours with it", async () => {
  const { store } = countingStore();
  const writer = createStoreWriter(store);
  const broken = { ...article(2), id: "" };
  const results = await Promise.allSettled([
    writer.put(article(1)),
    writer.put(broken),
    writer.put(article(3)),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
  assert.equal((await writer.put(article(4))).outcome, "new");
});

test("who comes soon after a transaction waits for company, until there is enough of it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { store, sizes } = countingStore();
  const writer = createStoreWriter(store);
  await writer.put(article(0));
  const first = writer.put(article(1));
  await setImmediate();
  assert.deepEqual(sizes, [1]);
  // No clock runs here: company alone ends the wait.
  await Promise.all([first, ...Array.from({ length: 7 }, (_, n) => writer.put(article(n + 2)))]);
  assert.deepEqual(sizes, [1, 8]);
});

test("where no company can come nobody waits for it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { store, sizes } = countingStore();
  const writer = createStoreWriter(store, { atATime: 2 });
  for (let n = 0; n < 5; n += 1) await writer.put(article(n));
  assert.deepEqual(sizes, [1, 1, 1, 1, 1]);
});

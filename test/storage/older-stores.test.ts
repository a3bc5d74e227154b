import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openStore } from "../../storage/open-store.ts";
import type { StoredArticle } from "../../types.ts";
import { sampleArticle, withText } from "./sample-article.ts";

// test/fixtures/stores/ holds what released code wrote: SQLite's schemas 1 and 3, and lines before there was retention.

const folder = await mkdtemp(join(tmpdir(), "galley-older-"));
after(() => rm(folder, { recursive: true, force: true }));

const heron = sampleArticle("heron");
const eel = sampleArticle("eel");
const versions: readonly StoredArticle[] = [
  { ...heron, revision: { n: 1, changed: [] } },
  {
    ...withText(heron, "The heron came back at dusk."),
    revision: { n: 2, changed: ["articleBody"] },
  },
];
const newEel = { ...withText(eel, "The eel ladder opened."), datePublished: "2024-05-01" };

for (const [scheme, file] of [
  ["sqlite", "schema-1.db"],
  ["sqlite", "schema-3.db"],
  ["jsonl", "lines-1.jsonl"],
] as const)
  test(`${file}: a store of a version before opens and keeps everything`, async () => {
    const path = join(folder, file);
    await copyFile(new URL(`../fixtures/stores/${file}`, import.meta.url), path);
    for (const round of [1, 2]) {
      const store = await openStore(`${scheme}:${path}`);
      assert.equal(await store.count(), 4);
      assert.deepEqual(await store.revisions(heron.id), versions);
      const otter = {
        ...sampleArticle("otter", "Otters \0 and \uD800 halves"),
        revision: { n: 1, changed: [] },
      };
      assert.deepEqual(await store.get(otter.id), otter);
      const events = await store.events({ after: 0, limit: 10 });
      assert.deepEqual(
        events.map(({ seq, type, articleId, revision }) => [seq, type, articleId, revision]),
        [
          [1, "new", "article-heron", 1],
          [2, "new", "article-otter", 1],
          [3, "new", "article-eel", 1],
          [4, "new", "article-鳥", 1],
          [5, "changed", "article-heron", 2],
          [6, "changed", "article-eel", 2],
        ],
      );
      const find = async (query: string): Promise<string[]> =>
        (await store.search({ query, after: null, limit: 9 })).articles.map(({ id }) => id);
      assert.deepEqual(await find("dusk"), ["article-heron"]);
      assert.deepEqual(await find("鳥の巣"), ["article-鳥"]);
      const filter = {
        host: "lighthouse.example",
        language: "en",
        publishedFrom: "2024-05",
        publishedTo: "2024-05",
      };
      assert.deepEqual(
        (await store.list({ after: null, limit: 9, filter })).articles.map(({ id }) => id),
        ["article-eel"],
      );
      const outcomes = await store.put([withText(heron, "The heron came back at dusk."), otter, newEel]);
      assert.deepEqual(
        new Set(outcomes.map(({ outcome }) => outcome)),
        new Set(["unchanged"]),
        `round ${round}`,
      );
      await store.close();
    }
    const store = await openStore(`${scheme}:${path}`);
    assert.deepEqual(await store.put([heron]), [{ id: heron.id, outcome: "changed" }]);
    const events = await store.events({ after: 6, limit: 10 });
    assert.deepEqual(
      events.map(({ seq, revision }) => [seq, revision]),
      [[7, 3]],
    );
    const counts = await store.prune({ before: "2999", dryRun: true });
    assert.deepEqual(counts, { articles: 4, revisions: 0 });
    await store.close();
  });

test("schema-3-pruned.db: what was removed before the migration keeps its numbers and its events' ids", async () => {
  const path = join(folder, "schema-3-pruned.db");
  await copyFile(new URL("../fixtures/stores/schema-3-pruned.db", import.meta.url), path);
  const store = await openStore(`sqlite:${path}`);
  const plover = sampleArticle("plover");
  const moved = withText(plover, "The plover moved to the far bank.");
  assert.equal(await store.count(), 0);
  // Under its id and under another one, with texts that had their events.
  for (const article of [plover, moved, { ...plover, id: "another-id" }, { ...moved, id: "another-id" }])
    await store.put([article]);
  const events = await store.events({ after: 0, limit: 100 });
  assert.deepEqual(
    events.map(({ seq, type }) => [seq, type]),
    [
      [1, "new"],
      [2, "new"],
      [3, "changed"],
      [4, "removed"],
      [5, "removed"],
      [6, "new"],
      [7, "changed"],
      [8, "new"],
      [9, "changed"],
    ],
  );
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
  // The first two articles had the numbers 1 and 2, and a reader may stand behind them.
  const { articles } = await store.list({ after: "2", limit: 10 });
  assert.deepEqual(
    articles.map(({ id }) => id),
    ["article-plover", "another-id"],
  );
  await store.close();
});

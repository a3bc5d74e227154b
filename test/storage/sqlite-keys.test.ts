import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { addressKey } from "../../storage/sqlite-event-ids.ts";
import { keySettler, keyTables } from "../../storage/sqlite-keys.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-keys-"));
after(() => rm(folder, { recursive: true, force: true }));

const sizesOf = (db: DatabaseSync): number[] =>
  keyTables("article_keys").map((table) =>
    Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"]),
  );

test("articles are found, listed by id and removed whichever table their key has come to", async () => {
  const path = join(folder, "moved.db");
  const store = await openSqliteStore(path);
  const db = new DatabaseSync(path);
  const settle = keySettler(db, "article_keys", { fresh: 10, recent: 30 });
  const sizes: number[][] = [];
  const articles = sampleArticles("boat", 48);
  for (let start = 0; start < articles.length; start += 8) {
    await store.put(articles.slice(start, start + 8));
    settle();
    sizes.push(sizesOf(db));
  }
  assert.deepEqual(sizes, [
    [8, 0, 0],
    [0, 16, 0],
    [8, 16, 0],
    [0, 0, 32],
    [8, 0, 32],
    [0, 16, 32],
  ]);
  await store.put([sampleArticle("late")]);
  assert.deepEqual(sizesOf(db), [1, 16, 32]);
  const all = [...articles, sampleArticle("late")];
  for (const { id } of all) assert.equal((await store.get(id))?.id, id);
  assert.deepEqual(new Set((await store.put(all)).map(({ outcome }) => outcome)), new Set(["unchanged"]));

  const sorted = all.map(({ id }) => id).toSorted();
  const listed: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await store.list({ after, limit: 7, order: "id" });
    listed.push(...page.articles.map(({ id }) => id));
    after = page.next;
    if (after === null) break;
  }
  assert.deepEqual(listed, sorted);

  await store.prune({ before: "2999" });
  assert.deepEqual(sizesOf(db), [0, 0, 0]);
  assert.equal(await store.get(all[0]?.id ?? ""), null);
  db.close();
  await store.close();
});

test("no event id is given twice to articles that share a URL, whether or not their id is the URL's", async () => {
  const store = await openSqliteStore(join(folder, "shared.db"));
  const plain = sampleArticle("heron");
  const derived = { ...plain, id: addressKey(plain.url) };
  const other = { ...plain, id: "other" };
  const elsewhere = { ...derived, url: `${plain.url}?page=2` };
  // The article goes to another address and back, and others come to the addresses that it had.
  for (const article of [
    derived,
    other,
    withText(elsewhere, "Moved."),
    { ...withText(elsewhere, "Moved."), id: "third" },
    derived,
    withText(other, "Moved."),
    { ...derived, id: "fourth" },
  ])
    assert.notEqual((await store.put([article]))[0]?.outcome, "unchanged");
  await store.prune({ before: "2999" });
  await store.put([derived, { ...derived, id: "fifth" }, { ...elsewhere, id: addressKey(elsewhere.url) }]);
  const events = await store.events({ after: 0, limit: 100 });
  assert.equal(events.length, 7 + 4 + 3);
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
  await store.close();
});

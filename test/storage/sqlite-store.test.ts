import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { UsageError } from "../../errors.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { sampleArticle, sampleArticles } from "./sample-article.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-sqlite-"));
after(() => rm(folder, { recursive: true, force: true }));

function withDatabase<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

test("every commit is synced, in a write-ahead log", async () => {
  const path = join(folder, "pragmas.db");
  const store = await openSqliteStore(path);
  const mode = withDatabase(path, (db) => db.prepare("PRAGMA journal_mode").get()?.["journal_mode"]);
  assert.equal(mode, "wal");
  await store.close();
});

test("another program's database is refused and not changed by a byte", async () => {
  const path = join(folder, "tides.db");
  withDatabase(path, (db) => db.exec("CREATE TABLE tides (at TEXT); INSERT INTO tides VALUES ('noon')"));
  const before = await readFile(path);
  await assert.rejects(
    openSqliteStore(path),
    (error) => error instanceof UsageError && /another program/.test(error.message),
  );
  assert.deepEqual(await readFile(path), before);
});

test("a store of a newer schema is refused", async () => {
  const path = join(folder, "newer.db");
  await (await openSqliteStore(path)).close();
  withDatabase(path, (db) => db.exec("PRAGMA user_version = 999"));
  await assert.rejects(
    openSqliteStore(path),
    (error) => error instanceof UsageError && /newer Galley/.test(error.message),
  );
});

test("openings at once of a store that is not there yet all get the same store", async () => {
  const path = join(folder, "race.db");
  const stores = await Promise.all(Array.from({ length: 6 }, () => openSqliteStore(path)));
  await Promise.all(stores.map((store, i) => store.put([sampleArticle(`boat-${i}`)])));
  for (const store of stores) assert.equal(await store.count(), 6);
  for (const store of stores) await store.close();
});

test("the columns that people query repeat the record", async () => {
  const path = join(folder, "columns.db");
  const store = await openSqliteStore(path);
  const article = { ...sampleArticle("heron"), headline: "a\0b\uD800" };
  await store.put([article]);
  const row = withDatabase(path, (db) =>
    db
      .prepare("SELECT id, url, headline, date_published, in_language, word_count, revision FROM articles")
      .get(),
  );
  assert.deepEqual(
    { ...row },
    {
      id: article.id,
      url: article.url,
      headline: "a\u{FFFD}b\u{FFFD}",
      date_published: article.datePublished,
      in_language: "en",
      word_count: article.wordCount,
      revision: 1,
    },
  );
  await store.close();
});

test("a put waits for another writer's transaction instead of failing", async () => {
  const path = join(folder, "locked.db");
  const store = await openSqliteStore(path);
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  const put = store.put(sampleArticles("boat", 2));
  // Readers are not held up meanwhile.
  assert.equal(await store.count(), 0);
  other.exec("COMMIT");
  assert.deepEqual(
    (await put).map(({ outcome }) => outcome),
    ["new", "new"],
  );
  other.close();
  await store.close();
});

test("closing ends a put that waits for another writer", async () => {
  const path = join(folder, "stuck.db");
  const store = await openSqliteStore(path);
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  const put = assert.rejects(store.put([sampleArticle("boat")]), /closed|aborted/);
  await store.close();
  await put;
  other.close();
});

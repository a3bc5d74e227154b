import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { TransientError, UsageError } from "../../errors.ts";
import type { ArticleEvent, ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import { openStore } from "../../storage/open-store.ts";
import { startPostgres } from "./postgres-server.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";
import { runWriter } from "./writer-process.ts";

const server = await startPostgres();
after(() => server.close());

const isMissing = (error: unknown): boolean =>
  error instanceof TransientError && error.code === "store-unreachable";

test("a reader that follows the events while many write sees every one, in order", async () => {
  const writers = await Promise.all(Array.from({ length: 5 }, () => openStore(server.url("tail"))));
  const reader = await openStore(server.url("tail"));
  const total = 5 * 30 * 2;
  const seen: ArticleEvent[] = [];

  async function follow(): Promise<void> {
    while (seen.length < total) {
      const events = await reader.events({ after: seen.at(-1)?.seq ?? 0, limit: 7 });
      seen.push(...events);
      if (events.length === 0) await sleep(1);
    }
  }
  async function write(store: ArticleStore, name: string): Promise<void> {
    for (let i = 0; i < 30; i += 1) await store.put(sampleArticles(`${name}-${i}`, 2));
  }
  await Promise.all([follow(), ...writers.map((store, i) => write(store, `writer-${i}`))]);
  assert.deepEqual(
    seen.map(({ seq }) => seq),
    Array.from({ length: total }, (_, i) => i + 1),
  );
  assert.equal(new Set(seen.map(({ articleId }) => articleId)).size, total);
  for (const store of [...writers, reader]) await store.close();
});

test("a transaction that is under way holds back the numbers after it, not only itself", async () => {
  const store = await openStore(server.url("slow"));
  const other = await openStore(server.url("slow"));
  await store.put([sampleArticle("first")]);
  // An operator's transaction that holds up a put between its numbering and its commit.
  await server.sql("SET search_path TO slow; CREATE TABLE gate (); ");
  await server.sql(`SET search_path TO slow;
    CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN LOCK TABLE slow.gate IN SHARE MODE; RETURN NULL; END $$;
    CREATE TRIGGER gate AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION wait_at_gate()`);
  const holder = server.sql("BEGIN; LOCK TABLE slow.gate; SELECT pg_sleep(1); COMMIT");
  while (
    (
      await server.sql(
        "SELECT 1 FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'gate'",
      )
    ).length === 0
  )
    await sleep(5);
  const puts = [store.put([sampleArticle("second")]), other.put([sampleArticle("third")])];
  const early = await other.events({ after: 0, limit: 10 });
  assert.deepEqual(
    early.map(({ seq }) => seq),
    [1],
  );
  await Promise.all([holder, ...puts]);
  assert.deepEqual(
    (await other.events({ after: 1, limit: 10 })).map(({ seq }) => seq),
    [2, 3],
  );
  await store.close();
  await other.close();
});

test("a server that goes away in the middle: what was acknowledged is there, the rest can be put again", async () => {
  const store = await openStore(server.url("lost"));
  const acknowledged: StorableArticle[] = [];
  /** Puts batch after batch until one fails. */
  async function write(): Promise<unknown> {
    for (let i = 0; ; i += 1) {
      const batch = sampleArticles(`boat-${i}`, 3);
      try {
        await store.put(batch);
      } catch (error) {
        return error;
      }
      acknowledged.push(...batch);
    }
  }
  const writing = write();
  while (acknowledged.length < 30) await sleep(1);
  await server.stop("immediate");
  const failure = await writing;
  assert.ok(isMissing(failure), String(failure));
  assert.match(String(failure), /postgres:\/\/galley@.*does not answer.*safe/u);
  await assert.rejects(store.count(), isMissing);
  await assert.rejects(openStore(server.url("lost")), isMissing);
  await server.start();
  for (const { id } of acknowledged) assert.notEqual(await store.get(id), null, id);
  assert.deepEqual(await store.put([sampleArticle("late")]), [{ id: "article-late", outcome: "new" }]);
  const seqs = (await store.events({ after: 0, limit: 100_000 })).map(({ seq }) => seq);
  assert.deepEqual(
    seqs,
    seqs.map((_, i) => i + 1),
  );
  await store.close();
});

test("writers that are killed, and others that compete with them: whole batches, each article once", async () => {
  const url = server.url("killed");
  await (await openStore(url)).close();
  const rival = { url, prefix: "same", batch: 10 };
  const reports = await Promise.all([
    runWriter({ ...rival, count: 1_000_000, killAfterBatches: 6 }),
    runWriter({ ...rival, count: 1_000_000, killAfterBatches: 9 }),
    runWriter({ ...rival, count: 200 }),
  ]);
  assert.deepEqual(
    reports.map(({ signal, error }) => [signal, error]),
    [
      ["SIGKILL", null],
      ["SIGKILL", null],
      [null, null],
    ],
  );
  const store = await openStore(url);
  const count = await store.count();
  assert.equal(count % 10, 0);
  for (let n = 0; n < Math.max(...reports.map(({ put }) => put)); n += 1)
    assert.ok(await store.get(`article-same-${n}`), String(n));
  const events = await store.events({ after: 0, limit: 100_000 });
  assert.deepEqual(
    events.map(({ seq, type }) => [seq, type]),
    Array.from({ length: count }, (_, i) => [i + 1, "new"]),
  );
  await store.close();
});

test("stores in two schemas of one database do not meet", async () => {
  const [a, b] = await Promise.all([openStore(server.url("a b'c")), openStore(server.url("a%22b"))]);
  await a.put(sampleArticles("boat", 3));
  assert.equal(await b.count(), 0);
  await b.put([sampleArticle("heron")]);
  assert.deepEqual(
    (await b.events({ after: 0, limit: 10 })).map(({ seq }) => seq),
    [1],
  );
  await a.close();
  await b.close();
});

test("openings at once of a store that is not there yet all get the same store", async () => {
  const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(server.url("race"))));
  await Promise.all(stores.map((store, i) => store.put([sampleArticle(`boat-${i}`)])));
  for (const store of stores) assert.equal(await store.count(), 4);
  for (const store of stores) await store.close();
});

test("another program's schema, a newer Galley's and another encoding are refused and left alone", async () => {
  await server.sql(
    "CREATE SCHEMA tides; CREATE TABLE tides.articles (at text); INSERT INTO tides.articles VALUES ('noon')",
  );
  await assert.rejects(openStore(server.url("tides")), (error) => {
    return error instanceof UsageError && /another program.*\?schema=/u.test(error.message);
  });
  assert.deepEqual(await server.sql("SELECT at FROM tides.articles"), [{ at: "noon" }]);
  await (await openStore(server.url("newer"))).close();
  await server.sql("INSERT INTO newer.migrations VALUES ('9999-later', 'now')");
  await assert.rejects(openStore(server.url("newer")), /newer Galley/u);
  await server.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
  await assert.rejects(openStore(server.url("x").replace("/postgres?", "/latin?")), /LATIN1.*UTF8/u);
});

test("URLs that name no database, and databases that are not there, say what to mend", async () => {
  for (const url of [
    "postgres:",
    "postgres://",
    "postgres://host",
    "postgres://host/?schema=a",
    "postgres://host/db?schema=",
  ])
    await assert.rejects(
      openStore(url),
      (error) => error instanceof UsageError && error.code === "usage",
      url,
    );
  await assert.rejects(openStore(server.url("x").replace("/postgres?", "/nowhere?")), (error) => {
    assert.ok(error instanceof UsageError && error.code === "data-folder");
    return /"nowhere" does not exist/u.test(error.message);
  });
  await assert.rejects(openStore("postgres://galley:hidden@127.0.0.1:1/db"), (error) => {
    assert.ok(isMissing(error));
    return !String(error).includes("hidden");
  });
});

test("the columns that people query repeat the record", async () => {
  const store = await openStore(server.url("columns"));
  await store.put([{ ...sampleArticle("heron"), headline: "a\0b\uD800", source: "harbour" }]);
  await store.put([withText({ ...sampleArticle("heron"), source: "harbour" }, "Back.")]);
  const rows = await server.sql("SELECT seq, id, host, language, source, revision FROM columns.articles");
  assert.deepEqual(rows, [
    {
      seq: "1",
      id: "article-heron",
      host: "lighthouse.example",
      language: "en",
      source: "harbour",
      revision: 2,
    },
  ]);
  await store.close();
});

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { UsageError } from "../../errors.ts";
import { openStore } from "../../storage/open-store.ts";
import { runGalley } from "../cli/run-galley.ts";
import { startPostgres } from "./postgres-server.ts";
import { sampleArticle, sampleArticles } from "./sample-article.ts";

const server = await startPostgres();
after(() => server.close());

const isFault =
  (words: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof UsageError && error.code === "data-folder", String(error));
    assert.match(error.message, words);
    return true;
  };

const asRole = (schema: string, role: string): string =>
  server.url(schema).replace("//galley@", `//${role}@`);

test("a role that may only read: it reads, and a put says which right is missing", async () => {
  const owner = await openStore(server.url("library"));
  await owner.put(sampleArticles("boat", 3));
  await owner.search({ query: "boat", after: null, limit: 1 });
  await server.sql(`CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA library TO reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA library TO reader`);
  const url = asRole("library", "reader");
  const reader = await openStore(url);
  assert.equal((await reader.list({ after: null, limit: 10 })).articles.length, 3);
  assert.equal((await reader.search({ query: "noon", after: null, limit: 10 })).articles.length, 3);
  await assert.rejects(
    reader.put([sampleArticle("heron")]),
    isFault(/postgres:\/\/reader@.*permission denied for table.*its rights/u),
  );
  await assert.rejects(reader.setCursor("copy", 1), isFault(/permission denied for table cursors/u));
  await reader.close();
  assert.equal(await owner.count(), 3);
  await owner.close();

  const run = await runGalley(["prune", "--older-than", "0d", "--store", url]);
  assert.equal(run.code, 17, run.stderr);
  assert.match(run.stderr, /^galley: Cannot use the store postgres:\/\/reader@.*permission denied.*\n$/u);
});

test("a role that may not make a schema is told so", async () => {
  await server.sql("CREATE ROLE guest LOGIN");
  await assert.rejects(
    openStore(asRole("nowhere", "guest")),
    isFault(/permission denied for database postgres/u),
  );
});

test("a server that has become read-only: a clear error, and all goes on when it takes writes again", async () => {
  const url = server.url("standby");
  const store = await openStore(url);
  await store.put(sampleArticles("boat", 3));
  await store.search({ query: "boat", after: null, limit: 1 });
  await store.close();
  await server.sql("ALTER DATABASE postgres SET default_transaction_read_only = on");
  try {
    const reader = await openStore(url);
    assert.equal(await reader.count(), 3);
    await assert.rejects(
      reader.put([sampleArticle("heron")]),
      isFault(/is read-only: .*safe; make it writable/u),
    );
    await reader.close();
  } finally {
    await server.sql("BEGIN READ WRITE; ALTER DATABASE postgres RESET default_transaction_read_only; COMMIT");
  }
  const again = await openStore(url);
  assert.deepEqual(await again.put([...sampleArticles("boat", 3), sampleArticle("heron")]), [
    ...sampleArticles("boat", 3).map(({ id }) => ({ id, outcome: "unchanged" })),
    { id: "article-heron", outcome: "new" },
  ]);
  await again.close();
});

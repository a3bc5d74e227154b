import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openStore } from "../../storage/open-store.ts";
import type { StoredArticle } from "../../types.ts";
import { startSite } from "../site/start-site.ts";
import type { Site } from "../site/site-types.ts";
import { type PostgresServer, startPostgres } from "../storage/postgres-server.ts";
import { runGalley } from "./run-galley.ts";

let site: Site;
let server: PostgresServer;
let folder: string;
before(async () => {
  site = await startSite();
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), "galley-stores-"));
});
after(async () => {
  await site.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function crawlInto(name: string, store: string): Promise<void> {
  const network = ["--allow-net", "127.0.0.0/8", "--delay", "0", "--render", "never"];
  const args = ["crawl", site.seeds[0] ?? "", ...network, "--data", join(folder, name)];
  const run = await runGalley([...args, "--store", store]);
  assert.equal(run.code, 0, run.stderr);
}

async function exportOf(store: string): Promise<string> {
  // The environment's word is as good as the command line's.
  const run = await runGalley(["articles", "export"], { env: { GALLEY_STORE: store } });
  assert.equal(run.code, 0, run.stderr);
  return run.stdout;
}

/** An export without what differs from one fetch of a page to the next. */
function withoutFetch(jsonl: string): string {
  return jsonl.replaceAll(/"(?:fetchedAt|pageKey)":"[^"]*"|"ms":\d+/gu, '""');
}

test("the same crawl into SQLite and PostgreSQL exports the same bytes", async () => {
  const sqlite = `sqlite:${join(folder, "one.db")}`;
  const postgres = server.url("one");
  await crawlInto("a", sqlite);
  await crawlInto("b", postgres);
  const exported = await exportOf(sqlite);
  assert.ok(exported.split("\n").length > 10);
  assert.equal(withoutFetch(await exportOf(postgres)), withoutFetch(exported));

  // And the same records, put in another order, to the last byte.
  const records = exported
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as StoredArticle);
  const copy = server.url("two");
  const store = await openStore(copy);
  for (const record of records.toReversed()) await store.put([record]);
  await store.close();
  assert.equal(await exportOf(copy), exported);
});

test("a store that cannot be reached is named without its password", async () => {
  const run = await runGalley(["articles", "list", "--store", "postgres://galley:hidden@127.0.0.1:1/db"]);
  assert.equal(run.code, 25);
  assert.match(run.stderr, /^galley: The store postgres:\/\/galley.*does not answer/u);
  assert.doesNotMatch(run.stderr, /hidden/u);
  assert.equal(run.stderr.trim().split("\n").length, 1);
});

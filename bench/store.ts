/**
 * `npm run bench:store -- [--rows N] [--batch N] [--words N] [--folder DIR]`: rows a second into each store against multi-row
 * inserts of the same rows by the driver alone. Both write by turns, batch by batch, so that a busy machine slows both.
 * With `--million`, a SQLite store of 1,000,000 small articles instead: reads, and inserts against those into an empty store.
 * `--file FILE` keeps it, so that the next run need not fill it again.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ArticleStore } from "../storage/article-store.ts";
import { openJsonlStore } from "../storage/jsonl-store.ts";
import { openPostgresStore } from "../storage/postgres-store.ts";
import { openSqliteStore } from "../storage/sqlite-store.ts";
import { startPostgres } from "../test/storage/postgres-server.ts";
import { makeArticle } from "./store/make-articles.ts";
import { benchMillion } from "./store/million.ts";
import { type PlainWriter, plainLines, plainPostgres, plainSqlite } from "./store/plain-inserts.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "20000" },
    batch: { type: "string", default: "200" },
    words: { type: "string", default: "400" },
    folder: { type: "string", default: tmpdir() },
    million: { type: "boolean", default: false },
    file: { type: "string" },
  },
});
const [rows, batch, words] = [Number(values.rows), Number(values.batch), Number(values.words)];

interface Contest {
  readonly name: string;
  readonly store: ArticleStore;
  readonly plain: PlainWriter;
}

async function sqliteContest(folder: string): Promise<Contest> {
  const plainPath = join(folder, "plain.db");
  await (await openSqliteStore(plainPath)).close();
  return {
    name: "sqlite",
    store: await openSqliteStore(join(folder, "store.db")),
    plain: plainSqlite(plainPath),
  };
}

async function postgresContest(url: (schema: string) => string): Promise<Contest> {
  await (await openPostgresStore(url("plain"))).close();
  return {
    name: "postgres",
    store: await openPostgresStore(url("store")),
    plain: await plainPostgres(url("plain")),
  };
}

async function jsonlContest(folder: string): Promise<Contest> {
  return {
    name: "jsonl",
    store: await openJsonlStore(join(folder, "store.jsonl")),
    plain: await plainLines(join(folder, "plain.jsonl")),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const perSecond = (ms: number): string => `${Math.round((rows / ms) * 1000)} rows/s`;

async function compete({ name, store, plain }: Contest): Promise<void> {
  let storeMs = 0;
  let plainMs = 0;
  for (let start = 0; start < rows; start += batch) {
    const articles = Array.from({ length: batch }, (_, i) => makeArticle(start + i, words));
    const turns = [
      async () => (storeMs += await timed(() => store.put(articles))),
      async () => (plainMs += await timed(() => plain.insert(articles))),
    ];
    for (const turn of (start / batch) % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  const ratio = (plainMs / storeMs).toFixed(2);
  console.log(`${name}: put ${perSecond(storeMs)}, plain inserts ${perSecond(plainMs)}, ratio ${ratio}`);
  if (name === "jsonl") return;
  const indexMs = await timed(() => store.search({ query: "nothing", after: null, limit: 1 }));
  console.log(`${name}: search index ${perSecond(indexMs)}`);
}

async function runContests(folder: string): Promise<void> {
  console.log(`${rows} articles of ${words} words in batches of ${batch}`);
  const server = await startPostgres({ fsync: true });
  try {
    for (const make of [sqliteContest, () => postgresContest(server.url), jsonlContest]) {
      const contest = await make(folder);
      await compete(contest);
      await contest.store.close();
      await contest.plain.close();
    }
  } finally {
    await server.close();
  }
}

const folder = await mkdtemp(join(values.folder, "galley-bench-store-"));
try {
  await (values.million
    ? benchMillion(folder, { file: values.file ?? join(folder, "million.db") })
    : runContests(folder));
} finally {
  await rm(folder, { recursive: true, force: true });
}

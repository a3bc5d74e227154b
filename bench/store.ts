/**
 * `npm run bench:store -- [--rows N] [--batch N] [--words N] [--folder DIR]`: rows a second into each store against multi-row
 * inserts of the same rows by the driver alone. Both write by turns, batch by batch, so that a busy machine slows both.
 * With `--million`, a SQLite store of 1,000,000 small articles instead: reads, and inserts against those into an empty store.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ArticleStore } from "../storage/article-store.ts";
import { openSqliteStore } from "../storage/sqlite-store.ts";
import { makeArticle } from "./store/make-articles.ts";
import { benchMillion } from "./store/million.ts";
import { type PlainWriter, plainSqlite } from "./store/plain-inserts.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "20000" },
    batch: { type: "string", default: "200" },
    words: { type: "string", default: "400" },
    folder: { type: "string", default: tmpdir() },
    million: { type: "boolean", default: false },
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
  const indexMs = await timed(() => store.search({ query: "nothing", after: null, limit: 1 }));
  console.log(
    `${name}: put ${perSecond(storeMs)}, plain inserts ${perSecond(plainMs)}, ratio ${(plainMs / storeMs).toFixed(2)}; search index ${perSecond(indexMs)}`,
  );
}

const folder = await mkdtemp(join(values.folder, "galley-bench-store-"));
try {
  if (values.million) await benchMillion(folder);
  else {
    console.log(`${rows} articles of ${words} words in batches of ${batch}`);
    for (const make of [sqliteContest]) {
      const contest = await make(folder);
      await compete(contest);
      await contest.store.close();
      await contest.plain.close();
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

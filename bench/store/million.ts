import { join } from "node:path";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { makeArticle, wordOf } from "./make-articles.ts";

const ARTICLES = 1_000_000;
const BATCH = 200;
const FILL_BATCH = 1000;
const WORDS = 40;
const USUAL_WORDS = 400;
/** Articles put into the full and into an empty store by turns. */
const LAST = 20_000;
const ROUNDS = 15;

/** Fills a SQLite store with a million articles, or goes on with it; then measures what a reader and a writer feel. */
export async function benchMillion(
  folder: string,
  { file, articles = ARTICLES }: { readonly file: string; readonly articles?: number },
): Promise<void> {
  const store = await openSqliteStore(file);
  const started = performance.now();
  let putMs = 0;
  for (let start = await store.count(); start < articles; start += FILL_BATCH) {
    const batch = batchOf(start, FILL_BATCH, WORDS);
    const before = performance.now();
    await store.put(batch);
    putMs += performance.now() - before;
    if ((start + FILL_BATCH) % 100_000 === 0) {
      console.log(`${start + FILL_BATCH}: ${Math.round((100_000 / putMs) * 1000)} rows/s put`);
      putMs = 0;
      const index = performance.now();
      await catchUp(store);
      console.log(`  indexed at ${Math.round((100_000 / (performance.now() - index)) * 1000)} rows/s`);
    }
  }
  console.log(`filled in ${Math.round((performance.now() - started) / 1000)} s`);
  await measureReads(store, articles);
  await measureWrites(store, folder, (await store.count()) * 50);
  await store.close();
}

function batchOf(start: number, length: number, words: number): ReturnType<typeof makeArticle>[] {
  return Array.from({ length }, (_, i) => makeArticle(start + i, words));
}

async function measureReads(store: ArticleStore, articles: number): Promise<void> {
  const middle = String(articles / 2);
  const list = { after: middle, limit: 50 };
  const search = { after: null, limit: 50 };
  const [often, seldom] = [wordOf(0), wordOf(25_000)];
  const reads: Readonly<Record<string, () => Promise<unknown>>> = {
    "list, 50 from the middle": () => store.list(list),
    "list, 50 of a host": () => store.list({ ...list, filter: { host: "host-7.example" } }),
    "list, 50 of a source and language": () =>
      store.list({ ...list, filter: { source: "source-3", language: "en" } }),
    "list, 50 of a host that is not there": () =>
      store.list({ ...list, filter: { host: "nowhere.example" } }),
    "list, 50 published since a late day": () =>
      store.list({ after: null, limit: 50, filter: { publishedFrom: "2025-10-01" } }),
    "list, 50 published in a month and of a host": () =>
      store.list({
        after: null,
        limit: 50,
        filter: { publishedFrom: "2025-03", publishedTo: "2025-03", host: "host-7.example" },
      }),
    "search, a frequent word": () => store.search({ ...search, query: often }),
    "search, a rare word": () => store.search({ ...search, query: seldom }),
    "search, two frequent words": () => store.search({ ...search, query: `${often} ${wordOf(1)}` }),
    "search, a frequent and a rare word": () => store.search({ ...search, query: `${often} ${seldom}` }),
    "search, a phrase": () => store.search({ ...search, query: `"${often} ${wordOf(1)}"` }),
    "search, one word without another": () => store.search({ ...search, query: `${often} -${wordOf(1)}` }),
    "search, a frequent word of a host": () =>
      store.search({ ...search, query: often, filter: { host: "host-7.example" } }),
    "events, 100 from the middle": () => store.events({ after: articles / 2, limit: 100 }),
    "an article by id": () => store.get(makeArticle(articles / 3, WORDS).id),
    "set and read a cursor": async () => {
      await store.setCursor("bench", articles / 2);
      await store.cursor("bench");
    },
    count: () => store.count(),
  };
  for (const [name, read] of Object.entries(reads)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now();
      await read();
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const [median = 0, worst = 0] = [times[ROUNDS >> 1], times.at(-1)];
    console.log(`${name}: ${median.toFixed(1)} ms (at most ${worst.toFixed(1)})`);
  }
}

/** Articles of the usual size, after as many into the full store that its index pages are in memory, as in a crawl's. */
async function measureWrites(full: ArticleStore, folder: string, articles: number): Promise<void> {
  const batchAt = (start: number): ReturnType<typeof makeArticle>[] => batchOf(start, BATCH, USUAL_WORDS);
  for (let start = articles; start < articles + LAST; start += BATCH) await full.put(batchAt(start));
  await catchUp(full);
  const empty = await openSqliteStore(join(folder, "empty.db"));
  const stores = [full, empty] as const;
  const ms: [number, number] = [0, 0];
  const indexMs: [number, number] = [0, 0];
  for (let start = articles + LAST; start < articles + 2 * LAST; start += BATCH) {
    const batch = batchAt(start);
    for (const i of (start / BATCH) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const before = performance.now();
      await stores[i].put(batch);
      const put = performance.now();
      await catchUp(stores[i]);
      ms[i] += put - before;
      indexMs[i] += performance.now() - put;
    }
  }
  const rate = (ms: number): number => Math.round((LAST / ms) * 1000);
  console.log(
    `put into the full store ${rate(ms[0])} rows/s, into an empty one ${rate(ms[1])}, ratio ${(ms[1] / ms[0]).toFixed(2)}`,
  );
  console.log(`search index: ${rate(indexMs[0])} and ${rate(indexMs[1])} rows/s`);
  await empty.close();
}

/** A search brings the index up to date first. */
async function catchUp(store: ArticleStore): Promise<void> {
  await store.search({ query: "nothing", after: null, limit: 1 });
}

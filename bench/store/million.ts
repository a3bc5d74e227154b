import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ArticleStore } from "../../storage/article-store.ts";
import { idToCursor } from "../../storage/list-cursor.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { makeArticle, wordOf } from "./make-articles.ts";

const ARTICLES = 1_000_000;
const BATCH = 200;
const FILL_BATCH = 1000;
const WORDS = 40;
const USUAL_WORDS = 400;
/** Articles put into the full and into an empty store by turns, about as many as a log holds. */
const ROUND_ARTICLES = 12_000;
/** So many that keys are moved on through all of their tables (see storage/sqlite-keys.ts). */
const WRITE_ROUNDS = 6;
const READ_ROUNDS = 15;
const NO_COST = { ms: 0, cpuMs: 0, bytes: 0 };

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
  await measureWrites({ store, file }, folder, (await store.count()) * 50);
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
    "list, 50 in the order of ids, from the middle": () =>
      store.list({ after: idToCursor("8"), limit: 50, order: "id" }),
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
    for (let round = 0; round < READ_ROUNDS; round += 1) {
      const before = performance.now();
      await read();
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const [median = 0, worst = 0] = [times[READ_ROUNDS >> 1], times.at(-1)];
    console.log(`${name}: ${median.toFixed(1)} ms (at most ${worst.toFixed(1)})`);
  }
}

/** A store and its file: what is written to the log is work done only when it is in the file too. */
interface Contender {
  readonly store: ArticleStore;
  readonly file: string;
}

interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
  /** NaN where the system does not say. */
  readonly bytes: number;
}

/**
 * Articles of the usual size into the full store and, each round, into a new and empty one: by turns, batch by batch, so that
 * a busy machine slows both. Each round starts with an empty log and ends when both files have everything.
 */
async function measureWrites(full: Contender, folder: string, articles: number): Promise<void> {
  const totals = [NO_COST, NO_COST];
  for (let round = 0; round < WRITE_ROUNDS; round += 1) {
    const file = join(folder, `empty-${round}.db`);
    const empty = { store: await openSqliteStore(file), file };
    const costs = await writeRound([full, empty], articles + round * ROUND_ARTICLES);
    const [intoFull = NO_COST, intoEmpty = NO_COST] = costs;
    console.log(`round ${round + 1}: full ${rateOf(intoFull, 1)}, empty ${rateOf(intoEmpty, 1)} rows/s`);
    for (const [i, cost] of costs.entries()) totals[i] = addCosts(totals[i] ?? NO_COST, cost);
    await empty.store.close();
    await rm(file);
  }
  const [intoFull = NO_COST, intoEmpty = NO_COST] = totals;
  const per1000 = (sum: number): string => ((sum / (WRITE_ROUNDS * ROUND_ARTICLES)) * 1000).toFixed(1);
  for (const [name, { ms, cpuMs, bytes }] of [["full", intoFull] as const, ["empty", intoEmpty] as const])
    console.log(
      `put into the ${name} store: ${rateOf({ ms }, WRITE_ROUNDS)} rows/s; 1,000 rows: ${per1000(ms)} ms, CPU ${per1000(cpuMs)} ms, ${per1000(bytes / 1e6)} MB written`,
    );
  const ratio = (key: keyof Cost): string => (intoEmpty[key] / intoFull[key]).toFixed(2);
  console.log(
    `insert rate, full against empty: ${ratio("ms")} (CPU ${ratio("cpuMs")}, bytes ${ratio("bytes")})`,
  );
}

async function writeRound(contenders: readonly [Contender, Contender], first: number): Promise<Cost[]> {
  for (const { file } of contenders) emptyLog(file);
  const costs = [NO_COST, NO_COST];
  const add = async (i: 0 | 1, work: () => Promise<unknown> | void): Promise<void> => {
    costs[i] = addCosts(costs[i] ?? NO_COST, await costOf(work));
  };
  for (let start = first; start < first + ROUND_ARTICLES; start += BATCH) {
    const batch = batchOf(start, BATCH, USUAL_WORDS);
    for (const i of (start / BATCH) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      await add(i, () => contenders[i].store.put(batch));
      await catchUp(contenders[i].store);
    }
  }
  for (const i of [0, 1] as const) await add(i, () => emptyLog(contenders[i].file));
  return costs;
}

function emptyLog(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}

async function costOf(work: () => Promise<unknown> | void): Promise<Cost> {
  const [cpu, bytes, start] = [process.cpuUsage(), writtenBytes(), performance.now()];
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, bytes: writtenBytes() - bytes };
}

function addCosts(a: Cost, b: Cost): Cost {
  return { ms: a.ms + b.ms, cpuMs: a.cpuMs + b.cpuMs, bytes: a.bytes + b.bytes };
}

/** What this process gave the system to write to disks so far (Linux alone says). */
function writtenBytes(): number {
  try {
    return Number(/^write_bytes: (\d+)/mu.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);
  } catch {
    return Number.NaN;
  }
}

function rateOf({ ms }: { readonly ms: number }, rounds: number): number {
  return Math.round(((rounds * ROUND_ARTICLES) / ms) * 1000);
}

/** A search brings the index up to date first. */
async function catchUp(store: ArticleStore): Promise<void> {
  await store.search({ query: "nothing", after: null, limit: 1 });
}

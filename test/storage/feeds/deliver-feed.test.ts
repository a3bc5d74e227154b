import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import * as fc from "fast-check";
import type { ArticleStore } from "../../../storage/article-store.ts";
import { deliverFeed } from "../../../storage/feeds/deliver-feed.ts";
import type { FeedItem } from "../../../storage/feeds/feed-item.ts";
import { openSinkBook, type SinkBook } from "../../../storage/feeds/sink-book.ts";
import type { Delivery, SinkTarget } from "../../../storage/feeds/sink-types.ts";
import { openMemoryStore } from "../../../storage/memory-store.ts";
import { sampleArticle, withText } from "../sample-article.ts";
import { FAST_TIMING } from "./fast-timing.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-deliver-"));
after(() => rm(folder, { recursive: true, force: true }));

const SINK = {
  name: "quay",
  spec: { kind: "redis-stream", redisUrl: null, stream: "s", maxLength: null },
} as const;
const refuse = (blame: "item" | "receiver", reason = "no"): Delivery => ({
  ok: false,
  blame,
  reason,
  retryAfterMs: null,
});

let books = 0;
async function newBook(): Promise<SinkBook> {
  books += 1;
  const book = await openSinkBook(join(folder, `book-${books}.db`));
  await book.add(SINK);
  return book;
}

/** `versions` versions of each of `articles` articles, mixed as a crawl would. */
async function filledStore(articles: number, versions: number): Promise<ArticleStore> {
  const store = await openMemoryStore();
  for (let version = 1; version <= versions; version += 1)
    for (let article = 0; article < articles; article += 1)
      await store.put([withText(sampleArticle(`a${article}`), `Version ${version} of ${article}.`)]);
  return store;
}

interface Ledger {
  readonly target: SinkTarget;
  /** Cursors of what was taken, in order. */
  readonly taken: FeedItem[];
  readonly attempts: Map<number, number>;
}

function ledgerOf(answer: (item: FeedItem, attempt: number) => Delivery, concurrency = 4): Ledger {
  const taken: FeedItem[] = [];
  const attempts = new Map<number, number>();
  const under = new Set<string>();
  return {
    taken,
    attempts,
    target: {
      concurrency,
      async deliver(item, signal) {
        assert.ok(!under.has(item.articleId), "two items of one article at a time");
        under.add(item.articleId);
        await new Promise(setImmediate);
        under.delete(item.articleId);
        signal.throwIfAborted();
        const attempt = (attempts.get(item.seq) ?? 0) + 1;
        attempts.set(item.seq, attempt);
        const outcome = answer(item, attempt);
        if (outcome.ok) taken.push(item);
        return outcome;
      },
    },
  };
}

const run = (
  store: ArticleStore,
  book: SinkBook,
  target: SinkTarget,
  more: { signal?: AbortSignal } = {},
): Promise<void> =>
  deliverFeed({
    name: "quay",
    store,
    book,
    target,
    signal: new AbortController().signal,
    until: "empty",
    timing: FAST_TIMING,
    ...more,
  });

/** Runs until nothing waits any more. */
async function runDry(store: ArticleStore, book: SinkBook, target: SinkTarget): Promise<void> {
  do {
    await run(store, book, target);
    await new Promise((resolve) => setTimeout(resolve, 2));
  } while ((await book.state("quay")).waiting > 0);
}

function assertOrdered(taken: readonly FeedItem[]): void {
  const last = new Map<string, number>();
  for (const { articleId, seq } of taken) {
    assert.ok(seq > (last.get(articleId) ?? 0), `${articleId}: ${seq} after ${last.get(articleId)}`);
    last.set(articleId, seq);
  }
}

test("everything is delivered once, in order for each article, and the cursor is at the end", async () => {
  const store = await filledStore(100, 5);
  const book = await newBook();
  const { target, taken } = ledgerOf(() => ({ ok: true }));
  await run(store, book, target);
  assert.deepEqual(
    taken.map(({ seq }) => seq).toSorted((a, b) => a - b),
    Array.from({ length: 500 }, (_, i) => i + 1),
  );
  assertOrdered(taken);
  assert.ok(taken.every(({ article, revision }) => article?.revision.n === revision));
  assert.equal(await store.cursor("sink:quay"), 500);
});

test("a refused item holds back its article alone until it is given up; then it can be tried again", async () => {
  const store = await filledStore(3, 3);
  const book = await newBook();
  const bad = 2;
  const state = { mended: false };
  const { target, taken, attempts } = ledgerOf(({ seq }) =>
    seq === bad && !state.mended ? refuse("item") : { ok: true },
  );
  await run(store, book, target);
  assert.deepEqual(taken.map(({ seq }) => seq).toSorted(), [1, 3, 4, 6, 7, 9]);
  assert.deepEqual(await book.state("quay"), { waiting: 3, dead: 0, trouble: null });
  assert.equal(await store.cursor("sink:quay"), 9);
  await runDry(store, book, target);
  assert.equal(attempts.get(bad), FAST_TIMING.attempts);
  assert.deepEqual(
    taken.slice(6).map(({ seq }) => seq),
    [5, 8],
  );
  const [dead] = await book.dead("quay");
  assert.deepEqual([dead?.seq, dead?.attempts, dead?.error], [bad, FAST_TIMING.attempts, "no"]);
  state.mended = true;
  assert.equal(await book.revive("quay", ["no such event"]), 0);
  assert.equal(await book.revive("quay", [dead!.eventId]), 1);
  await runDry(store, book, target);
  assert.equal(taken.at(-1)?.seq, bad);
  assert.deepEqual(await book.state("quay"), { waiting: 0, dead: 0, trouble: null });
});

test("what was given up can be tried again after retention took its article", async () => {
  const store = await filledStore(2, 1);
  const book = await newBook();
  const state = { mended: false };
  const { target, taken } = ledgerOf(({ seq }) =>
    seq === 1 && !state.mended ? refuse("item") : { ok: true },
  );
  await runDry(store, book, target);
  const [dead] = await book.dead("quay");
  assert.equal((await store.prune({ before: "2999" })).articles, 2);
  state.mended = true;
  await book.revive("quay", null);
  await runDry(store, book, target);
  const late = taken.find(({ seq }) => seq === 1);
  assert.deepEqual(late, dead?.copy);
  assert.ok(late?.article?.articleBody);
  assert.deepEqual(await book.state("quay"), { waiting: 0, dead: 0, trouble: null });
});

test("a book of the version before opens, its letters in it", async () => {
  const path = join(folder, "older.db");
  const db = new DatabaseSync(path);
  db.exec(`CREATE TABLE sinks (name TEXT PRIMARY KEY, spec TEXT NOT NULL, trouble TEXT, replay_after INTEGER) STRICT;
    CREATE TABLE letters (
      sink TEXT NOT NULL, seq INTEGER NOT NULL, event_id TEXT NOT NULL, article_id TEXT NOT NULL, state TEXT NOT NULL,
      attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, since INTEGER NOT NULL, error TEXT, PRIMARY KEY (sink, seq)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO letters VALUES ('quay', 7, 'e', 'a', 'dead', 8, 0, 0, 'no')`);
  db.close();
  const books = await Promise.all([openSinkBook(path), openSinkBook(path)]);
  for (const book of books) {
    const [letter] = await book.dead("quay");
    assert.deepEqual([letter?.seq, letter?.error, letter?.copy], [7, "no", null]);
  }
  for (const book of books) book.close();
});

test("a receiver that is away is waited for: nothing is given up, and order holds", async () => {
  const store = await filledStore(10, 4);
  const book = await newBook();
  const state = { calls: 0 };
  const away = (): boolean => (state.calls += 1) > 8 && state.calls < 60;
  const { target, taken } = ledgerOf(() =>
    away() ? refuse("receiver", "connection refused") : { ok: true },
  );
  const troubles: string[] = [];
  const stop = new AbortController();
  const running = deliverFeed({
    name: "quay",
    store,
    book,
    target,
    signal: stop.signal,
    timing: FAST_TIMING,
    onTrouble: (it) => troubles.push(it),
  });
  while (taken.length < 40) await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  await running;
  assert.equal(taken.length, 40);
  assertOrdered(taken);
  assert.equal((await book.dead("quay")).length, 0);
  assert.match(troubles[0] ?? "", /away.*connection refused/u);
});

test("one poisoned item, which makes the receiver fail, is given up while the others go on", async () => {
  const store = await filledStore(60, 1);
  const book = await newBook();
  const { target, taken } = ledgerOf(
    ({ seq }) => (seq === 7 ? refuse("receiver", "HTTP status 500") : { ok: true }),
    1,
  );
  const stop = new AbortController();
  const running = deliverFeed({
    name: "quay",
    store,
    book,
    target,
    signal: stop.signal,
    timing: FAST_TIMING,
  });
  // News keeps coming, as it does: each success says that the receiver is there.
  for (let more = 0; (await book.dead("quay")).length === 0; more += 1) {
    await store.put([sampleArticle(`late-${more}`)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  stop.abort();
  await running;
  assert.deepEqual(
    (await book.dead("quay")).map(({ seq }) => seq),
    [7],
  );
  assert.ok(taken.length >= 59);
});

test("a store that is away is waited for", async () => {
  const inner = await filledStore(5, 1);
  const state = { failures: 2 };
  const store: ArticleStore = {
    ...inner,
    events(options) {
      if (state.failures > 0) {
        state.failures -= 1;
        return Promise.reject(new Error("the connection is lost"));
      }
      return inner.events(options);
    },
  };
  const { target, taken } = ledgerOf(() => ({ ok: true }));
  await run(store, await newBook(), target);
  assert.equal(taken.length, 5);
});

test("a replay delivers everything after a point once more", async () => {
  const store = await filledStore(5, 2);
  const book = await newBook();
  const { target, taken } = ledgerOf(() => ({ ok: true }));
  await run(store, book, target);
  await book.askReplay("quay", 7);
  await run(store, book, target);
  assert.deepEqual(
    taken.slice(10).map(({ seq }) => seq),
    [8, 9, 10],
  );
});

test("whatever fails and whenever it stops: nothing is lost, and first deliveries keep each article's order", async () => {
  const outcome = fc.constantFrom("ok", "ok", "ok", "item", "receiver", "stop");
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(outcome, { maxLength: 40 }),
      async (articles, versions, script) => {
        const store = await filledStore(articles, versions);
        const book = await newBook();
        const state = { call: 0, stop: new AbortController() };
        const ledger = ledgerOf(() => {
          const what = script[state.call] ?? "ok";
          state.call += 1;
          // Killed with the answer on its way: the receiver has the item, the sink does not know.
          if (what === "stop") state.stop.abort();
          return what === "item" || what === "receiver" ? refuse(what) : { ok: true };
        });
        const killed: SinkTarget = {
          ...ledger.target,
          async deliver(item, signal) {
            const delivery = await ledger.target.deliver(item, signal);
            signal.throwIfAborted();
            return delivery;
          },
        };
        do {
          state.stop = new AbortController();
          await run(store, book, killed, { signal: state.stop.signal });
          await new Promise((resolve) => setTimeout(resolve, 1));
        } while (state.stop.signal.aborted || (await book.state("quay")).waiting > 0);
        const dead = new Set((await book.dead("quay")).map(({ seq }) => seq));
        const first = [...new Map(ledger.taken.map((item) => [item.seq, item] as const)).values()];
        const all = Array.from({ length: articles * versions }, (_, i) => i + 1);
        assert.deepEqual(
          all.filter((seq) => !dead.has(seq) && !first.some((item) => item.seq === seq)),
          [],
        );
        assertOrdered(first.filter(({ seq }) => !dead.has(seq)));
        book.close();
      },
    ),
    { numRuns: 30 },
  );
});

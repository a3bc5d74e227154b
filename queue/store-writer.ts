import { TransientError } from "../errors.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { ArticleStore, PutOutcome, StorableArticle } from "../storage/article-store.ts";

/** One transaction for as many articles as are there; more would only hold the others' acknowledgements up. */
const LARGEST_BATCH = 64;
/**
 * Transactions begin no closer together than this, unless as many articles wait as are worth one: each is synced to the
 * disk, which costs as much for one article as for twenty. An article that comes alone is written at once.
 */
const COLLECT_MS = 250;
/** Half of the pages that a worker has in hand by default: the others keep its threads in work meanwhile. */
const WORTH_ONE = 8;

interface Waiting {
  readonly article: StorableArticle;
  readonly resolve: (outcome: PutOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface StoreWriter {
  /** Resolves when the article is committed. */
  put(article: StorableArticle): Promise<PutOutcome>;
}

export interface StoreWriterOptions {
  /** Articles that are on their way at the same time at most; with few of them none waits for company that cannot come. */
  readonly atATime?: number;
}

/**
 * Writes articles that arrive soon after a transaction together in the next one: many articles a transaction under
 * load, and no waiting for company without it. Two of the same id never share a transaction, so that each
 * gets its own answer.
 */
export function createStoreWriter(store: ArticleStore, options: StoreWriterOptions = {}): StoreWriter {
  const worthOne = Math.min(WORTH_ONE, Math.ceil((options.atATime ?? Number.POSITIVE_INFINITY) / 2));
  const state = {
    waiting: [] as Waiting[],
    writing: false,
    begunAt: Number.NEGATIVE_INFINITY,
    /** Ends the wait for company. */
    enough: () => {},
  };

  function nextBatch(): readonly Waiting[] {
    const ids = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const entry of state.waiting) {
      const fits = batch.length < LARGEST_BATCH && !ids.has(entry.article.id);
      (fits ? batch : rest).push(entry);
      ids.add(entry.article.id);
    }
    state.waiting = rest;
    return batch;
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await store.put(batch.map(({ article }) => article));
      for (const [index, entry] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined)
          entry.reject(new Error(`The store gave no outcome for ${entry.article.id}.`));
        else entry.resolve(outcome);
      }
    } catch (error) {
      await writeOneByOne(batch, error);
    }
  }

  /** An article that the store refuses must not take its neighbours with it; a store in trouble is in trouble for all. */
  async function writeOneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || error instanceof TransientError) {
      for (const entry of batch) entry.reject(error);
      return;
    }
    for (const entry of batch) await write([entry]);
  }

  /** Waits for so long, or until enough articles wait for a transaction. */
  async function company(restMs: number): Promise<void> {
    if (restMs <= 0 || state.waiting.length >= worthOne) return;
    const enough = new AbortController();
    state.enough = () => enough.abort();
    await sleep(restMs, undefined, { signal: enough.signal }).catch(() => {});
    state.enough = () => {};
  }

  async function drain(): Promise<void> {
    state.writing = true;
    // What arrives in the same turn of the event loop belongs together.
    await Promise.resolve();
    while (state.waiting.length > 0) {
      await company(state.begunAt + COLLECT_MS - performance.now());
      state.begunAt = performance.now();
      await write(nextBatch());
    }
    state.writing = false;
  }

  return {
    put: (article) =>
      new Promise((resolve, reject) => {
        state.waiting.push({ article, resolve, reject });
        if (!state.writing) void drain();
        else if (state.waiting.length >= worthOne) state.enough();
      }),
  };
}

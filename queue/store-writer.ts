import { TransientError } from "../errors.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { ArticleStore, PutOutcome, StorableArticle } from "../storage/article-store.ts";

/** One transaction for as many articles as are there; more would only hold the others' acknowledgements up. */
const LARGEST_BATCH = 64;
/**
 * Transactions begin no closer together than this: each is synced to the disk, which costs as much for one article as
 * for twenty. An article that comes alone is written at once.
 */
const COLLECT_MS = 40;

interface Waiting {
  readonly article: StorableArticle;
  readonly resolve: (outcome: PutOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface StoreWriter {
  /** Resolves when the article is committed. */
  put(article: StorableArticle): Promise<PutOutcome>;
}

/**
 * Writes articles that arrive soon after a transaction together in the next one: many articles a transaction under
 * load, and no waiting for company without it. Two of the same id never share a transaction, so that each
 * gets its own answer.
 */
export function createStoreWriter(store: ArticleStore): StoreWriter {
  const state = { waiting: [] as Waiting[], writing: false, begunAt: Number.NEGATIVE_INFINITY };

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

  async function drain(): Promise<void> {
    state.writing = true;
    // What arrives in the same turn of the event loop belongs together.
    await Promise.resolve();
    while (state.waiting.length > 0) {
      const restMs = state.begunAt + COLLECT_MS - performance.now();
      if (restMs > 0 && state.waiting.length < LARGEST_BATCH) await sleep(restMs);
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
      }),
  };
}

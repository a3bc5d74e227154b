import { setImmediate } from "node:timers/promises";
import type { PutOutcome, StorableArticle } from "./article-store.ts";

/** One caller's batch, waiting for its transaction. */
interface WaitingPut {
  readonly articles: readonly StorableArticle[];
  readonly resolve: (outcomes: readonly PutOutcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** How each batch of a group ended. */
export type PutResult =
  | { readonly ok: true; readonly outcomes: readonly PutOutcome[] }
  | { readonly ok: false; readonly error: unknown };

export interface GroupedPuts {
  put(articles: readonly StorableArticle[]): Promise<readonly PutOutcome[]>;
  /** Resolves when every put so far has ended, well or not. */
  settled(): Promise<void>;
  isIdle(): boolean;
}

/**
 * Articles in one transaction at most: bounds the time that the event loop stands still (100 articles of 16 KB take some
 * 30 ms) and that other processes wait.
 */
const GROUP_ARTICLES = 200;

/**
 * Lets puts that come at the same time share a transaction, and with it the sync to the disk that a single put spends
 * most of its time on. `putAll` answers for each batch by itself: one that fails does not take the others along.
 */
export function groupPuts(
  putAll: (batches: readonly (readonly StorableArticle[])[]) => Promise<readonly PutResult[]>,
): GroupedPuts {
  const waiting: WaitingPut[] = [];
  let running: Promise<void> | null = null;

  async function runGroups(): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup(waiting);
      try {
        const results = await putAll(group.map(({ articles }) => articles));
        for (const [i, put] of group.entries()) {
          const result = results[i];
          if (result?.ok === true) put.resolve(result.outcomes);
          else put.reject(result?.error);
        }
      } catch (error) {
        for (const put of group) put.reject(error);
      }
    }
    running = null;
  }

  return {
    put: (articles) =>
      new Promise((resolve, reject) => {
        waiting.push({ articles, resolve, reject });
        // After the callbacks of this turn of the event loop, so that their puts come along.
        running ??= setImmediate().then(runGroups);
      }),
    settled: async () => {
      await running;
    },
    isIdle: () => running === null,
  };
}

function takeGroup(waiting: WaitingPut[]): WaitingPut[] {
  let articles = 0;
  const tooMany = waiting.findIndex((put, i) => {
    articles += put.articles.length;
    return i > 0 && articles > GROUP_ARTICLES;
  });
  return waiting.splice(0, tooMany === -1 ? waiting.length : tooMany);
}

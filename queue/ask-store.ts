import { setTimeout as sleep } from "node:timers/promises";
import { GalleyError } from "../errors.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import { keep, putBack, type HeldJob, type WorkContext } from "./work-context.ts";

/** A database that restarts is back within seconds; asking it more often would not bring it back sooner. */
const STORE_RETRY_MS = 1000;

export interface StoreAnswer<Result> {
  readonly result: Result;
  /** Tries until the store answered. */
  readonly tries: number;
}

/**
 * Asks the store, and asks again while it does not answer: the work behind it waits, and no page pays for it. When the
 * process must stop, the job goes back into the queue.
 */
export async function askStore<Result>(
  context: WorkContext,
  job: HeldJob,
  ask: (store: ArticleStore) => Promise<Result>,
): Promise<StoreAnswer<Result>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await keep(context, job, () => tryStore(context, ask));
    if (answer !== null) return { ...answer, tries };
    await sleep(STORE_RETRY_MS, undefined, { signal: context.hardStop }).catch(() => {});
    if (context.hardStop.aborted) return putBack(job, 0);
  }
}

async function tryStore<Result>(
  context: WorkContext,
  ask: (store: ArticleStore) => Promise<Result>,
): Promise<{ readonly result: Result } | null> {
  try {
    return { result: await ask(context.store) };
  } catch (error) {
    if (error instanceof GalleyError && error.code === "store-unreachable") return null;
    throw error;
  }
}

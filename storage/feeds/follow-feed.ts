import { setTimeout as sleep } from "node:timers/promises";
import type { ArticleStore } from "../article-store.ts";
import { type FeedItem, readFeed } from "./feed-item.ts";

const BATCH = 100;
/** A look that finds nothing costs microseconds. */
const LOOK_MS = 250;

/** The feed after a cursor, as it grows, until the signal aborts. @throws what the store throws */
export async function* followFeed(
  store: ArticleStore,
  { after, signal }: { readonly after: number; readonly signal: AbortSignal },
): AsyncGenerator<FeedItem> {
  let cursor = after;
  while (!signal.aborted) {
    const items = await readFeed(store, { after: cursor, limit: BATCH });
    for (const item of items) {
      if (signal.aborted) return;
      yield item;
      cursor = item.seq;
    }
    // An abort only ends the nap.
    if (items.length < BATCH) await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}

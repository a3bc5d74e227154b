import type { Redis } from "ioredis";
import { isForgotten } from "./known-page.ts";
import { knownKey, knownLookedThroughKey } from "./queue-keys.ts";

/** Looking through a million pages takes a second or two; once a week is enough for what is kept for months. */
const EVERY_SECONDS = 604_800;
const AT_ONCE = 1000;

/**
 * Forgets what a crawl knows of pages that no run has met for long, so that a crawl that runs for years does not grow
 * with what is not on its site any more. Looks through them once a week at most.
 */
export async function forgetPages(redis: Redis, crawlId: string, now: number = Date.now()): Promise<void> {
  const due = await redis.set(knownLookedThroughKey(crawlId), 1, "EX", EVERY_SECONDS, "NX");
  if (due === null) return;
  const key = knownKey(crawlId);
  let cursor = "0";
  do {
    const [next, entries] = await redis.hscan(key, cursor, "COUNT", AT_ONCE);
    const old = entries.filter((_, i) => i % 2 === 0 && isForgotten(entries[i + 1] ?? "", now));
    if (old.length > 0) await redis.hdel(key, ...old);
    cursor = next;
  } while (cursor !== "0");
}

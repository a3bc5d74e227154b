import type { Redis } from "ioredis";
import { decodeLetter, type DeadLetter } from "./dead-letter.ts";
import { FAILED_KEY } from "./queue-keys.ts";

/** Letters read at a time. */
const BATCH = 500;
/** The field beside the letters that holds their crawl's plan; no page has such a name. */
export const PLAN_FIELD = "plan";

export function lettersKey(crawlId: string): string {
  return `${FAILED_KEY}:${crawlId}`;
}

/** Reads a crawl's letters bit by bit; those that come meanwhile may be among them. */
export async function* readLetters(redis: Redis, crawlId: string): AsyncGenerator<DeadLetter> {
  const seen = new Set<string>();
  for (let cursor = "0", more = true; more;) {
    const [next, fields] = await redis.hscan(lettersKey(crawlId), cursor, "COUNT", BATCH);
    for (let i = 0; i + 1 < fields.length; i += 2) {
      const [id = "", text = ""] = fields.slice(i, i + 2);
      // A hash that is rehashed meanwhile may be gone through twice.
      if (id === PLAN_FIELD || seen.has(id)) continue;
      seen.add(id);
      yield decodeLetter(crawlId, id, text);
    }
    cursor = next;
    more = next !== "0";
  }
}

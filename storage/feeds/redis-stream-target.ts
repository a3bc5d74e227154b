import { once } from "node:events";
import type { Redis } from "ioredis";
import { messageOf } from "../../errors.ts";
import type { Delivery, SinkTarget } from "./sink-types.ts";

export interface RedisStreamTargetOptions {
  /** A connection that waits while Redis is away and sends again what had no answer. */
  readonly redis: Redis;
  readonly stream: string;
  readonly maxLength: number | null;
}

/** Commands on the way at a time; they go over one connection and are answered in order. */
const CONCURRENCY = 64;

/**
 * A Redis stream: one entry an event (XADD), with the fields `id`, `type`, `article` (its id), `cursor` and `data` (the item as
 * JSON). An entry whose answer was lost with the connection is added again; consumers drop an `id` that they have seen.
 */
export function createRedisStreamTarget({ redis, stream, maxLength }: RedisStreamTargetOptions): SinkTarget {
  const trim = maxLength === null ? [] : ["MAXLEN", "~", String(maxLength)];
  return {
    concurrency: CONCURRENCY,
    async deliver(item, signal) {
      signal.throwIfAborted();
      const fields = { id: item.id, type: item.type, article: item.articleId, cursor: String(item.seq) };
      const entry = Object.entries({ ...fields, data: JSON.stringify(item) }).flat();
      const over = new AbortController();
      try {
        const adding = redis.call("XADD", stream, ...trim, "*", ...entry);
        adding.catch(() => {});
        await Promise.race([adding, once(signal, "abort", { signal: over.signal })]);
        signal.throwIfAborted();
        return { ok: true };
      } catch (error) {
        signal.throwIfAborted();
        return refusal(error);
      } finally {
        over.abort();
      }
    },
  };
}

/** Redis answered with an error: out of memory, another kind of key under the name, no rights. */
function refusal(error: unknown): Delivery {
  return { ok: false, blame: "receiver", reason: messageOf(error), retryAfterMs: null };
}

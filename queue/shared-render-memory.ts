import type { Redis } from "ioredis";
import { kindOf, LOOK_AGAIN_EVERY, SHELLS_UNTIL_KNOWN, type RenderMemory } from "../crawler/render-memory.ts";
import { renderKey } from "./queue-keys.ts";

/** What others learn is noticed after this; a host is asked about no more often. */
const REMEMBER_MS = 30_000;
/** Hosts that one process remembers. */
const MOST_HOSTS = 2_000;
/** Without a shell for this long (a week) a host is learned anew. */
const KEPT_SECONDS = 604_800;
/** Uses of a kind are counted beside it. */
const USES = "\tuses";

interface KnownHost {
  readonly shells: Promise<Readonly<Record<string, string>>>;
  readonly at: number;
}

/**
 * A memory that all workers share: a hash for each host with a page that needed the browser, its fields the kinds, their
 * values the shells in a row. A host without any costs one question each half minute.
 */
export function createSharedRenderMemory(redis: Redis): RenderMemory {
  const hosts = new Map<string, KnownHost>();

  function shellsOf(host: string): Promise<Readonly<Record<string, string>>> {
    const known = hosts.get(host);
    if (known !== undefined && Date.now() - known.at < REMEMBER_MS) return known.shells;
    hosts.delete(host);
    const shells = redis.hgetall(renderKey(host));
    shells.catch(() => hosts.delete(host));
    hosts.set(host, { shells, at: Date.now() });
    const [oldest] = hosts.keys();
    if (hosts.size > MOST_HOSTS && oldest !== undefined) hosts.delete(oldest);
    return shells;
  }

  return {
    async needsBrowser(url) {
      const { host, prefix } = kindOf(url);
      const shells = await shellsOf(host);
      if (Number(shells[prefix] ?? 0) < SHELLS_UNTIL_KNOWN) return false;
      return (await redis.hincrby(renderKey(host), prefix + USES, 1)) % LOOK_AGAIN_EVERY !== 0;
    },
    async note(url, answer) {
      const { host, prefix } = kindOf(url);
      if (answer === "page") {
        // Most pages are pages, and nothing is known of their kind.
        if ((await shellsOf(host))[prefix] === undefined) return;
        await redis.hdel(renderKey(host), prefix, prefix + USES);
      } else {
        await redis.multi().hincrby(renderKey(host), prefix, 1).expire(renderKey(host), KEPT_SECONDS).exec();
      }
      hosts.delete(host);
    },
  };
}

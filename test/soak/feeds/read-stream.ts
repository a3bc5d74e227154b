import { connectRedis } from "../../../queue/redis-connection.ts";

/** A consumer of a Redis stream, in a group, that drops the ids it has seen. */
export interface StreamConsumer {
  /** Events in the order in which they first came. */
  readonly seen: { readonly id: string; readonly article: string; readonly cursor: number }[];
  /** Entries that came once more. */
  readonly repeats: () => number;
  close(): Promise<void>;
}

type Answer = [stream: string, entries: [entry: string, fields: string[]][]] | null;

export function startStreamConsumer(socketPath: string, stream: string): StreamConsumer {
  const redis = connectRedis({ socketPath }, "soak-consumer");
  redis.on("error", () => {});
  const seen: StreamConsumer["seen"] = [];
  const ids = new Set<string>();
  const state = { repeats: 0, over: false };

  function take(fields: readonly string[]): void {
    const valueOf = (name: string): string => fields[fields.indexOf(name) + 1] ?? "";
    const id = valueOf("id");
    if (ids.has(id)) state.repeats += 1;
    else seen.push({ id, article: valueOf("article"), cursor: Number(valueOf("cursor")) });
    ids.add(id);
  }

  async function readSome(from: ">" | "0"): Promise<number> {
    const group = ["GROUP", "soak", "reader", "COUNT", "100", "BLOCK", "200"];
    const answer = (await redis.call("XREADGROUP", ...group, "STREAMS", stream, from)) as Answer;
    const entries = answer?.[1] ?? [];
    for (const [entry, fields] of entries) {
      take(fields);
      await redis.call("XACK", stream, "soak", entry);
    }
    return entries.length;
  }

  async function follow(): Promise<void> {
    await redis.call("XGROUP", "CREATE", stream, "soak", "0", "MKSTREAM").catch(() => {});
    while (!state.over) {
      // What was handed out while the connection broke is still this reader's.
      while ((await readSome("0")) > 0);
      await readSome(">");
    }
  }

  const following = follow();
  return {
    seen,
    repeats: () => state.repeats,
    async close() {
      state.over = true;
      await following;
      redis.disconnect();
    },
  };
}

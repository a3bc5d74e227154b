import { readFile } from "node:fs/promises";
import type { GuardedPoster } from "../../crawler/guarded-post.ts";
import { messageOf, UsageError } from "../../errors.ts";
import { connectRedis } from "../../queue/redis-connection.ts";
import type { RedisServer } from "../../queue/redis-server.ts";
import { createRedisStreamTarget } from "../../storage/feeds/redis-stream-target.ts";
import { readWebhookSecret } from "../../storage/feeds/sign-webhook.ts";
import type { Sink, SinkTarget } from "../../storage/feeds/sink-types.ts";
import { createWebhookTarget } from "../../storage/feeds/webhook-target.ts";

export interface OpenTarget {
  readonly target: SinkTarget;
  close(): void;
}

export interface TargetParts {
  readonly poster: GuardedPoster;
  /** The queue's Redis, for streams that name no other; asked for when one needs it. */
  readonly queueRedis: () => Promise<RedisServer["client"]>;
}

/** The receiving end of a sink, connected. @throws UsageError when its secret cannot be read. */
export async function openTarget({ name, spec }: Sink, parts: TargetParts): Promise<OpenTarget> {
  if (spec.kind === "webhook") {
    const { url, secretFile } = spec;
    const key = readWebhookSecret(await readSecretFile(secretFile), secretFile);
    return { target: createWebhookTarget({ url, key, post: parts.poster.post }), close: () => {} };
  }
  const { stream, maxLength, redisUrl } = spec;
  if (redisUrl === null)
    return {
      target: createRedisStreamTarget({ redis: await parts.queueRedis(), stream, maxLength }),
      close: () => {},
    };
  const redis = connectRedis({ url: redisUrl }, `galley-sink-${name}`);
  // Said once more by each command that waits; without a listener ioredis writes to the console.
  redis.on("error", () => {});
  return {
    target: createRedisStreamTarget({ redis, stream, maxLength }),
    close: () => redis.disconnect(),
  };
}

async function readSecretFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const message = `Cannot read the webhook's secret from ${file}: ${messageOf(cause)}.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
}

import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

/** A Lua script: Redis runs it whole or not at all, and nothing else meanwhile. */
export interface RedisScript {
  readonly lua: string;
  readonly sha: string;
}

export function defineScript(...parts: readonly string[]): RedisScript {
  const lua = parts.join("\n");
  return { lua, sha: createHash("sha1").update(lua).digest("hex") };
}

/** Runs a script by its hash, sending its text only to a server that does not know it (a new or restarted one). */
export async function runScript(
  redis: Redis,
  script: RedisScript,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(script.sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return redis.eval(script.lua, keys.length, ...keys, ...args);
  }
}

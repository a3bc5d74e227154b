import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { runScript } from "../redis-script.ts";
import { sourceKey, UNLOCK } from "./source-scripts.ts";

/** The lock of a process that died is free after this; the work under it takes milliseconds. */
const LOCK_MS = 10_000;
const POLL_MS = 20;

/**
 * Runs `work` while no other process changes the source's schedule: two upserts at once could put one's overdue tick
 * away for the other's next one.
 * @param whenTaken `skip` answers null at once when another process has it.
 */
export async function withScheduleLock<Result>(
  redis: Redis,
  { name, whenTaken }: { readonly name: string; readonly whenTaken: "wait" | "skip" },
  work: () => Promise<Result>,
): Promise<Result | null> {
  const lock = `${sourceKey(name)}:lock`;
  const token = randomUUID();
  while ((await redis.set(lock, token, "PX", LOCK_MS, "NX")) === null) {
    if (whenTaken === "skip") return null;
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await runScript(redis, UNLOCK, [lock], [token]);
  }
}

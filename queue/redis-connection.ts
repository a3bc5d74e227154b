import { Redis, type RedisOptions } from "ioredis";
import { messageOf, PermanentError } from "../errors.ts";

/** A server that does not answer a connection within this long is called unreachable. */
const CONNECT_TIMEOUT_MS = 3000;
/** Longest pause between two attempts to reconnect: a restarted server is found again within a second. */
const LONGEST_RECONNECT_PAUSE_MS = 1000;
const RECONNECT_STEP_MS = 50;

/** Where a Redis server listens: a `redis://` or `rediss://` URL, or the path of a unix socket. */
export type RedisAddress = { readonly url: string } | { readonly socketPath: string };

export function describeAddress(address: RedisAddress): string {
  if ("socketPath" in address) return address.socketPath;
  const url = new URL(address.url);
  url.username = "";
  url.password = "";
  return url.href;
}

function createClient(address: RedisAddress, options: RedisOptions): Redis {
  return "url" in address
    ? new Redis(address.url, options)
    : new Redis({ ...options, path: address.socketPath });
}

/**
 * A connection as the queue needs it: it never gives a command up while Redis is away, and sends commands that had no
 * answer again after a reconnection. Every script of the queue is therefore safe to run twice.
 */
export function connectRedis(address: RedisAddress, name: string): Redis {
  return createClient(address, {
    connectionName: name,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * RECONNECT_STEP_MS, LONGEST_RECONNECT_PAUSE_MS),
  });
}

/**
 * Asks a server once, without retries, whether it is ready. A server that still loads its data counts as `loading`.
 * @returns The reason in words when it is not reachable.
 */
export async function probeRedis(
  address: RedisAddress,
): Promise<{ readonly state: "ready" | "loading" } | { readonly state: "down"; readonly reason: string }> {
  const client = createClient(address, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  const failures: unknown[] = [];
  client.on("error", (error) => failures.push(error));
  try {
    await client.connect();
    await client.ping();
    return { state: "ready" };
  } catch (error) {
    const reason = messageOf(failures.at(-1) ?? error);
    return messageOf(error).startsWith("LOADING") ? { state: "loading" } : { state: "down", reason };
  } finally {
    client.disconnect();
  }
}

/** @throws PermanentError redis-unreachable, naming the address without its password. */
export async function requireReachable(address: RedisAddress): Promise<void> {
  const probe = await probeRedis(address);
  if (probe.state !== "down") return;
  const where = describeAddress(address);
  if (/^(?:NOAUTH|WRONGPASS)/u.test(probe.reason)) {
    const message = `Redis at ${where} asks for a password that REDIS_URL does not have: redis://:PASSWORD@HOST (its percent codes where it has signs).`;
    throw new PermanentError("redis-unreachable", message);
  }
  throw new PermanentError(
    "redis-unreachable",
    `Redis at ${where} does not answer (${probe.reason}). Start it, or correct REDIS_URL, or unset REDIS_URL to let Galley start its own.`,
  );
}

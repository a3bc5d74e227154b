import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Redis } from "ioredis";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../errors.ts";
import { ensureServer, placeEmbedded, type EmbeddedPlace } from "./embedded-redis.ts";
import { connectRedis, describeAddress, requireReachable, type RedisAddress } from "./redis-connection.ts";

/** Every user names its connections, so that the last one to leave an embedded server knows that it is the last. */
const CLIENT_NAME_PREFIX = "galley-user-";
/** After SHUTDOWN the append-only file is written and synced; that is waited for this long. */
const SHUTDOWN_TIMEOUT_MS = 10_000;
const SHUTDOWN_POLL_MS = 10;
const NOTICE_MS = 50;
const READY_MS = 1000;

export interface OpenRedisOptions {
  /** REDIS_URL, or null to use a server of Galley's own. */
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** The redis-server program: a path, or a name to be found in PATH. */
  readonly serverPath: string;
  readonly signal?: AbortSignal;
  /** Told when a connection to an embedded server is lost and it cannot be started again. */
  readonly onError?: (error: unknown) => void;
}

export interface RedisServer {
  readonly kind: "url" | "started" | "reused";
  readonly address: RedisAddress;
  /** One shared connection for commands; never closed by its users. */
  readonly client: Redis;
  /** For people, without a password. */
  readonly description: string;
  /** Closes the connections. An embedded server that nobody else uses is shut down, its data synced to disk. */
  close(): Promise<void>;
}

function newClientName(): string {
  return `${CLIENT_NAME_PREFIX}${process.pid}-${randomUUID()}`;
}

async function countUsers(client: Redis): Promise<number> {
  const list = String(await client.client("LIST"));
  const names = [...list.matchAll(/\bname=(\S*)/gu)].map((match) => match[1] ?? "");
  return names.filter((name) => name.startsWith(CLIENT_NAME_PREFIX)).length;
}

/** Gives up this user's name first: of two that leave together, at least the second sees that nobody is left. */
async function leave(client: Redis): Promise<"last" | "others-stay"> {
  await client.client("SETNAME", "galley-leaving");
  if ((await countUsers(client)) === 0) return "last";
  // The name of one that has just gone stays until the server has noticed the end of its connection.
  await sleep(NOTICE_MS);
  return (await countUsers(client)) === 0 ? "last" : "others-stay";
}

/** A connection that was lost a moment ago may be on its way back. */
async function isReady(client: Redis): Promise<boolean> {
  if (client.status !== "ready")
    await once(client, "ready", { signal: AbortSignal.timeout(READY_MS) }).catch(() => {});
  return client.status === "ready";
}

async function shutDown(client: Redis, place: EmbeddedPlace): Promise<void> {
  const pid = Number(/^process_id:(\d+)/mu.exec(await client.info("server"))?.[1]);
  // The answer to SHUTDOWN is the end of the connection: NOSAVE leaves out the RDB file, never the append-only file.
  client.options.retryStrategy = () => null;
  await client.shutdown("NOSAVE").catch((error: unknown) => {
    if (!/closed|ended|ECONNRESET|EPIPE/iu.test(messageOf(error))) throw error;
  });
  const deadline = Date.now() + SHUTDOWN_TIMEOUT_MS;
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(SHUTDOWN_POLL_MS);
  }
  throw new Error(`redis-server (process ${pid}) of ${place.folder} did not end after SHUTDOWN.`);
}

async function openByUrl(redisUrl: string): Promise<RedisServer> {
  const address = { url: redisUrl };
  await requireReachable(address);
  const client = connectRedis(address, newClientName());
  // Without a listener every lost connection would end the process; ioredis reconnects by itself.
  client.on("error", () => {});
  return {
    kind: "url",
    address,
    client,
    description: describeAddress(address),
    async close() {
      client.disconnect();
    },
  };
}

/** Starts the server again when it went away under us: it crashed, or the process that shared it shut it down. */
function watchServer(
  client: Redis,
  place: EmbeddedPlace,
  options: OpenRedisOptions,
): { stop(): Promise<void> } {
  const state = { stopped: false, restart: null as Promise<void> | null };
  const restart = async () => {
    try {
      await ensureServer(place);
    } catch (error) {
      if (!state.stopped) options.onError?.(error);
    } finally {
      state.restart = null;
    }
  };
  client.on("close", () => {
    if (!state.stopped) state.restart ??= restart();
  });
  return {
    async stop() {
      state.stopped = true;
      await state.restart;
    },
  };
}

async function openEmbedded(options: OpenRedisOptions): Promise<RedisServer> {
  const place = await placeEmbedded(options.dataDir, options.serverPath);
  const kind = await ensureServer(place, options.signal);
  const address = { socketPath: place.socketPath };
  const client = connectRedis(address, newClientName());
  client.on("error", () => {});
  const watch = watchServer(client, place, options);
  return {
    kind,
    address,
    client,
    description: place.socketPath,
    async close() {
      await watch.stop();
      if ((await isReady(client)) && (await leave(client)) === "last") await shutDown(client, place);
      client.disconnect();
    },
  };
}

/**
 * Redis for the queue: the one at `redisUrl`, else a `redis-server` of Galley's own on a private unix socket in the
 * data folder, with its data in an append-only file. A live one is reused, so runs may overlap; the last to close
 * shuts it down. A run that was killed leaves it running, and the next one finds it.
 * @throws PermanentError redis-missing (with the command that installs it), redis-unreachable or data-folder.
 */
export function openRedis(options: OpenRedisOptions): Promise<RedisServer> {
  return options.redisUrl === null ? openEmbedded(options) : openByUrl(options.redisUrl);
}

import { PermanentError } from "../errors.ts";
import { openRedis, type RedisServer } from "../queue/redis-server.ts";
import type { Config } from "./config.ts";
import { findRedisServer } from "./find-redis-server.ts";
import { provision } from "./provision.ts";

/** The path of a redis-server: found, or installed by the set-up script where there is one. */
async function redisServerPath(config: Config): Promise<string> {
  const { redisServer: configured, searchPath, setupScript } = config;
  const found = findRedisServer({ configured, searchPath });
  if (found !== null) return found;
  if (configured === null && (await provision(["redis"], setupScript))) {
    const installed = findRedisServer({ configured, searchPath });
    if (installed !== null) return installed;
  }
  const message =
    configured === null
      ? "The queue needs Redis, and no redis-server was found. Install it (Debian: apt-get install redis-server), or set REDIS_URL to a running one."
      : `GALLEY_REDIS_SERVER is "${configured}", and no program is there. Correct the path, or set REDIS_URL to a running Redis.`;
  throw new PermanentError("redis-missing", message);
}

/** Redis for the queue: REDIS_URL, else one of Galley's own in the data folder. The caller closes it. */
export async function openQueueRedis(dataDir: string, config: Config): Promise<RedisServer> {
  const serverPath = config.redisUrl === null ? await redisServerPath(config) : "";
  return openRedis({ redisUrl: config.redisUrl, dataDir, serverPath });
}

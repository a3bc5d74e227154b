import type { RedisServer } from "../queue/redis-server.ts";
import { openSchedules, type Schedules } from "../queue/sources/schedules.ts";
import type { Config } from "./config.ts";
import { openQueueRedis } from "./open-redis.ts";

export interface SchedulesPlace {
  readonly dataDir: string;
  readonly config: Config;
}

/** Opens Redis and the schedules on it, runs `work` with them, and closes both. */
export async function withSchedules<Result>(
  { dataDir, config }: SchedulesPlace,
  work: (schedules: Schedules, redis: RedisServer) => Promise<Result>,
): Promise<Result> {
  await using opened = new AsyncDisposableStack();
  const redis = opened.adopt(await openQueueRedis(dataDir, config), (it) => it.close());
  const schedules = opened.adopt(openSchedules(redis.client), (it) => it.close());
  return await work(schedules, redis);
}

import { messageOf } from "../../errors.ts";
import type { RedisServer } from "../../queue/redis-server.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import type { Config } from "../config.ts";
import { createPoster } from "./create-poster.ts";
import { runAllSinks } from "./run-sinks.ts";

export interface WithSinksOptions {
  readonly dataDir: string;
  readonly config: Config;
  readonly allowNet: readonly string[];
  readonly store: ArticleStore;
  readonly redis: RedisServer["client"];
  readonly signal: AbortSignal;
  readonly onTrouble: (message: string) => void;
}

/** Delivers to the data folder's sinks while `work` runs. What goes wrong with them does not stop it. */
export async function withSinks<Result>(
  options: WithSinksOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const poster = createPoster(options);
  const over = new AbortController();
  const { dataDir, store, onTrouble } = options;
  const sinks = runAllSinks({
    dataDir,
    store,
    poster,
    onTrouble,
    queueRedis: () => Promise.resolve(options.redis),
    signal: AbortSignal.any([options.signal, over.signal]),
  }).catch((error: unknown) => onTrouble(`sinks stand still: ${messageOf(error)}`));
  try {
    return await work();
  } finally {
    over.abort();
    await sinks;
    await poster.close();
  }
}

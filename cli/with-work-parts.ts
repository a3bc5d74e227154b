import type { PageFetcher } from "../crawler/page-fetcher.ts";
import type { RedisServer } from "../queue/redis-server.ts";
import { createSharedRenderMemory } from "../queue/shared-render-memory.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import { openStore } from "../storage/open-store.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import type { RenderMode } from "../types.ts";
import type { Config } from "./config.ts";
import type { NetworkOptions } from "./network-options.ts";
import { openConfiguredArchive } from "./open-archive.ts";
import { openFetcher } from "./open-fetcher.ts";
import { openQueueRedis } from "./open-redis.ts";
import { storeUrl } from "./open-store.ts";
import { stopSignal } from "./stop-signal.ts";

export interface WorkPartsOptions extends NetworkOptions {
  readonly dataDir: string;
  readonly config: Config;
  /** Told once, when the user asks to stop. */
  readonly onStop: () => void;
}

/** Every real part of the pipeline, connected. */
export interface ConnectedParts {
  readonly redis: RedisServer;
  readonly store: ArticleStore;
  readonly archive: PageArchive;
  /** One fetcher for each render mode, made when it is first asked for. */
  readonly fetcherFor: (render: RenderMode) => PageFetcher;
  readonly signal: AbortSignal;
}

/**
 * Opens the store, the archive, Redis and fetchers, runs `work` with them, and closes them in the reverse order,
 * whatever happens.
 */
export async function withWorkParts<Result>(
  options: WorkPartsOptions,
  work: (parts: ConnectedParts) => Promise<Result>,
): Promise<Result> {
  await using opened = new AsyncDisposableStack();
  const store = opened.adopt(await openStore(storeUrl(options.dataDir, options.config.store)), (it) =>
    it.close(),
  );
  const archive = await openConfiguredArchive(options);
  const redis = opened.adopt(await openQueueRedis(options.dataDir, options.config), (it) => it.close());
  const shared = { listings: "read", renderMemory: createSharedRenderMemory(redis.client) } as const;
  const fetchers = new Map<RenderMode, PageFetcher>();
  const fetcherFor = (render: RenderMode): PageFetcher => {
    const made =
      fetchers.get(render) ??
      opened.adopt(openFetcher({ ...options, ...shared, render }, options.config), (it) => it.close());
    fetchers.set(render, made);
    return made;
  };
  const stop = opened.adopt(stopSignal(options.onStop), (it) => it.release());
  return await work({ redis, store, archive, fetcherFor, signal: stop.signal });
}

import { join } from "node:path";
import type { TakeTurn } from "../crawler/host-turn.ts";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import { GalleyError } from "../errors.ts";
import { mapOrdered } from "../queue/map-ordered.ts";
import type { CrawlReport } from "../queue/run-crawl.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import type { FeedItem } from "../storage/feeds/feed-item.ts";
import type { S3Credentials } from "../storage/s3-client.ts";
import type { ArticleRecord, StoredArticle } from "../types.ts";
import { DEFAULT_DELAY_MS, type FetchOptions } from "./fetch-options.ts";

export interface PipelineOptions extends FetchOptions {
  /** The data folder, for the store, the raw pages and a Redis of its own; `galley-data` by default. */
  readonly dataDir?: string;
  /** The store's URL; `sqlite:DIR/galley.db` by default. */
  readonly store?: string;
  /** The page archive's URL (`file:FOLDER`, `s3://bucket/prefix?endpoint=…&region=…`); `file:DIR/pages` by default. */
  readonly archive?: string;
  /** For an archive in S3. */
  readonly s3Credentials?: S3Credentials;
  /** `redis://…`; without it the pipeline starts a redis-server of its own in the data folder. */
  readonly redisUrl?: string;
  /** The redis-server program, a path or a name in PATH; `redis-server` by default. */
  readonly redisServer?: string;
  /** Pages under way at a time; 8 by default. */
  readonly concurrency?: number;
}

export interface CrawlRunOptions {
  /** Most pages; no limit by default. */
  readonly limit?: number;
  /** Links followed from a seed at most; no limit by default. */
  readonly depth?: number;
  /** Patterns of URLs to follow, and not to follow. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Stops the crawl cleanly and ends the loop by throwing the signal's reason; the same call resumes it. */
  readonly signal?: AbortSignal;
  /** Told once, when the crawl has ended. */
  readonly onReport?: (report: CrawlReport) => void;
}

export interface FeedRunOptions {
  readonly after?: number;
  readonly follow?: boolean;
  readonly signal?: AbortSignal;
}

/** What became of one URL. */
export type FetchOutcome =
  | { readonly ok: true; readonly url: string; readonly article: ArticleRecord }
  | { readonly ok: false; readonly url: string; readonly error: GalleyError };

/** Opens what it needs when it is first used: `fetch` opens neither Redis nor the store. */
export interface Pipeline extends AsyncDisposable {
  /** Fetches and extracts, in the order of the URLs; a page that fails is an outcome, and the others go on. */
  fetch(
    urls: Iterable<string> | AsyncIterable<string>,
    options?: { readonly signal?: AbortSignal },
  ): AsyncIterable<FetchOutcome>;
  /**
   * Crawls through the queue into the store and yields every article that comes out new or changed, when it is
   * committed. Leaving the loop stops the crawl cleanly; the same call goes on where it was.
   */
  crawl(seeds: readonly string[], options?: CrawlRunOptions): AsyncIterable<StoredArticle>;
  /**
   * What was stored, changed and removed, each event with the version that it stored, from the very first or after a
   * cursor (an item's `seq`). With `follow` it goes on as the feed grows, until the signal aborts; else it ends.
   */
  feed(options?: FeedRunOptions): AsyncIterable<FeedItem>;
  /** The store, for its articles, versions and events. The pipeline closes it. */
  store(): Promise<ArticleStore>;
  /** Closes everything that was opened. Closing twice is closing once. */
  close(): Promise<void>;
}

const DEFAULT_CONCURRENCY = 8;
const FEED_BATCH = 100;

/** Runs a part's opener once, when it is first needed; after a failure again. */
function once<Part>(open: () => Promise<Part>): () => Promise<Part> {
  const state: { opening: Promise<Part> | null } = { opening: null };
  const start = async (): Promise<Part> => {
    try {
      return await open();
    } catch (error) {
      state.opening = null;
      throw error;
    }
  };
  return () => (state.opening ??= start());
}

/** A pipeline for programs: one-off fetches and crawls. @throws nothing; its methods throw what they document. */
export function createPipeline(options: PipelineOptions = {}): Pipeline {
  const { dataDir = "galley-data", concurrency = DEFAULT_CONCURRENCY } = options;
  const { keep = [], drop = [], mode = "balanced", delayMs = DEFAULT_DELAY_MS } = options;
  const opened = new AsyncDisposableStack();

  const fetching = once(async (): Promise<{ fetcher: PageFetcher; takeTurn: TakeTurn }> => {
    const { openLibraryFetcher } = await import("./open-fetcher.ts");
    const { createHostTurns } = await import("../crawler/local-turns.ts");
    const fetcher = opened.adopt(openLibraryFetcher(options), (it) => it.close());
    return { fetcher, takeTurn: createHostTurns(delayMs) };
  });
  const store = once(async () => {
    const { openStore } = await import("../storage/open-store.ts");
    const url = options.store ?? `sqlite:${join(dataDir, "galley.db")}`;
    return opened.adopt(await openStore(url), (it) => it.close());
  });
  const archive = once(async () => {
    const { openArchive } = await import("../storage/open-archive.ts");
    const url = options.archive ?? `file:${join(dataDir, "pages")}`;
    return openArchive(url, { credentials: options.s3Credentials ?? null });
  });
  const redis = once(async () => {
    const { openRedis } = await import("../queue/redis-server.ts");
    const { redisUrl = null, redisServer = "redis-server" } = options;
    return opened.adopt(await openRedis({ redisUrl, dataDir, serverPath: redisServer }), (it) => it.close());
  });

  async function* fetchAll(
    urls: Iterable<string> | AsyncIterable<string>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<FetchOutcome> {
    const { fetchRecord } = await import("./fetch-record.ts");
    const parts = { ...(await fetching()), signal, options: { keep, drop, mode } };
    const fetchOne = async (url: string): Promise<FetchOutcome> => {
      try {
        return { ok: true, url, article: await fetchRecord(url, parts) };
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof GalleyError) return { ok: false, url, error };
        throw error;
      }
    };
    for await (const outcome of mapOrdered(urls, concurrency, fetchOne)) {
      yield outcome;
      signal?.throwIfAborted();
    }
  }

  async function* crawlAll(seeds: readonly string[], run: CrawlRunOptions): AsyncGenerator<StoredArticle> {
    run.signal?.throwIfAborted();
    const { crawlArticles } = await import("./crawl-articles.ts");
    const { limit = null, depth = null, include = [], exclude = [], onReport = () => {} } = run;
    yield* crawlArticles({
      store: await store(),
      archive: await archive(),
      redis: (await redis()).client,
      fetcher: (await fetching()).fetcher,
      seeds,
      options: {
        limit,
        depth,
        include,
        exclude,
        keep,
        drop,
        mode,
        delayMs,
        render: options.render ?? "auto",
      },
      concurrency,
      onReport,
      ...(run.signal === undefined ? {} : { signal: run.signal }),
    });
  }

  async function* feedAll(run: FeedRunOptions): AsyncGenerator<FeedItem> {
    const { after = 0, follow = false, signal = new AbortController().signal } = run;
    signal.throwIfAborted();
    if (follow) {
      const { followFeed } = await import("../storage/feeds/follow-feed.ts");
      yield* followFeed(await store(), { after, signal });
    } else {
      const { readFeedToEnd } = await import("../storage/feeds/feed-item.ts");
      for await (const item of readFeedToEnd(await store(), { after, batch: FEED_BATCH })) {
        yield item;
        signal.throwIfAborted();
      }
    }
    signal.throwIfAborted();
  }

  const close = (): Promise<void> => opened.disposeAsync();
  return {
    fetch: (urls, { signal } = {}) => fetchAll(urls, signal),
    crawl: (seeds, run = {}) => crawlAll(seeds, run),
    feed: (run = {}) => feedAll(run),
    store,
    close,
    [Symbol.asyncDispose]: close,
  };
}

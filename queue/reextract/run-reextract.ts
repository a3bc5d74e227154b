import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { ExtractOptions } from "../../extractor/extract.ts";
import { createExtractPool, type ExtractPool } from "../extract-pool.ts";
import { mapOrdered } from "../map-ordered.ts";
import { KEY_PREFIX } from "../queue-keys.ts";
import { DEFAULT_LOCK_TIMING, type LockTiming } from "../queues.ts";
import { createStoreWriter } from "../store-writer.ts";
import { NO_TRACING } from "../tracing.ts";
import { findPages, type FindPagesOptions, type PageToReextract } from "./find-pages.ts";
import { outcomesKey, REEXTRACT_QUEUE, type ReextractJob, type ReextractOutcome } from "./reextract-job.ts";
import { startReextractWorker } from "./reextract-worker.ts";

export interface ReextractOptions extends FindPagesOptions {
  readonly redis: Redis;
  readonly options: Required<Pick<ExtractOptions, "keep" | "drop" | "mode">>;
  readonly signal: AbortSignal;
  readonly pool?: ExtractPool;
  readonly lockTiming?: LockTiming;
  readonly onWarning?: (error: unknown) => void;
}

export interface Reextract {
  /** Compares every page; stores nothing. In the order of the pages, whoever extracts them. */
  compare(): AsyncIterable<ReextractOutcome>;
  /** Stores the articles of these pages, where they are still other than what is stored. */
  publish(pages: Iterable<PageToReextract>): AsyncIterable<ReextractOutcome>;
  close(): Promise<void>;
}

/** Jobs in the queue at a time. */
const WINDOW = 64;
/** How often outcomes are looked for. */
const LOOK_MS = 25;
const ATTEMPTS = 3;
const RETRY_MS = 1000;

/**
 * Extracts archived pages again, as queue jobs that this process and others on the same Redis work on; no page is fetched. The
 * caller closes it.
 */
export function openReextract(options: ReextractOptions): Reextract {
  const { redis, store, archive, signal, onWarning = () => {} } = options;
  const queue = new Queue<ReextractJob>(REEXTRACT_QUEUE, { connection: redis, prefix: KEY_PREFIX });
  queue.on("error", onWarning);
  const pool = options.pool ?? createExtractPool();
  const hardStop = new AbortController();
  const worker = startReextractWorker({
    store,
    archive,
    pool,
    redis,
    writer: createStoreWriter(store),
    timing: options.lockTiming ?? DEFAULT_LOCK_TIMING,
    tracing: NO_TRACING,
    signal: hardStop.signal,
  });
  worker.on("error", onWarning);

  async function runJob(data: ReextractJob): Promise<ReextractOutcome> {
    const jobId = `${data.runId}.${data.index}`;
    const retries = { attempts: ATTEMPTS, backoff: { type: "fixed", delay: RETRY_MS } };
    await queue.add(REEXTRACT_QUEUE, data, { jobId, ...retries, removeOnComplete: true, removeOnFail: true });
    const [key, field] = [outcomesKey(data.runId), String(data.index)];
    try {
      for (;;) {
        signal.throwIfAborted();
        const found = await redis.hget(key, field);
        if (found !== null) {
          await redis.hdel(key, field);
          return JSON.parse(found) as ReextractOutcome;
        }
        await sleep(LOOK_MS, undefined, { signal });
      }
    } catch (error) {
      // Nobody will read what comes of it.
      await queue.remove(jobId).catch(() => {});
      throw error;
    }
  }

  async function* run(
    pages: AsyncIterable<PageToReextract> | Iterable<PageToReextract>,
    publish: boolean,
  ): AsyncGenerator<ReextractOutcome> {
    const runId = randomUUID();
    const count = { index: 0 };
    yield* mapOrdered(pages, WINDOW, ({ articleId, pageKey }) => {
      const index = count.index++;
      return runJob({ runId, index, articleId, pageKey, options: options.options, publish });
    });
  }

  return {
    compare: () => run(findPages(options), false),
    publish: (pages) => run(pages, true),
    async close() {
      hardStop.abort();
      await worker.close();
      await queue.close();
      if (options.pool === undefined) await pool.close();
    },
  };
}

/**
 * A process of the soak, to be killed at any time: `node feeds-process.ts work|crawl OPTIONS`, the options as JSON. What `galley work`
 * with its sinks and `galley crawl` do, with faster locks and pauses.
 */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createPoster } from "../../../cli/sinks/create-poster.ts";
import { runAllSinks } from "../../../cli/sinks/run-sinks.ts";
import { readConfig } from "../../../cli/config.ts";
import { createAddressGuard } from "../../../crawler/address-guard.ts";
import { createPageFetcher } from "../../../crawler/fetch-page.ts";
import { createExtractPool } from "../../../queue/extract-pool.ts";
import { connectRedis } from "../../../queue/redis-connection.ts";
import { runCrawl } from "../../../queue/run-crawl.ts";
import { runWorkers } from "../../../queue/run-workers.ts";
import type { ArticleStore } from "../../../storage/article-store.ts";
import { DELIVERY_TIMING } from "../../../storage/feeds/delivery-timing.ts";
import { openFileArchive } from "../../../storage/file-archive.ts";
import { openStore } from "../../../storage/open-store.ts";
import { FAST_LOCKS } from "../../queue/fast-locks.ts";

export interface FeedsProcessOptions {
  readonly socketPath: string;
  readonly folder: string;
  readonly store: string;
  readonly seeds: readonly string[];
}

const [role = "", given = "{}"] = process.argv.slice(2);
const { socketPath, folder, store: storeUrl, seeds } = JSON.parse(given) as FeedsProcessOptions;
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());

/** A database that is away when the process starts is waited for too. */
async function openPatiently(): Promise<ArticleStore> {
  for (;;) {
    try {
      return await openStore(storeUrl);
    } catch (error) {
      if ((error as { code?: unknown }).code !== "store-unreachable") throw error;
      await sleep(200);
    }
  }
}

const redis = connectRedis({ socketPath }, `soak-${role}-${process.pid}`);
redis.on("error", () => {});
const allowNet = ["127.0.0.0/8"];
const fetcher = createPageFetcher({
  render: "never",
  guard: createAddressGuard({ allowNet }),
  userAgent: "GalleyBot/0",
  robots: "obey",
  executablePath: () => Promise.reject(new Error("The soak needs no browser.")),
});
const store = await openPatiently();
const archive = await openFileArchive(join(folder, "pages"));
const pool = createExtractPool({ threads: 1 });
const parts = { redis, store, archive, pool, lockTiming: FAST_LOCKS, concurrency: 3, signal: stop.signal };
process.send?.("ready");

async function work(): Promise<void> {
  const poster = createPoster({ allowNet, config: readConfig({}) });
  const sinks = runAllSinks({
    dataDir: folder,
    store,
    poster,
    queueRedis: () => Promise.resolve(redis),
    signal: stop.signal,
    onTrouble: () => {},
    timing: { ...DELIVERY_TIMING, firstPauseMs: 50, longestAwayMs: 500, lookMs: 20 },
  });
  await runWorkers({ ...parts, fetcherFor: () => fetcher });
  await sinks;
  await poster.close();
}

async function crawl(): Promise<void> {
  const report = await runCrawl({ ...parts, fetcher, seeds, options: { delayMs: 0 } });
  if (report.state === "finished" && report.counts.failed > 0) {
    process.stderr.write(`${JSON.stringify(report.failures.slice(0, 3))}\n`);
    process.exitCode = 3;
  } else if (report.state !== "finished") process.exitCode = 2;
}

await (role === "crawl" ? crawl() : work());
await pool.close();
await fetcher.close();
await store.close();
redis.disconnect();
process.disconnect?.();

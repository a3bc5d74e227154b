import { parsePageUrl } from "../../crawler/parse-url.ts";
import { type CrawlReport, runCrawl } from "../../queue/run-crawl.ts";
import { inSpan } from "../../queue/tracing.ts";
import type { BlockType, ExtractMode } from "../../types.ts";
import type { Config } from "../config.ts";
import { crawlProgress, summaryOf } from "../crawl-progress.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { NetworkOptions } from "../network-options.ts";
import { storeName, storeUrl } from "../open-store.ts";
import { openTracing } from "../open-tracing.ts";
import { withWorkParts } from "../with-work-parts.ts";

export interface CrawlCommandOptions extends NetworkOptions {
  readonly limit: number | null;
  readonly depth: number | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Only items of feeds and sitemaps since this moment are followed; ISO 8601, or null. */
  readonly since: string | null;
  /** Whether feeds and sitemaps that seeds lead to are read too. */
  readonly discover: boolean;
  /** Asks for every page anew, changed or not. */
  readonly refetch: boolean;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  readonly concurrency: number;
  /** How long running pages may finish after a stop, in milliseconds. */
  readonly drainMs?: number;
  readonly dataDir: string;
  readonly config: Config;
}

/** Runs a crawl with progress on a terminal, through every real part. */
export async function crawl(seeds: readonly string[], options: CrawlCommandOptions): Promise<CrawlReport> {
  const { limit, depth, include, exclude, since, discover, refetch } = options;
  const { keep, drop, mode, delayMs, render, concurrency } = options;
  const pages = { limit, depth, include, exclude, since, discover, refetch };
  const given = seeds.map((seed) => parsePageUrl(seed).href);
  const progress = crawlProgress();
  const onStop = (): void => {
    progress.clear();
    process.stderr.write("galley: stopping: running pages finish, the rest waits for the next run\n");
  };
  await using opened = new AsyncDisposableStack();
  const { tracing } = opened.adopt(await openTracing(options.config), (it) => it.close());
  return await withWorkParts({ ...options, onStop }, async ({ redis, fetcherFor, ...parts }) => {
    const work = (): Promise<CrawlReport> =>
      runCrawl({
        ...parts,
        redis: redis.client,
        fetcher: fetcherFor(render),
        seeds: given,
        options: { ...pages, keep, drop, mode, delayMs, render },
        concurrency,
        tracing,
        ...(options.drainMs === undefined ? {} : { drainMs: options.drainMs }),
        onProgress: progress.update,
      });
    try {
      return await inSpan(
        tracing,
        { name: "galley crawl", facts: { "galley.seeds": given.join(" ") } },
        work,
      );
    } finally {
      progress.clear();
    }
  });
}

/**
 * `galley crawl SEED…`: crawls through the queue into the store. Answers 0 when it is done, the code of the first
 * failure when not one page could be fetched, and 130 when it was interrupted.
 */
export async function crawlCommand(seeds: readonly string[], options: CrawlCommandOptions): Promise<number> {
  const report = await crawl(seeds, options);
  process.stderr.write(summaryOf(report, storeName(storeUrl(options.dataDir, options.config.store))));
  if (report.state === "interrupted") return EXIT_CODES.interrupted;
  const [first] = report.failures;
  return report.counts.fetched === 0 && first !== undefined ? EXIT_CODES[first.code] : 0;
}

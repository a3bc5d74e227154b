import { type Command, Option } from "commander";
import type { Config } from "../config.ts";
import { type NetworkFlags, networkOptions, withNetworkOptions } from "../network-options.ts";
import { collect, sinceMoment, wholeNumber } from "../parse-option.ts";
import {
  type ExtractFlags,
  type Finish,
  archiveOption,
  dataOption,
  modeOf,
  storeOption,
  withArchive,
  withExtractOptions,
  withStore,
} from "./shared-options.ts";

/** Most pages wait for the network, for a thread or for the store; two threads are kept busy by a dozen. */
const CONCURRENCY = 16;
const SHUTDOWN_SECONDS = 10;

const shutdownOption = (): Option =>
  new Option(
    "--shutdown-timeout <seconds>",
    "when stopped, let running pages finish this long; then they go back",
  )
    .argParser(wholeNumber(0))
    .default(SHUTDOWN_SECONDS);

export function addCrawl(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("crawl")
    .description("crawl from seeds through the queue and store the articles")
    .argument("<seed...>", "URLs to start from: front pages, feeds or sitemaps")
    .option("--limit <n>", "fetch at most this many pages", wholeNumber(1))
    .option("--depth <n>", "follow at most this many links from a seed", wholeNumber(0))
    .option("--include <pattern>", "follow only URLs that match; repeatable", collect)
    .option("--exclude <pattern>", "never follow URLs that match; repeatable", collect)
    .option("--since <when>", "follow only newer items of feeds and sitemaps: a date, or 7d", sinceMoment)
    .option("--discover", "read the feeds that seeds name and the sitemaps of their robots.txt too")
    .option("--refetch", "fetch and extract pages anew that have not changed since the run before")
    .option("--concurrency <n>", "pages in work at a time", wholeNumber(1), CONCURRENCY)
    .addOption(shutdownOption())
    .addOption(dataOption(config))
    .addOption(archiveOption())
    .addOption(storeOption());
  withExtractOptions(withNetworkOptions(command)).action(
    async (seeds: string[], flags: NetworkFlags & ExtractFlags & CrawlFlags) => {
      const { crawlCommand } = await import("../commands/crawl.ts");
      const { limit = null, depth = null, include = [], exclude = [], data: dataDir, concurrency } = flags;
      const { keep = [], drop = [], refetch = false, since = null, discover = false } = flags;
      const mode = modeOf(flags);
      const pages = { limit, depth, include, exclude, refetch, since, discover };
      const crawl = {
        ...pages,
        keep,
        drop,
        mode,
        dataDir,
        concurrency,
        drainMs: flags.shutdownTimeout * 1000,
        config: withStore(withArchive(config, flags), flags),
      };
      finish(await crawlCommand(seeds, { ...networkOptions(flags, config), ...crawl }));
    },
  );
}

interface CrawlFlags {
  readonly limit?: number;
  readonly depth?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly since?: string;
  readonly discover?: true;
  readonly refetch?: true;
  readonly data: string;
  readonly archive?: string;
  readonly store?: string;
  readonly concurrency: number;
  /** Seconds. */
  readonly shutdownTimeout: number;
}

type WorkFlags = Pick<CrawlFlags, "data" | "archive" | "store" | "concurrency" | "shutdownTimeout"> & {
  readonly metrics?: string;
};

export function addWork(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("work")
    .description(
      "run workers alone: for the ticks of the sources, and for crawls that others started on the same Redis",
    )
    .option("--concurrency <n>", "pages in work at a time", wholeNumber(1), CONCURRENCY)
    .addOption(shutdownOption())
    .option("--metrics <host:port>", "serve metrics for Prometheus, and a health check, there")
    .addOption(dataOption(config))
    .addOption(archiveOption())
    .addOption(storeOption());
  withNetworkOptions(command).action(async (flags: NetworkFlags & WorkFlags) => {
    const { workCommand } = await import("../commands/work.ts");
    const work = {
      dataDir: flags.data,
      concurrency: flags.concurrency,
      drainMs: flags.shutdownTimeout * 1000,
      metrics: flags.metrics ?? null,
      config: withStore(withArchive(config, flags), flags),
    };
    finish(await workCommand({ ...networkOptions(flags, config), ...work }));
  });
}

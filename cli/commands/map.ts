import { createHostTurns } from "../../crawler/local-turns.ts";
import { mapSite, type MappedFile, type MappedUrl, type MapSource } from "../../crawler/map-site.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { messageOf } from "../../errors.ts";
import type { Config } from "../config.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { NetworkOptions } from "../network-options.ts";
import { openFetcher } from "../open-fetcher.ts";
import { progressLine } from "../progress-line.ts";
import { stopSignal } from "../stop-signal.ts";
import { toJsonLine, writeOutput } from "../write-output.ts";

export interface MapCommandOptions extends NetworkOptions {
  readonly format: "text" | "jsonl";
  readonly limit: number | null;
  /** Milliseconds since the epoch. */
  readonly sinceMs: number | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly config: Config;
}

/** URL, where it was found, and its date, separated by tabs. */
function textLine({ url, source, modified }: MappedUrl): string {
  return `${url}\t${source}\t${modified ?? ""}\n`;
}

/** What was read and listed so far. */
interface Tally {
  readonly urls: Record<MapSource, number>;
  files: number;
  failed: number;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function tallyLine({ urls, files, failed }: Tally): string {
  const total = urls.sitemap + urls.feed + urls.link;
  const parts = `${urls.sitemap} from sitemaps, ${urls.feed} from feeds, ${urls.link} from links`;
  return `${plural(total, "URL")} (${parts}), ${plural(files, "file")} read, ${failed} failed`;
}

/**
 * `galley map URL`: lists a site's pages without fetching them, as they are found. Answers 0, or 130 when it was
 * interrupted; a sitemap or feed that cannot be read is named on stderr and passed over.
 */
export async function mapCommand(given: string, options: MapCommandOptions): Promise<number> {
  const { limit, sinceMs, include, exclude } = options;
  const { href: url } = parsePageUrl(given);
  const started = performance.now();
  const tally: Tally = { urls: { sitemap: 0, feed: 0, link: 0 }, files: 0, failed: 0 };
  const progress = progressLine();
  const say = (line: string): void => {
    progress.clear();
    process.stderr.write(`galley: ${line}\n`);
  };
  const onFile = (file: MappedFile): void => {
    if (!file.ok) {
      tally.failed += 1;
      say(`passed over: ${messageOf(file.error)} (${file.error.code})`);
      return;
    }
    tally.files += 1;
    if (file.cut)
      say(`${file.url} is longer than a sitemap may be; what is behind 50,000 URLs or 50 MiB was not read`);
  };
  await using opened = new AsyncDisposableStack();
  const fetcher = opened.adopt(openFetcher({ ...options, listings: "read" }, options.config), (it) =>
    it.close(),
  );
  const stop = opened.adopt(stopSignal(), (it) => it.release());
  const takeTurn = createHostTurns(options.delayMs);
  const pages = mapSite({ url, fetcher, takeTurn, signal: stop.signal, include, exclude, sinceMs, onFile });
  let left = limit ?? Number.POSITIVE_INFINITY;
  for await (const page of pages) {
    tally.urls[page.source] += 1;
    if (!process.stdout.isTTY) progress.update(() => tallyLine(tally));
    await writeOutput(options.format === "jsonl" ? toJsonLine(page) : textLine(page));
    left -= 1;
    if (left === 0 || stop.signal.aborted) break;
  }
  say(`done: ${tallyLine(tally)} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return stop.signal.aborted ? EXIT_CODES.interrupted : 0;
}

import type { TakeTurn } from "../../crawler/host-turn.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { GalleyError } from "../../errors.ts";
import { fetchRecord } from "../../library/fetch-record.ts";
import { mapOrdered } from "../../queue/map-ordered.ts";
import type { ArticleRecord, BlockType, ExtractMode } from "../../types.ts";
import type { Config } from "../config.ts";
import { articleWriter, type Format } from "../format-article.ts";
import { createHostTurns } from "../../crawler/local-turns.ts";
import type { NetworkOptions } from "../network-options.ts";
import { openFetcher } from "../open-fetcher.ts";
import { readLines } from "../read-lines.ts";
import { reportError } from "../report-error.ts";
import { stopSignal } from "../stop-signal.ts";
import { writeOutput } from "../write-output.ts";

/** Pages under way at a time; one host still has one at a time. */
const CONCURRENCY = 4;

export interface FetchCommandOptions extends NetworkOptions {
  readonly format: Format;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  readonly config: Config;
}

type FetchOutcome =
  | { readonly ok: true; readonly record: ArticleRecord }
  | { readonly ok: false; readonly error: GalleyError };

/**
 * `galley fetch URL…`: prints the clean articles in the order of the URLs. What fails is reported on stderr and the
 * rest goes on; the exit code is that of the first failure.
 */
export async function fetchCommand(urls: readonly string[], options: FetchCommandOptions): Promise<number> {
  const single = urls.length === 1 && urls[0] !== "-";
  const writer = articleWriter(options.format, single ? "one" : "several", writeOutput);
  const fetcher = openFetcher({ ...options, listings: "read" }, options.config);
  const stop = stopSignal();
  const takeTurn = createHostTurns(options.delayMs);
  let exitCode = 0;
  try {
    const fetchOne = (url: string): Promise<FetchOutcome> =>
      fetchArticle(url, { fetcher, takeTurn, signal: stop.signal, options });
    for await (const outcome of mapOrdered(givenUrls(urls), CONCURRENCY, fetchOne)) {
      if (outcome.ok) {
        await writer.write(outcome.record);
      } else {
        const code = reportError(outcome.error);
        exitCode ||= code;
      }
      if (stop.signal.aborted) break;
    }
    if (!single || exitCode === 0) await writer.end();
  } finally {
    stop.release();
    await fetcher.close();
  }
  return exitCode;
}

async function* givenUrls(urls: readonly string[]): AsyncGenerator<string> {
  for (const url of urls) {
    if (url !== "-") {
      yield url;
      continue;
    }
    for await (const line of readLines(process.stdin)) {
      const trimmed = line.trim();
      if (trimmed !== "" && !trimmed.startsWith("#")) yield trimmed;
    }
  }
}

interface FetchParts {
  readonly fetcher: PageFetcher;
  readonly takeTurn: TakeTurn;
  readonly signal: AbortSignal;
  readonly options: FetchCommandOptions;
}

async function fetchArticle(given: string, parts: FetchParts): Promise<FetchOutcome> {
  try {
    const { keep, drop, mode } = parts.options;
    return { ok: true, record: await fetchRecord(given, { ...parts, options: { keep, drop, mode } }) };
  } catch (error) {
    if (error instanceof GalleyError) return { ok: false, error };
    throw error;
  }
}

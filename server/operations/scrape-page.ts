import { setTimeout as sleep } from "node:timers/promises";
import { normalizeUrl } from "../../crawler/normalize-url.ts";
import type { FetchedBody } from "../../crawler/page-fetcher.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { TransientError } from "../../errors.ts";
import { fetchReportOf, toArticleRecord } from "../../extractor/article-record.ts";
import type { ArticleRecord, BlockType, ExtractMode, RenderMode } from "../../types.ts";
import type { ServerParts } from "../server-parts.ts";

/** What a caller may wait for one page, the wait for its host's turn included. */
export const DEFAULT_SCRAPE_MS = 60_000;

export interface ScrapeOptions {
  readonly render: RenderMode;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  /** Milliseconds until the caller gives up. */
  readonly timeoutMs: number;
}

export interface ScrapedPage {
  readonly fetched: FetchedBody;
  readonly record: ArticleRecord;
}

/** Fetches a page when it is its host's turn, waiting for it as long as `signal` lets it. */
async function fetchInTurn(
  parts: ServerParts,
  { url, render }: { readonly url: string; readonly render: RenderMode },
  signal: AbortSignal,
): Promise<FetchedBody> {
  for (;;) {
    const turns = parts.hostTurns.forPage(parts.delayMs);
    try {
      return await parts.fetcherFor(render).fetch({ url, depth: 0, referrer: null }, signal, turns.take);
    } catch (error) {
      const hindrance = turns.hindrance();
      if (hindrance?.kind === "broken") throw hindrance.error;
      if (hindrance?.kind !== "postponed") throw error;
      await sleep(hindrance.waitMs, undefined, { signal });
    }
  }
}

/**
 * Fetches one page now and extracts its article, while the caller waits.
 * @throws What the fetcher and the pool throw; TransientError (timeout) when the time is over;
 *   RequestError (too-many-requests) when too many callers wait already.
 */
export async function scrapePage(
  parts: ServerParts,
  given: string,
  options: ScrapeOptions,
  caller: AbortSignal,
): Promise<ScrapedPage> {
  const url = normalizeUrl(parsePageUrl(given));
  const late = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([late, caller, parts.signal]);
  const { keep, drop, mode, render } = options;
  const work = async (): Promise<ScrapedPage> => {
    const fetched = await fetchInTurn(parts, { url, render }, signal);
    const { html, ...meta } = fetched.page;
    const extraction = await parts.pool.extract(
      { source: { html }, url: meta.finalUrl, options: { keep, drop, mode } },
      signal,
    );
    const record = toArticleRecord(extraction, { url: meta.finalUrl, fetch: fetchReportOf(meta) });
    return { fetched, record };
  };
  try {
    return await parts.gate.run(work, signal);
  } catch (error) {
    if (!late.aborted) throw error;
    const message = `${url} gave no article within ${options.timeoutMs} ms. Allow more time, or try again later.`;
    throw new TransientError("timeout", message, { cause: error, url });
  }
}

import { decodeBody } from "../../crawler/decode-body.ts";
import { findObstacle, obstacleError } from "../../crawler/obstacles/find-obstacle.ts";
import { fetchReportOf, toArticleRecord } from "../../extractor/article-record.ts";
import type { ArticleRecord, BlockType, ExtractMode } from "../../types.ts";
import type { ServerParts } from "../server-parts.ts";
import { fetchForCaller, type FetchPageOptions } from "./fetch-page.ts";

/** What a caller may wait for one page, the wait for its host's turn included. */
export const DEFAULT_SCRAPE_MS = 60_000;

export interface ScrapeOptions extends FetchPageOptions {
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
}

/**
 * Fetches one page now and extracts its article, while the caller waits.
 * @throws as fetchForCaller and the pool do; PermanentError (blocked, soft-not-found, …) for what stands in its place
 */
export function scrapePage(
  parts: ServerParts,
  url: string,
  options: ScrapeOptions,
  caller: AbortSignal,
): Promise<ArticleRecord> {
  const { keep, drop, mode } = options;
  return fetchForCaller(parts, url, { options, caller }, async ({ page, pageKey }, signal) => {
    const { meta, body } = page;
    const source = { body, charset: meta.charset };
    const extraction = await parts.pool.extract(
      { source, url: meta.finalUrl, options: { keep, drop, mode } },
      signal,
    );
    const html = (): string => decodeBody(body, `text/html; charset=${meta.charset}`).html;
    const obstacle = findObstacle({ meta, html }, extraction);
    if (obstacle !== null) throw obstacleError(obstacle, meta.finalUrl);
    return toArticleRecord(extraction, { url: meta.finalUrl, fetch: fetchReportOf(meta, pageKey) });
  });
}

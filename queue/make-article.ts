import { decodeBody } from "../crawler/decode-body.ts";
import { findObstacle, obstacleError } from "../crawler/obstacles/find-obstacle.ts";
import { fetchReportOf, toArticleRecord } from "../extractor/article-record.ts";
import type { ExtractOptions } from "../extractor/extract.ts";
import type { StorableArticle } from "../storage/article-store.ts";
import type { PageMeta } from "../types.ts";
import type { ExtractPool } from "./extract-pool.ts";
import type { PageSource } from "./extract-task.ts";

/** A page that is in the archive, and what there is to extract of it. */
export interface ArchivedSource {
  readonly meta: PageMeta;
  readonly source: PageSource;
  readonly archiveKey: string;
}

export interface MakeArticleOptions {
  readonly options: ExtractOptions;
  /** Name of the source that found the page. */
  readonly source: string | null;
  /** The address that failures name. */
  readonly url: string;
  readonly signal: AbortSignal;
}

function htmlOf(source: PageSource): string {
  if ("body" in source) return decodeBody(source.body, `text/html; charset=${source.charset}`).html;
  return "html" in source ? source.html : "";
}

/**
 * The article of a page as it is stored; null when the page is something else.
 * @throws PermanentError when it stands in the place of another; see crawler/obstacles/find-obstacle.ts.
 */
export async function makeArticle(
  pool: ExtractPool,
  { meta, source: given, archiveKey }: ArchivedSource,
  { options, source, url, signal }: MakeArticleOptions,
): Promise<StorableArticle | null> {
  const extraction = await pool.extract({ source: given, url: meta.finalUrl, options }, signal);
  const obstacle = findObstacle({ meta, html: () => htmlOf(given) }, extraction);
  if (obstacle !== null) throw obstacleError(obstacle, url);
  if (extraction.extraction.pageType !== "article" || extraction.articleBody.trim() === "") return null;
  const fetch = fetchReportOf(meta, archiveKey);
  const record = toArticleRecord(extraction, { url: meta.finalUrl, fetch, source });
  return { ...record, url: meta.finalUrl };
}

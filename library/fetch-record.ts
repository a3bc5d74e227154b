import type { TakeTurn } from "../crawler/host-turn.ts";
import { normalizeUrl } from "../crawler/normalize-url.ts";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import { findObstacle, obstacleError } from "../crawler/obstacles/find-obstacle.ts";
import { parsePageUrl } from "../crawler/parse-url.ts";
import { PermanentError } from "../errors.ts";
import { fetchReportOf, toArticleRecord } from "../extractor/article-record.ts";
import type { ExtractOptions } from "../extractor/extract.ts";
import { extractOne } from "../queue/extract-one.ts";
import type { ArticleRecord } from "../types.ts";

export interface FetchRecordParts {
  readonly fetcher: PageFetcher;
  readonly takeTurn: TakeTurn;
  readonly signal: AbortSignal | undefined;
  readonly options: ExtractOptions;
}

/**
 * One page fetched and extracted, here and now.
 * @throws PermanentError (invalid-url, not-html, no-article, extraction-limit, and the codes of obstacles/find-obstacle.ts) and what PageFetcher.fetch throws.
 */
export async function fetchRecord(given: string, parts: FetchRecordParts): Promise<ArticleRecord> {
  const url = normalizeUrl(parsePageUrl(given));
  const { fetcher, takeTurn, signal, options } = parts;
  const { page, listing } = await fetcher.fetch({ url, depth: 0, referrer: null }, signal, takeTurn);
  if (listing !== undefined) {
    const what = listing.kind.startsWith("sitemap") ? "a sitemap" : "a feed";
    const message = `${url} is ${what}, not an HTML page; galley map lists what it names, galley crawl follows it`;
    throw new PermanentError("not-html", message, { url });
  }
  const extraction = await extractOne({ html: page.html, url: page.finalUrl, name: url }, options);
  const obstacle = findObstacle({ meta: page, html: () => page.html }, extraction);
  if (obstacle !== null) throw obstacleError(obstacle, url);
  if (extraction.articleBody === "") {
    const message = `No article text was found on ${url}. If it shows in a browser, try --render always.`;
    throw new PermanentError("no-article", message, { url });
  }
  return toArticleRecord(extraction, { url, fetch: fetchReportOf(page) });
}

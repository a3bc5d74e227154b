import { decodeBody } from "../crawler/decode-body.ts";
import { findObstacle, obstacleError } from "../crawler/obstacles/find-obstacle.ts";
import { fetchReportOf, toArticleRecord } from "../extractor/article-record.ts";
import type { StorableArticle } from "../storage/article-store.ts";
import type { PageMeta } from "../types.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import type { PageSource } from "./extract-task.ts";
import { recipeOf } from "./known-page.ts";
import { putArticle } from "./put-article.ts";
import { refusePoison, type HeldPage, type WorkContext } from "./work-context.ts";

/** A page that a worker holds and that is in the archive. */
export interface ExtractPage extends HeldPage {
  readonly plan: CrawlPlan;
}

export interface ArchivedSource {
  readonly meta: PageMeta;
  readonly source: PageSource;
  readonly archiveKey: string;
  /** How often the page's extraction was begun, this time included. */
  readonly starts: number;
}

function htmlOf(source: PageSource): string {
  if ("body" in source) return decodeBody(source.body, `text/html; charset=${source.charset}`).html;
  return "html" in source ? source.html : "";
}

/**
 * The page's article; null when the page is something else.
 * @throws PermanentError when it stands in the place of another; see crawler/obstacles/find-obstacle.ts.
 */
async function extractArticle(
  context: WorkContext,
  page: ExtractPage,
  { meta, source: given, archiveKey }: ArchivedSource,
): Promise<StorableArticle | null> {
  const { keep: kept, drop, mode, source } = page.plan.options;
  const extraction = await context.pool.extract(
    { source: given, url: meta.finalUrl, options: { keep: kept, drop, mode } },
    context.hardStop,
  );
  const obstacle = findObstacle({ meta, html: () => htmlOf(given) }, extraction);
  if (obstacle !== null) throw obstacleError(obstacle, page.url);
  if (extraction.extraction.pageType !== "article" || extraction.articleBody.trim() === "") return null;
  const fetch = fetchReportOf(meta, archiveKey);
  const record = toArticleRecord(extraction, { url: meta.finalUrl, fetch, source });
  return { ...record, url: meta.finalUrl };
}

/** Extracts a page in the pool, stores its article, and settles it: only after the article is committed. */
export async function extractPage(
  context: WorkContext,
  page: ExtractPage,
  archived: ArchivedSource,
): Promise<void> {
  const { starts, archiveKey } = archived;
  await refusePoison(context, page, { starts, code: "extraction-limit" });
  const article = await extractArticle(context, page, archived);
  if (article === null) {
    await context.frontier.settle(page.runId, page.id, "skipped", { code: "no-article" });
    return;
  }
  const { articleId, outcome } = await putArticle(context, page, { article, starts });
  const known = { archiveKey, recipe: recipeOf(page.plan.options), articleId };
  await context.frontier.settle(page.runId, page.id, outcome, { known });
}

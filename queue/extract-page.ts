import { decodeBody } from "../crawler/decode-body.ts";
import { findObstacle, obstacleError } from "../crawler/obstacles/find-obstacle.ts";
import { fetchReportOf, toArticleRecord } from "../extractor/article-record.ts";
import type { PutOutcome, StorableArticle } from "../storage/article-store.ts";
import type { PageMeta } from "../types.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import type { PageSource } from "./extract-task.ts";
import type { PageOutcome } from "./frontier.ts";
import { recipeOf } from "./known-page.ts";
import { keep, refusePoison, type HeldPage, type WorkContext } from "./work-context.ts";

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

/**
 * What the put means for the counts. After a crash between the store's commit and the frontier's, the second put finds
 * its own article: the fetch time, which an unchanged put does not write, tells it from an older one.
 */
async function outcomeOf(
  context: WorkContext,
  put: PutOutcome,
  { article, starts }: { readonly article: StorableArticle; readonly starts: number },
): Promise<PageOutcome> {
  if (put.outcome === "new") return "stored";
  if (put.outcome === "changed" || starts === 1) return put.outcome;
  const stored = await context.store.get(put.id);
  const own = stored?.url === article.url && stored.fetch?.fetchedAt === article.fetch?.fetchedAt;
  if (!own) return "unchanged";
  return stored.revision.n === 1 ? "stored" : "changed";
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
  const put = await keep(context, page, () => context.writer.put(article));
  const known = { archiveKey, recipe: recipeOf(page.plan.options), articleId: put.id };
  const outcome = await outcomeOf(context, put, { article, starts });
  await context.frontier.settle(page.runId, page.id, outcome, { known });
}

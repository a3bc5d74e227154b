import type { CrawlPlan } from "./crawl-options.ts";
import { recipeOf } from "./known-page.ts";
import { makeArticle, type ArchivedSource } from "./make-article.ts";
import { putArticle } from "./put-article.ts";
import { refusePoison, type HeldPage, type WorkContext } from "./work-context.ts";

/** A page that a worker holds and that is in the archive. */
export interface ExtractPage extends HeldPage {
  readonly plan: CrawlPlan;
}

export interface BegunSource extends ArchivedSource {
  /** How often the page's extraction was begun, this time included. */
  readonly starts: number;
}

/** Extracts a page in the pool, stores its article, and settles it: only after the article is committed. */
export async function extractPage(
  context: WorkContext,
  page: ExtractPage,
  archived: BegunSource,
): Promise<void> {
  const { starts, archiveKey } = archived;
  await refusePoison(context, page, { starts, code: "extraction-limit" });
  const { keep: kept, drop, mode } = page.plan.options;
  const options = { keep: kept, drop, mode };
  const article = await makeArticle(context.pool, archived, {
    options,
    source: page.plan.source ?? null,
    url: page.url,
    signal: context.hardStop,
  });
  if (article === null) {
    await context.frontier.settle(page.runId, page.id, "skipped", { code: "no-article" });
    return;
  }
  const { articleId, outcome } = await putArticle(context, page, { article, starts });
  const known = { archiveKey, recipe: recipeOf(page.plan.options), articleId };
  await context.frontier.settle(page.runId, page.id, outcome, { known });
}

import { UnrecoverableError, Worker, type Job } from "bullmq";
import { PermanentError } from "../errors.ts";
import { fetchReportOf, toArticleRecord } from "../extractor/article-record.ts";
import type { PutOutcome, StorableArticle } from "../storage/article-store.ts";
import type { ArchivedPage } from "../storage/page-archive.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import type { PageOutcome } from "./frontier.ts";
import { extractJobSchema, type ExtractJob } from "./job-types.ts";
import { recipeOf } from "./known-page.ts";
import { EXTRACT_QUEUE, workerOptions, type LockTiming } from "./queues.ts";
import { failPage, keep, refusePoison, type HeldPage, type WorkContext } from "./work-context.ts";

/** Jobs beyond the pool's threads read the archive or wait for the store while the threads extract. */
export const EXTRACT_JOBS_BEYOND_THREADS = 8;

interface ExtractPage extends HeldPage {
  readonly plan: CrawlPlan;
}

/** One damaged or missing file is that page's failure; a folder that cannot be read at all stops the process. */
async function readArchive(
  context: WorkContext,
  page: ExtractPage,
  archiveKey: string,
): Promise<ArchivedPage> {
  const archived = await keep(context, page, async () => {
    try {
      return await context.archive.get(archiveKey);
    } catch (cause) {
      if (!(cause instanceof PermanentError)) throw cause;
      throw new PermanentError("file-not-readable", cause.message, { cause, url: page.url });
    }
  });
  if (archived !== null) return archived;
  throw new PermanentError("file-not-readable", `The archive has no page ${archiveKey}.`, { url: page.url });
}

/** The page's article; null when the page is something else. */
async function extractArticle(
  context: WorkContext,
  page: ExtractPage,
  { archived: { meta, body }, archiveKey }: { readonly archived: ArchivedPage; readonly archiveKey: string },
): Promise<StorableArticle | null> {
  const { keep: kept, drop, mode, source } = page.plan.options;
  const extraction = await context.pool.extract(
    { source: { body, charset: meta.charset }, url: meta.finalUrl, options: { keep: kept, drop, mode } },
    context.hardStop,
  );
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

async function extractPage(context: WorkContext, page: ExtractPage): Promise<void> {
  const claim = await context.frontier.claim(page.runId, page.id, "extract");
  if (claim.stage !== "extract" || claim.archiveKey === null) return;
  const { starts, archiveKey } = claim;
  await refusePoison(context, page, { starts, code: "extraction-limit" });
  const archived = await readArchive(context, page, archiveKey);
  const article = await extractArticle(context, page, { archived, archiveKey });
  if (article === null) {
    await context.frontier.settle(page.runId, page.id, "skipped", { code: "no-article" });
    return;
  }
  const put = await keep(context, page, () => context.writer.put(article));
  const known = { archiveKey, recipe: recipeOf(page.plan.options), articleId: put.id };
  const outcome = await outcomeOf(context, put, { article, starts });
  await context.frontier.settle(page.runId, page.id, outcome, { known });
}

async function processExtractJob(
  context: WorkContext,
  job: Job<ExtractJob>,
  token: string | undefined,
): Promise<void> {
  const parsed = extractJobSchema.safeParse(job.data);
  if (!parsed.success) throw new UnrecoverableError(`Not an extract job: ${parsed.error.message}`);
  const { runId, id, url } = parsed.data;
  if (!(await context.minds(runId))) return;
  const plan = await context.planOf(runId);
  if (plan === null) return;
  const page = { job, token, runId, id, url, plan };
  try {
    await extractPage(context, page);
  } catch (error) {
    await failPage(context, page, error);
  } finally {
    context.feeder.wake(runId);
  }
}

/** Extract jobs: archive, thread pool, store. The job ends only after its article is committed. */
export function startExtractWorker(context: WorkContext, timing: LockTiming): Worker<ExtractJob> {
  return new Worker<ExtractJob>(
    EXTRACT_QUEUE,
    (job, token) => processExtractJob(context, job, token),
    workerOptions(context.redis, context.pool.threads + EXTRACT_JOBS_BEYOND_THREADS, timing),
  );
}

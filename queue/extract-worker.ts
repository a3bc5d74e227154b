import { UnrecoverableError, Worker, type Job } from "bullmq";
import { PermanentError } from "../errors.ts";
import type { ArchivedPage } from "../storage/page-archive.ts";
import { extractPage, type ExtractPage } from "./extract-page.ts";
import { extractJobSchema, type ExtractJob } from "./job-types.ts";
import { EXTRACT_QUEUE, workerOptions, type LockTiming } from "./queues.ts";
import { failPage, keep, type WorkContext } from "./work-context.ts";

/** Jobs beyond the pool's threads read the archive or wait for the store while the threads extract. */
export const EXTRACT_JOBS_BEYOND_THREADS = 8;

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

/** Extracts a page that some process fetched before, from the archive. */
async function extractArchived(context: WorkContext, page: ExtractPage): Promise<void> {
  const claim = await context.frontier.claim(page.runId, page.id, "extract");
  if (claim.stage !== "extract" || claim.archiveKey === null) return;
  const { starts, archiveKey } = claim;
  const { meta, body } = await readArchive(context, page, archiveKey);
  await extractPage(context, page, { meta, source: { body, charset: meta.charset }, archiveKey, starts });
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
    await extractArchived(context, page);
  } catch (error) {
    await failPage(context, page, error);
  } finally {
    context.feeder.wake(runId);
  }
}

/**
 * Extract jobs: archive, thread pool, store. Pages are extracted where they were fetched, as a part of their crawl job;
 * these are the ones whose crawl job broke off after the fetch.
 */
export function startExtractWorker(context: WorkContext, timing: LockTiming): Worker<ExtractJob> {
  return new Worker<ExtractJob>(
    EXTRACT_QUEUE,
    (job, token) => processExtractJob(context, job, token),
    workerOptions(context.redis, context.pool.threads + EXTRACT_JOBS_BEYOND_THREADS, timing),
  );
}

import { UnrecoverableError, Worker, type Job } from "bullmq";
import { PermanentError } from "../errors.ts";
import type { ArchivedPage } from "../storage/page-archive.ts";
import { extractPage, type ExtractPage } from "./extract-page.ts";
import { extractJobSchema, type ExtractJob } from "./job-types.ts";
import { EXTRACT_QUEUE, workerOptions, type LockTiming } from "./queues.ts";
import { failPage, keep, type WorkContext } from "./work-context.ts";

/** Jobs beyond the pool's threads read the archive or wait for the store while the threads extract. */
export const EXTRACT_JOBS_BEYOND_THREADS = 8;

/** null when the archive does not have the page, or a damaged one; a folder that cannot be read at all stops the process. */
function readArchive(context: WorkContext, page: ExtractPage, key: string): Promise<ArchivedPage | null> {
  return keep(context, page, async () => {
    try {
      return await context.archive.get(key);
    } catch (error) {
      if (error instanceof PermanentError) return null;
      throw error;
    }
  });
}

/** Has a page fetched again that machines with archives of their own took with them, or that a disk has lost. */
async function refetch(context: WorkContext, page: ExtractPage, key: string): Promise<void> {
  const { runId, id, url } = page;
  // The sweep gives it its crawl job.
  if (await context.frontier.refetch(runId, id)) return context.feeder.sweep(runId);
  const message = `The archive lost the page ${key} each time that ${url} was fetched.`;
  throw new PermanentError("file-not-readable", message, { url });
}

/** Extracts a page that some process fetched before, from the archive. */
async function extractArchived(context: WorkContext, page: ExtractPage): Promise<void> {
  const claim = await context.frontier.claim(page.runId, page.id, "extract");
  if (claim.stage !== "extract" || claim.archiveKey === null) return;
  const { starts, archiveKey } = claim;
  const archived = await readArchive(context, page, archiveKey);
  if (archived === null) return refetch(context, page, archiveKey);
  const { meta, body } = archived;
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
    workerOptions(context.redis, {
      concurrency: context.pool.threads + EXTRACT_JOBS_BEYOND_THREADS,
      timing,
      tracing: context.tracing,
    }),
  );
}

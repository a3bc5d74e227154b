import { DelayedError, UnrecoverableError, type Job } from "bullmq";
import type { Redis } from "ioredis";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import { GalleyError, PermanentError, TransientError, type ErrorCode } from "../errors.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import type { CrawlOptions, CrawlPlan } from "./crawl-options.ts";
import type { ExtractPool } from "./extract-pool.ts";
import type { Feeder } from "./feeder.ts";
import type { FailedPage } from "./dead-letter.ts";
import type { Frontier } from "./frontier.ts";
import type { HostTurns } from "./host-turns.ts";
import type { Queues } from "./queues.ts";
import type { StoreWriter } from "./store-writer.ts";
import type { Tracing } from "./tracing.ts";

/**
 * A page that was begun this often and never ended takes its worker down each time: it is given up. High, since
 * workers also end for other reasons.
 */
const MOST_STARTS = 20;
/** A job that could not be kept because the disk or the database failed is tried again by another worker after this. */
const PUT_BACK_MS = 2000;

/** Lasting failures that say "there is no article here" rather than "something went wrong". */
const SKIPPED_CODES: ReadonlySet<ErrorCode> = new Set([
  "not-html",
  "robots-disallowed",
  "no-article",
  "soft-not-found",
  "paywalled",
  "login-required",
  "consent-page",
]);

/** Failures of the place where things are kept, not of the page. */
const KEEPING_FAILED: ReadonlySet<ErrorCode> = new Set(["data-folder", "archive-unreachable"]);

/** What the workers of one process share. */
export interface WorkContext {
  readonly redis: Redis;
  readonly queues: Queues;
  readonly frontier: Frontier;
  readonly feeder: Feeder;
  readonly hostTurns: HostTurns;
  readonly fetcherFor: (options: CrawlOptions) => PageFetcher;
  readonly store: ArticleStore;
  readonly writer: StoreWriter;
  readonly archive: PageArchive;
  readonly pool: ExtractPool;
  readonly tracing: Tracing;
  readonly planOf: (runId: string) => Promise<CrawlPlan | null>;
  readonly scopeOf: (runId: string, plan: CrawlPlan) => (url: string) => boolean;
  /** Whether this process is to work on the run; see attendance.ts. */
  readonly minds: (runId: string) => Promise<boolean>;
  /** Aborted when running jobs must give up their work and go back into the queue. */
  readonly hardStop: AbortSignal;
  /** The disk, the database or the like failed: the process stops, its jobs stay. */
  readonly onFatal: (error: unknown) => void;
}

/** A job and what a processor needs to move it. */
export interface HeldJob {
  readonly job: Job;
  readonly token: string | undefined;
}

/** A page of a run in a worker's hands. */
export interface HeldPage extends HeldJob {
  readonly runId: string;
  readonly id: string;
  readonly url: string;
}

/** Puts the job back for later; it costs no attempt. Always throws: the processor ends here. */
export async function putBack({ job, token }: HeldJob, waitMs: number): Promise<never> {
  // Where the lock was lost meanwhile, the job is another worker's already, and there is nothing to put back.
  await job.moveToDelayed(Date.now() + waitMs, token).catch(() => {});
  throw new DelayedError();
}

/** Runs what writes to disk or database; a failure there stops the process and never counts against the page. */
export async function keep<Result>(
  context: WorkContext,
  held: HeldJob,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    // The store refuses the article itself (a field too large, a broken id): that is the page's failure.
    if (error instanceof GalleyError && !KEEPING_FAILED.has(error.code)) {
      throw new PermanentError(error.code, error.message, { cause: error });
    }
    context.onFatal(error);
    return putBack(held, PUT_BACK_MS);
  }
}

/** Records the page as failed and ends its job as a dead letter. */
async function giveUp(context: WorkContext, page: HeldPage, failure: FailedPage): Promise<never> {
  const attempts = page.job.attemptsMade + 1;
  await context.frontier.settle(page.runId, page.id, "failed", { failure, attempts });
  throw new UnrecoverableError(`${failure.code}: ${failure.message}`);
}

/**
 * Decides what becomes of a page whose fetch or extraction failed: put back when the process is stopping, skipped or
 * failed for good, or tried again later. A failure without a name is not the page's: Redis refused a step.
 */
export async function failPage(context: WorkContext, page: HeldPage, error: unknown): Promise<void> {
  if (error instanceof DelayedError || error instanceof UnrecoverableError) throw error;
  if (context.hardStop.aborted) return putBack(page, 0);
  if (!(error instanceof GalleyError)) {
    context.onFatal(error);
    return putBack(page, PUT_BACK_MS);
  }
  // A robots.txt that is unreachable disallows everything for now (RFC 9309 §2.3.1.4), which passes.
  if (SKIPPED_CODES.has(error.code) && !(error instanceof TransientError)) {
    await context.frontier.settle(page.runId, page.id, "skipped", { code: error.code });
    return;
  }
  const attempts = page.job.opts.attempts ?? 1;
  if (!(error instanceof TransientError) || page.job.attemptsMade + 1 >= attempts) {
    return giveUp(context, page, { url: page.url, code: error.code, message: error.message });
  }
  await context.frontier.retryLater(page.runId, page.id);
  throw error;
}

/** Ends a page that has been begun too often. */
export async function refusePoison(
  context: WorkContext,
  page: HeldPage,
  { starts, code }: { readonly starts: number; readonly code: ErrorCode },
): Promise<void> {
  if (starts <= MOST_STARTS) return;
  const message = `The page was begun ${starts - 1} times and never ended; each time its worker was lost.`;
  await giveUp(context, page, { url: page.url, code, message });
}

import { UnrecoverableError, Worker, type Job } from "bullmq";
import { discoverLinks } from "../crawler/discover-links.ts";
import { normalizeUrl } from "../crawler/normalize-url.ts";
import type { FetchedBody } from "../crawler/page-fetcher.ts";
import { GalleyError, messageOf, TransientError } from "../errors.ts";
import type { PageRequest } from "../types.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import { crawlJobSchema, type CrawlJob } from "./job-types.ts";
import { addExtractJobs, CRAWL_QUEUE, workerOptions, type LockTiming } from "./queues.ts";
import { failPage, keep, putBack, refusePoison, type HeldPage, type WorkContext } from "./work-context.ts";

/** Fetches wait for the network most of the time. */
export const CRAWL_CONCURRENCY = 16;

interface CrawlPage extends HeldPage {
  readonly request: PageRequest;
  readonly plan: CrawlPlan;
}

async function fetchPage(context: WorkContext, page: CrawlPage): Promise<FetchedBody> {
  const turns = context.hostTurns.forPage(page.plan.options.delayMs);
  try {
    return await context.fetcherFor(page.plan.options).fetch(page.request, context.hardStop, turns.take);
  } catch (cause) {
    const hindrance = turns.hindrance();
    if (hindrance?.kind === "broken") throw hindrance.error;
    if (hindrance?.kind === "postponed") {
      await context.frontier.unclaim(page.runId, page.id);
      return putBack(page, hindrance.waitMs);
    }
    if (cause instanceof GalleyError || context.hardStop.aborted) throw cause;
    throw new TransientError("connection-failed", `The fetch failed: ${messageOf(cause)}`, {
      cause,
      url: page.url,
    });
  }
}

/** Fetches when it is the host's turn; null when somebody else has moved the page on meanwhile. */
async function fetchInTurn(context: WorkContext, page: CrawlPage): Promise<FetchedBody | null> {
  const { host } = new URL(page.url);
  const reservation = await context.hostTurns.reserve(host, page.plan.options.delayMs);
  if (!reservation.ok) return putBack(page, reservation.waitMs);
  try {
    const claim = await context.frontier.claim(page.runId, page.id, "fetch");
    if (claim.stage === "extract" && claim.archiveKey !== null)
      await requestExtraction(context, page, claim.archiveKey);
    if (claim.stage !== "fetch") return null;
    await refusePoison(context, page, { starts: claim.starts, code: "connection-failed" });
    return await fetchPage(context, page);
  } finally {
    await reservation.release();
  }
}

function requestExtraction(context: WorkContext, page: CrawlPage, archiveKey: string): Promise<void> {
  const { runId, plan, id, url } = page;
  return addExtractJobs(context.queues, { runId, plan }, [{ id, url, archiveKey }]);
}

function linksOf(
  page: CrawlPage,
  fetched: FetchedBody,
  inScope: (url: string) => boolean,
): readonly PageRequest[] {
  const { depth: deepest } = page.plan.options;
  const depth = page.request.depth + 1;
  if (deepest !== null && depth > deepest) return [];
  return discoverLinks(fetched.page.html, fetched.page.finalUrl)
    .filter((url) => inScope(url))
    .map((url) => ({ url, depth, referrer: page.url }));
}

async function crawl(context: WorkContext, page: CrawlPage): Promise<void> {
  const fetched = await fetchInTurn(context, page);
  if (fetched === null) return;
  const inScope = context.scopeOf(page.runId, page.plan);
  const finalUrl = normalizeUrl(fetched.page.finalUrl);
  if (page.request.depth > 0 && finalUrl !== page.url && !inScope(finalUrl)) {
    await context.frontier.settle(page.runId, page.id, "skipped");
    return;
  }
  const { html: _, ...meta } = fetched.page;
  const archiveKey = await keep(context, page, () => context.archive.put({ meta, body: fetched.body }));
  const links = linksOf(page, fetched, inScope);
  const stage = await context.frontier.fetched(page.runId, page.id, { finalUrl, archiveKey, links });
  if (stage === "extract") await requestExtraction(context, page, archiveKey);
}

async function processCrawlJob(
  context: WorkContext,
  job: Job<CrawlJob>,
  token: string | undefined,
): Promise<void> {
  const parsed = crawlJobSchema.safeParse(job.data);
  if (!parsed.success) throw new UnrecoverableError(`Not a crawl job: ${parsed.error.message}`);
  const { runId, id, ...request } = parsed.data;
  if (!(await context.minds(runId))) return;
  const plan = await context.planOf(runId);
  if (plan === null) return;
  const page = { job, token, runId, id, url: request.url, request, plan };
  try {
    await crawl(context, page);
  } catch (error) {
    await failPage(context, page, error);
  } finally {
    context.feeder.wake(runId);
  }
}

/**
 * Crawl jobs: fetch, archive, find links, ask for extraction. A job may run twice or stop anywhere: the frontier
 * moves a page on only once, and only when it is in the archive.
 */
export function startCrawlWorker(
  context: WorkContext,
  { concurrency, timing }: { readonly concurrency: number; readonly timing: LockTiming },
): Worker<CrawlJob> {
  return new Worker<CrawlJob>(
    CRAWL_QUEUE,
    (job, token) => processCrawlJob(context, job, token),
    workerOptions(context.redis, concurrency, timing),
  );
}

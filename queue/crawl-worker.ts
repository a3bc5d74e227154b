import { UnrecoverableError, Worker, type Job } from "bullmq";
import { canonicalOfVariant } from "../crawler/find-canonical.ts";
import { discoverLinks } from "../crawler/discover-links.ts";
import { normalizeUrl } from "../crawler/normalize-url.ts";
import type { PageRequest } from "../types.ts";
import { askStore } from "./ask-store.ts";
import { extractPage } from "./extract-page.ts";
import { discoverListings, listedRequests } from "./follow-listings.ts";
import type { PageOutcome } from "./frontier.ts";
import { crawlJobSchema, type CrawlJob } from "./job-types.ts";
import { recipeOf, type KnownPage } from "./known-page.ts";
import { addExtractJobs, CRAWL_QUEUE, workerOptions, type LockTiming } from "./queues.ts";
import { withinBudget } from "./trap-budget.ts";
import { visitPage, waitForHost, type CrawlPage, type Visited } from "./visit-page.ts";
import { failPage, refusePoison, type WorkContext } from "./work-context.ts";

/**
 * Pages in work at a time: most of them wait for the network. Those that wait for a thread or for the store hold
 * their place, so that no more is fetched than is extracted and memory stays bounded.
 */
export const CRAWL_CONCURRENCY = 16;

/** Fetches when it is the host's turn; null when somebody else has moved the page on meanwhile. */
async function fetchInTurn(context: WorkContext, page: CrawlPage): Promise<Visited | null> {
  const { host } = new URL(page.url);
  const reservation = await context.hostTurns.reserve(host, page.plan.options.delayMs);
  if (!reservation.ok) return waitForHost(context, page, reservation);
  try {
    const claim = await context.frontier.claim(page.runId, page.id, "fetch");
    if (claim.stage === "extract" && claim.archiveKey !== null)
      await requestExtraction(context, page, claim.archiveKey);
    if (claim.stage !== "fetch") return null;
    await refusePoison(context, page, { starts: claim.starts, code: "connection-failed" });
    return await visitPage(context, page, claim.known);
  } finally {
    await reservation.release();
  }
}

function requestExtraction(context: WorkContext, page: CrawlPage, archiveKey: string): Promise<void> {
  const { runId, plan, id, url } = page;
  return addExtractJobs(context.queues, { runId, plan }, [{ id, url, archiveKey }]);
}

async function linksOf(
  context: WorkContext,
  page: CrawlPage,
  visited: Visited,
): Promise<readonly PageRequest[]> {
  const inScope = context.scopeOf(page.runId, page.plan);
  if (visited.listing !== undefined) return listedRequests(page, visited.listing, inScope);
  const links = await withinBudget(context.redis, page.runId, pageLinks(page, visited, inScope));
  return [...(await discoverListings(context, page, visited)), ...links];
}

function pageLinks(
  page: CrawlPage,
  visited: Visited,
  inScope: (url: string) => boolean,
): readonly PageRequest[] {
  const { depth: deepest } = page.plan.options;
  const depth = page.request.depth + 1;
  if (deepest !== null && depth > deepest) return [];
  return discoverLinks(visited.html(), visited.finalUrl)
    .filter((url) => inScope(url))
    .map((url) => ({ url, depth, referrer: page.url }));
}

/** Whether nothing would come of extracting an unchanged page again: by the same rules, the article still stored. */
async function isUpToDate(context: WorkContext, page: CrawlPage, known: KnownPage): Promise<boolean> {
  const { recipe, articleId } = known;
  if (recipe !== recipeOf(page.plan.options)) return false;
  return (
    articleId === null || (await askStore(context, page, (store) => store.get(articleId))).result !== null
  );
}

/** How a page ends that is not to be extracted: it is as it was, or it is none. */
async function outcomeWithoutExtraction(
  context: WorkContext,
  page: CrawlPage,
  { visited, known }: { readonly visited: Visited; readonly known: KnownPage },
): Promise<{ readonly outcome?: PageOutcome }> {
  if (visited.unchanged && (visited.listing !== undefined || (await isUpToDate(context, page, known))))
    return { outcome: "unchanged" };
  return visited.listing === undefined ? {} : { outcome: "skipped" };
}

async function crawl(context: WorkContext, page: CrawlPage): Promise<void> {
  const visited = await fetchInTurn(context, page);
  if (visited === null) return;
  const inScope = context.scopeOf(page.runId, page.plan);
  const finalUrl = normalizeUrl(visited.finalUrl);
  // What a seed feed named on another host may lead on to any, as feeds' links do.
  const strays = page.request.depth > 0 && finalUrl !== page.url && inScope(page.url) && !inScope(finalUrl);
  if (strays) {
    await context.frontier.settle(page.runId, page.id, "skipped");
    return;
  }
  const canonical =
    visited.listing === undefined ? canonicalOfVariant(visited.html(), visited.finalUrl) : null;
  if (canonical !== null && inScope(canonical)) {
    // An AMP or mobile page is its canonical page again, which is fetched under its own name.
    const request = { url: canonical, depth: page.request.depth, referrer: page.url };
    await context.frontier.add(page.runId, [request]);
    await context.frontier.settle(page.runId, page.id, "skipped");
    return;
  }
  const links = await linksOf(context, page, visited);
  const known = await visited.archive();
  if (known === null) {
    await context.frontier.add(page.runId, links);
    await context.frontier.settle(page.runId, page.id, "skipped");
    return;
  }
  const { archiveKey } = known;
  const outcome = await outcomeWithoutExtraction(context, page, { visited, known });
  const entry = { finalUrl, archiveKey, links, known, ...outcome };
  const stage = await context.frontier.fetched(page.runId, page.id, entry);
  if (stage === "extract") await requestExtraction(context, page, archiveKey);
  if (stage !== "here") return;
  const { meta, body } = visited;
  // As bytes: while they wait for a thread, texts would grow old in this one's heap, which is then collected whole.
  const source = { body, charset: meta.charset };
  await extractPage(context, page, { meta, source, archiveKey, starts: 1 });
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
 * Crawl jobs: fetch, archive, find links, extract, store. A job may run twice or stop anywhere: the frontier moves a
 * page on only once, and only when it is in the archive, from where an extract job takes it up after a crash.
 */
export function startCrawlWorker(
  context: WorkContext,
  { concurrency, timing }: { readonly concurrency: number; readonly timing: LockTiming },
): Worker<CrawlJob> {
  return new Worker<CrawlJob>(
    CRAWL_QUEUE,
    (job, token) => processCrawlJob(context, job, token),
    workerOptions(context.redis, { concurrency, timing, tracing: context.tracing }),
  );
}

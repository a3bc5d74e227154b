import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { crawlOptionsSchema, type CrawlOptionsInput, type CrawlPlan } from "../../queue/crawl-options.ts";
import type { EndedPage, RunStatus } from "../../queue/frontier.ts";
import { tracedPlan } from "../../queue/traced-plan.ts";
import { planCrawl } from "../../queue/plan-crawl.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";

/** A crawl that somebody started over HTTP. Its id is its run's. */
export interface CrawlState extends RunStatus {
  readonly plan: CrawlPlan;
}

/**
 * Starts a crawl of its own from the seeds; workers of this or other processes take it on within a second.
 * @throws UsageError for URLs or patterns that cannot be.
 */
export async function startCrawl(
  parts: ServerParts,
  seeds: readonly string[],
  options: CrawlOptionsInput,
): Promise<CrawlState> {
  const hrefs = seeds.map((seed) => parsePageUrl(seed).href);
  const own = { ...options, keepPages: true, name: options.name ?? `api-${randomUUID()}` };
  const plan = planCrawl(hrefs, crawlOptionsSchema.parse(own));
  const { runId } = await parts.frontier.start(tracedPlan(plan, parts.tracing));
  return needCrawl(parts, runId);
}

/** Ties a request's lines in the log to those of the jobs that it led to, which name the run. */
export function sayBegun({ log }: Pick<FastifyRequest, "log">, run: string): void {
  log.info({ run }, "crawl begun");
}

/** @throws RequestError not-found */
export async function needCrawl(parts: ServerParts, runId: string): Promise<CrawlState> {
  const [status, plan] = await Promise.all([parts.frontier.status(runId), parts.frontier.plan(runId)]);
  if (status === null || plan === null)
    throw new RequestError(
      "not-found",
      `There is no crawl ${JSON.stringify(runId)}; ended ones are kept for a week.`,
    );
  return { ...status, plan };
}

/** The pages that have ended so far. `next` is where the following ones begin; null while there are none yet. */
export async function endedPages(
  parts: ServerParts,
  crawl: CrawlState,
  range: { readonly from: number; readonly limit: number },
): Promise<{ readonly pages: readonly EndedPage[]; readonly next: number | null }> {
  const pages = await parts.frontier.pages(crawl.runId, { from: range.from, limit: range.limit + 1 });
  const next = pages.length > range.limit ? range.from + range.limit : null;
  return { pages: pages.slice(0, range.limit), next };
}

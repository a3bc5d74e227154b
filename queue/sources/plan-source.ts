import { momentOf, parseSince } from "../../crawler/parse-since.ts";
import type { CrawlPlan } from "../crawl-options.ts";
import { planCrawl } from "../plan-crawl.ts";
import type { SourceDefinition } from "./source-schema.ts";

/** One-off crawls and runs by hand go first (BullMQ's 0); ticks wait for them. */
const TICK_PRIORITY = 10;

export type RunTrigger = "tick" | "manual";

/**
 * The plan of a source's next run. All of its runs are runs of one crawl, so that a page that has not changed is asked
 * for with a condition.
 * @param now Milliseconds since the epoch; `since: 7d` counts back from it.
 */
export function planSource(source: SourceDefinition, trigger: RunTrigger, now: number): CrawlPlan {
  const { name, seeds, include, exclude, depth, limit, delay, render, keep, drop, mode, discover } = source;
  const since = source.since === null ? null : momentOf(parseSince(source.since), now);
  const priority = trigger === "tick" ? TICK_PRIORITY : 0;
  const options = { include, exclude, depth, limit, delayMs: delay, render, keep, drop, mode, discover };
  return planCrawl(seeds, { ...options, since, priority }, name);
}

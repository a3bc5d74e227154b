import type { CrawlPlan } from "./crawl-options.ts";
import type { Tracing } from "./tracing.ts";

/** The plan of a run that belongs to the trace of what starts it, on whatever machine its pages are fetched. */
export function tracedPlan(plan: CrawlPlan, tracing: Tracing): CrawlPlan {
  const trace = tracing.current();
  return trace === null ? plan : { ...plan, trace };
}

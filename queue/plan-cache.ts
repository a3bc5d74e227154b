import { createScope } from "../crawler/scope.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import type { Frontier } from "./frontier.ts";

/** A resumed run may have new options; workers notice within this time. */
const REMEMBER_MS = 5000;
/** Runs remembered at most, so that a worker that lives for months does not grow. */
const MOST_RUNS = 100;

interface Remembered {
  readonly plan: CrawlPlan | null;
  readonly at: number;
  readonly inScope: (url: string) => boolean;
}

/** The plans of runs as their workers know them. */
export interface PlanCache {
  planOf(runId: string): Promise<CrawlPlan | null>;
  scopeOf(runId: string, plan: CrawlPlan): (url: string) => boolean;
}

function scopeOfPlan(plan: CrawlPlan): (url: string) => boolean {
  const scope = createScope({
    seeds: plan.seeds,
    include: plan.options.include,
    exclude: plan.options.exclude,
  });
  return (url) => scope(url).ok;
}

export function createPlanCache(frontier: Frontier): PlanCache {
  const plans = new Map<string, Remembered>();

  function remember(runId: string, plan: CrawlPlan | null): void {
    const oldest = plans.keys().next().value;
    if (plans.size >= MOST_RUNS && oldest !== undefined) plans.delete(oldest);
    const inScope = plan === null ? () => false : scopeOfPlan(plan);
    plans.set(runId, { plan, at: Date.now(), inScope });
  }

  return {
    async planOf(runId) {
      const known = plans.get(runId);
      if (known !== undefined && Date.now() - known.at < REMEMBER_MS) return known.plan;
      const plan = await frontier.plan(runId);
      remember(runId, plan);
      return plan;
    },
    scopeOf: (runId, plan) => plans.get(runId)?.inScope ?? scopeOfPlan(plan),
  };
}

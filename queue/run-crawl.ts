import type { ParkedHost } from "./host-trouble.ts";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import type { CrawlOptionsInput } from "./crawl-options.ts";
import { openFrontier, type CrawlCounts, type Frontier, type RunStatus } from "./frontier.ts";
import type { FailedPage } from "./dead-letter.ts";
import { planCrawl } from "./plan-crawl.ts";
import { tracedPlan } from "./traced-plan.ts";
import { NO_TRACING } from "./tracing.ts";
import { watch } from "./watch-run.ts";
import { startCrew, type WorkCrew, type WorkParts } from "./work-crew.ts";

/** How often the run is looked at: the end of a small crawl is noticed at once by people, and Redis does not feel it. */
const WATCH_MS = 100;

/** How a run is worked on and watched. */
export interface AttendOptions {
  /** Stops the work cleanly: running pages finish, the rest stays in Redis for the next call. */
  readonly signal?: AbortSignal;
  /** Told about ten times a second. */
  readonly onProgress?: (counts: CrawlCounts, parked: readonly ParkedHost[]) => void;
  /** Entries handed to workers at a time; see frontier.ts. */
  readonly window?: number;
}

export interface RunCrawlOptions extends Omit<WorkParts, "fetcherFor">, AttendOptions {
  /** Absolute http(s) URLs. */
  readonly seeds: readonly string[];
  readonly options: CrawlOptionsInput;
  readonly fetcher: PageFetcher;
}

export interface CrawlReport {
  readonly runId: string;
  /** `interrupted`: the same call resumes it. `cancelled`: somebody ended it, and the same call starts anew. */
  readonly state: "finished" | "interrupted" | "cancelled";
  /** Whether this call went on with an unfinished run. */
  readonly resumed: boolean;
  readonly counts: CrawlCounts;
  readonly failures: readonly FailedPage[];
  readonly ms: number;
}

async function statusOf(frontier: Frontier, runId: string): Promise<RunStatus> {
  const status = await frontier.status(runId);
  if (status === null) throw new Error(`Redis has lost the crawl ${runId}; was it flushed?`);
  return status;
}

function watchRun(crew: WorkCrew, runId: string, options: AttendOptions): Promise<void> {
  return watch({
    look: () => statusOf(crew.frontier, runId),
    seen({ state, counts, parked }) {
      options.onProgress?.(counts, parked);
      return state !== "running";
    },
    fatal: crew.fatal,
    everyMs: WATCH_MS,
    signal: options.signal,
  });
}

/**
 * Works on a run that is in the frontier, with workers in this process; other processes on the same Redis take part.
 * @returns When nothing is left to do, or when the signal aborts.
 * @throws Whatever the store or the archive throws when it cannot write, with the crawl left to be resumed.
 */
export async function attendRun(
  options: WorkParts & AttendOptions,
  run: { readonly runId: string; readonly resumed: boolean },
): Promise<CrawlReport> {
  const started = performance.now();
  const { runId, resumed } = run;
  const frontier = openFrontier(options.redis, options.window);
  const crew = startCrew(options, frontier, runId);
  try {
    await crew.begin(runId);
    await watchRun(crew, runId, options);
  } finally {
    await crew.stop();
  }
  const { state, counts } = await statusOf(frontier, runId);
  options.onProgress?.(counts, []);
  return {
    runId,
    state: state === "running" ? "interrupted" : state,
    resumed,
    counts,
    failures: await frontier.failures(runId),
    ms: Math.round(performance.now() - started),
  };
}

/**
 * Crawls from the seeds through the queue into the store. The same seeds and scope name the same crawl: where an
 * earlier call was interrupted, by a signal or a crash, this one goes on; where it finished, this one crawls anew.
 * @returns When nothing is left to do, or when the signal aborts.
 * @throws UsageError for seeds, options or patterns that cannot be; what attendRun throws.
 */
export async function runCrawl(options: RunCrawlOptions): Promise<CrawlReport> {
  const { seeds, options: wanted, fetcher, ...parts } = options;
  const plan = tracedPlan(planCrawl(seeds, wanted), options.tracing ?? NO_TRACING);
  const run = await openFrontier(options.redis, options.window).start(plan);
  return attendRun({ ...parts, fetcherFor: () => fetcher }, run);
}

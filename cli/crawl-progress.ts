import type { ErrorCode } from "../errors.ts";
import type { CrawlCounts } from "../queue/frontier.ts";
import type { ParkedHost } from "../queue/host-trouble.ts";
import type { CrawlReport } from "../queue/run-crawl.ts";
import { progressLine } from "./progress-line.ts";

/** What the rate is taken over: long enough to be steady, short enough to show that a crawl has come to a stop. */
const RATE_MS = 10_000;

/** What a person watching a crawl sees; silent when stderr is no terminal. */
export interface CrawlProgress {
  update(counts: CrawlCounts, parked: readonly ParkedHost[]): void;
  clear(): void;
}

export function crawlProgress(): CrawlProgress {
  const rateOf = recentRate();
  const line = progressLine();
  return {
    update(counts, parked) {
      const rate = rateOf(counts.fetched, performance.now()).toFixed(1);
      line.update(() => `${countsLine(counts)} · ${rate} pages/s${parkedNote(parked)}`);
    },
    clear: line.clear,
  };
}

/** Pages a second over the last while, for a counter that only grows. */
export function recentRate(): (count: number, nowMs: number) => number {
  const seen: { readonly at: number; readonly count: number }[] = [];
  return (count, at) => {
    seen.push({ at, count });
    while (seen.length > 2 && at - (seen[1]?.at ?? at) >= RATE_MS) seen.shift();
    const [first] = seen;
    const ms = at - (first?.at ?? at);
    return ms === 0 ? 0 : ((count - (first?.count ?? count)) * 1000) / ms;
  };
}

/** Who waits for a host ought to know. */
function parkedNote(parked: readonly ParkedHost[]): string {
  const [first] = parked;
  if (first === undefined) return "";
  const others = parked.length > 1 ? ` and ${parked.length - 1} more` : "";
  return ` · waiting for ${first.host}${others} until ${first.until.slice(11, 19)} UTC`;
}

/** What stood in a page's place, of those that a person may want to do something about. */
const OBSTACLES: readonly ErrorCode[] = ["soft-not-found", "paywalled", "login-required", "consent-page"];

function namesOf({ reasons }: CrawlCounts, codes: readonly ErrorCode[]): string {
  const named = codes.flatMap((code) => (reasons[code] === undefined ? [] : [`${reasons[code]} ${code}`]));
  return named.length === 0 ? "" : ` (${named.join(", ")})`;
}

function countsLine(counts: CrawlCounts): string {
  const parts = [
    `${counts.fetched} pages`,
    `${counts.stored} articles stored`,
    `${counts.unchanged} unchanged`,
    `${counts.skipped} without an article${namesOf(counts, OBSTACLES)}`,
    `${counts.failed} failed${namesOf(counts, ["blocked"])}`,
    `${counts.pending + counts.inFlight} waiting`,
  ];
  return parts.join(", ");
}

/** Failed pages that the summary names. */
const NAMED_FAILURES = 5;

const VERBS: Readonly<Record<CrawlReport["state"], string>> = {
  finished: "done",
  interrupted: "stopped; the same command goes on from here",
  cancelled: "cancelled",
};

/** What came of a crawl, for stderr: one line, and a line for each of the first failures. */
export function summaryOf(report: CrawlReport, where: string): string {
  const { counts, failures } = report;
  const verb = VERBS[report.state];
  const lines = [`galley: ${verb}: ${countsLine(counts)} in ${(report.ms / 1000).toFixed(1)} s → ${where}`];
  for (const { url, code, message } of failures.slice(0, NAMED_FAILURES)) {
    lines.push(`galley: failed: ${message.includes(url) ? message : `${url}: ${message}`} (${code})`);
  }
  if (counts.failed > NAMED_FAILURES)
    lines.push(`galley: … and ${counts.failed - NAMED_FAILURES} more failed`);
  return `${lines.join("\n")}\n`;
}

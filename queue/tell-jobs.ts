import type { Job, Worker } from "bullmq";
import { messageOf } from "../errors.ts";
import type { Frontier, PageOutcome } from "./frontier.ts";

/** What became of one job, for a log. */
export interface JobReport {
  readonly queue: string;
  readonly job: string;
  /** The run that it belongs to; null for jobs that belong to none. */
  readonly run: string | null;
  readonly url: string | null;
  /**
   * How its page ended; `retried` comes again after a pause, `passed` did what it was for without ending a page (a tick,
   * a page that another worker had moved on).
   */
  readonly outcome: PageOutcome | "retried" | "passed";
  readonly attempt: number;
  /** Milliseconds in this worker's hands. */
  readonly ms: number;
  /** Why it failed, was skipped or is tried again; null otherwise. */
  readonly reason: string | null;
}

export interface JobTeller {
  /** The same frontier, whose settled pages are known when their jobs end. */
  watch(frontier: Frontier): Frontier;
  listen(worker: Worker): void;
}

/** Jobs whose data another worker deleted have nothing to be told. */
const textOf = (data: unknown, field: string): string | null => {
  const value = typeof data === "object" && data !== null ? (data as Record<string, unknown>)[field] : null;
  return typeof value === "string" ? value : null;
};

/** Tells how jobs end: BullMQ knows when, the frontier knows how. */
export function createJobTeller(tell: (report: JobReport) => void): JobTeller {
  const ends = new Map<string, { readonly outcome: PageOutcome; readonly reason: string | null }>();

  function report(job: Job, outcome: JobReport["outcome"], reason: string | null): void {
    const ms = (job.finishedOn ?? Date.now()) - (job.processedOn ?? job.timestamp);
    const { queueName: queue, id = "", data } = job;
    const [run, url] = [textOf(data, "runId"), textOf(data, "url")];
    tell({ queue, job: id, run, url, outcome, attempt: Math.max(job.attemptsMade, 1), ms, reason });
  }

  function endOf(job: Job): { readonly outcome: PageOutcome; readonly reason: string | null } | null {
    const end = ends.get(job.id ?? "") ?? null;
    ends.delete(job.id ?? "");
    return end;
  }

  return {
    watch: (frontier) => ({
      ...frontier,
      async settle(runId, id, outcome, why = {}) {
        const settled = await frontier.settle(runId, id, outcome, why);
        if (settled) ends.set(`${runId}.${id}`, { outcome, reason: why.failure?.code ?? why.code ?? null });
        return settled;
      },
      async fetched(runId, id, page) {
        const stage = await frontier.fetched(runId, id, page);
        if (page.outcome !== undefined) ends.set(`${runId}.${id}`, { outcome: page.outcome, reason: null });
        return stage;
      },
    }),
    listen(worker) {
      worker.on("completed", (job) => {
        const end = endOf(job);
        report(job, end?.outcome ?? "passed", end?.reason ?? null);
      });
      worker.on("failed", (job, error) => {
        if (job !== undefined) report(job, endOf(job)?.outcome ?? "retried", messageOf(error));
      });
    },
  };
}

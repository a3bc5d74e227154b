import { z } from "zod";
import type { ArchivedPage } from "../../storage/page-archive.ts";
import type { CrawlOptionsInput } from "../../queue/crawl-options.ts";
import type { EndedPage } from "../../queue/frontier.ts";
import { endedPages, needCrawl, startCrawl, type CrawlState } from "../operations/crawls.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";
import { HOOK_EVENTS, type JobHook } from "./job-hook.ts";
import type { DocumentCache } from "./document-cache.ts";
import { DOCUMENT_FORMATS } from "./scrape-options.ts";
import { toDocument, type DocumentOptions, type ScrapeDocument } from "./to-document.ts";

/** As long as ended runs are kept, and a day more for those that run long. */
const KEPT_S = 8 * 24 * 60 * 60;
const KEPT_RUN_MS = 7 * 24 * 60 * 60 * 1000;

/** Documents of one answer: some megabytes at the most, on ordinary pages. */
export const DOCUMENTS_A_PAGE = 50;

const jobSchema = z.object({
  kind: z.enum(["crawl", "batch"]),
  url: z.string(),
  hook: z
    .object({
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      metadata: z.record(z.string(), z.unknown()),
      events: z.array(z.enum(HOOK_EVENTS)),
    })
    .nullable(),
  document: z.object({
    formats: z.array(z.enum(DOCUMENT_FORMATS)),
    extent: z.enum(["article", "page"]),
    only: z.array(z.string()),
    without: z.array(z.string()),
  }),
});
type Job = z.output<typeof jobSchema>;
export type JobKind = Job["kind"];

const jobKey = (runId: string): string => `galley:firecrawl:${runId}`;

export interface StartJob {
  readonly kind: "crawl" | "batch";
  readonly seeds: readonly string[];
  readonly options: CrawlOptionsInput;
  readonly document: DocumentOptions;
  readonly hook: JobHook | null;
}

/** Starts the crawl behind a job of Firecrawl's and remembers how its pages are to be shown. Answers its id. */
export async function startJob(
  parts: ServerParts,
  { kind, seeds, options, document, hook }: StartJob,
): Promise<string> {
  const { runId } = await startCrawl(parts, seeds, options);
  const { formats, extent, only, without } = document;
  const job = { kind, url: seeds[0] ?? "", hook, document: { formats, extent, only, without } };
  await parts.redis.set(jobKey(runId), JSON.stringify(job), "EX", KEPT_S);
  return runId;
}

export interface FoundJob {
  readonly job: Job;
  readonly crawl: CrawlState;
}

/** The job of that id, whatever it is; null where there is none any more. */
export async function findJob(parts: ServerParts, id: string): Promise<FoundJob | null> {
  const text = await parts.redis.get(jobKey(id));
  if (text === null) return null;
  return { job: jobSchema.parse(JSON.parse(text)), crawl: await needCrawl(parts, id) };
}

/** @throws RequestError not-found, for the id of a job of no such kind as well */
export async function needJob(parts: ServerParts, kinds: readonly JobKind[], id: string): Promise<FoundJob> {
  const text = await parts.redis.get(jobKey(id));
  const parsed = text === null ? null : jobSchema.parse(JSON.parse(text));
  if (parsed === null || !kinds.includes(parsed.kind)) throw new RequestError("not-found", "Job not found");
  return { job: parsed, crawl: await needCrawl(parts, id) };
}

/** What of a run's ended pages is a document: those that were fetched. */
export function isDocument(page: EndedPage): page is EndedPage & { readonly archiveKey: string } {
  return page.archiveKey !== null && page.outcome !== "failed";
}

const STATES = { running: "scraping", finished: "completed", cancelled: "cancelled" } as const;

export interface JobStatus {
  readonly status: (typeof STATES)[keyof typeof STATES];
  readonly total: number;
  readonly completed: number;
  readonly creditsUsed: number;
  readonly expiresAt: string;
  /** Where the following documents begin among the run's ended pages; null where there are none now. */
  readonly next: number | null;
  readonly data: readonly ScrapeDocument[];
}

/** A page whose document cannot be made (its raw page is gone, it took too long) is left out of the data. */
async function documentOf(
  { parts, cache }: { readonly parts: ServerParts; readonly cache: DocumentCache },
  { job }: FoundJob,
  { archiveKey }: { readonly archiveKey: string },
  signal: AbortSignal,
): Promise<ScrapeDocument | null> {
  try {
    return await cache.get(JSON.stringify([archiveKey, job.document]), async () => {
      const page: ArchivedPage | null = await parts.archive.get(archiveKey);
      if (page === null) throw new RequestError("not-found", `The archive has no page ${archiveKey}.`);
      return toDocument(parts, page, job.document, signal);
    });
  } catch (error) {
    signal.throwIfAborted();
    parts.log.warn({ err: error, archiveKey }, "a page of a job has no document");
    return null;
  }
}

/** The documents among pages that have ended. */
export async function documentsOf(
  context: { readonly parts: ServerParts; readonly cache: DocumentCache },
  found: FoundJob,
  pages: readonly EndedPage[],
  signal: AbortSignal,
): Promise<readonly ScrapeDocument[]> {
  const documents = await Promise.all(
    pages.filter(isDocument).map((page) => documentOf(context, found, page, signal)),
  );
  return documents.filter((document) => document !== null);
}

/** How a job stands, with a part of its documents. */
export async function readJob(
  context: { readonly parts: ServerParts; readonly cache: DocumentCache },
  found: FoundJob,
  range: { readonly from: number; readonly limit: number },
  signal: AbortSignal,
): Promise<JobStatus> {
  const { crawl } = found;
  const { counts, plan } = crawl;
  const { pages, next } = await endedPages(context.parts, crawl, range);
  const ended = counts.stored + counts.changed + counts.unchanged + counts.skipped;
  const total = Math.min(counts.found, plan.options.limit ?? Number.POSITIVE_INFINITY);
  return {
    status: STATES[crawl.state],
    total,
    completed: Math.min(ended, total),
    creditsUsed: counts.fetched,
    expiresAt: new Date(Date.parse(crawl.endedAt ?? new Date().toISOString()) + KEPT_RUN_MS).toISOString(),
    next,
    data: await documentsOf(context, found, pages, signal),
  };
}

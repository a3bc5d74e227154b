import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { hangUpSignal, type App } from "../app.ts";
import { sayBegun } from "../operations/crawls.ts";
import { onceForKey } from "../idempotency.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";
import { readBatchRequest } from "./batch-options.ts";
import { readCrawlRequest } from "./crawl-options.ts";
import { DOCUMENTS_A_PAGE, needJob, readJob, startJob, type FoundJob } from "./jobs.ts";
import { readHook } from "./job-hook.ts";
import { readScrapeOptions } from "./scrape-options.ts";
import { addHook } from "./tell-hooks.ts";
import { understand } from "./understand.ts";
import type { FirecrawlContext, Version } from "./version.ts";

const idSchema = z.object({ id: z.string().min(1).max(128) });
const rangeSchema = z.object({
  skip: z.coerce.number().int().min(0).max(100_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(DOCUMENTS_A_PAGE).default(DOCUMENTS_A_PAGE),
});
const bodySchema = z.record(z.string(), z.unknown());

function addressOf(request: FastifyRequest, path: string): string {
  return new URL(path, `${request.protocol}://${request.host}`).href;
}

/** Crawls and batches: started, polled, cancelled, with their errors. */
export function addJobRoutes(app: App, context: FirecrawlContext, version: Version): void {
  addStarts(app, context, version);
  addReads(app, context, version);
}

function addStarts(app: App, context: FirecrawlContext, version: Version): void {
  const { parts } = context;
  const base = `/${version.name}`;
  app.post("/crawl", { schema: { hide: true, body: bodySchema } }, (request) =>
    onceForKey(parts, request, async () => {
      const { crawl, document, hook } = understand(() => {
        const { scrapeOptions = {} } = z.object({ scrapeOptions: bodySchema.nullish() }).parse(request.body);
        return {
          hook: readHook(request.body["webhook"]),
          crawl: readCrawlRequest(request.body, parts.delayMs),
          document: readScrapeOptions(scrapeOptions ?? {}),
        };
      });
      const options = { ...crawl.options, render: document.render, waitMs: document.waitMs };
      const id = await startJob(parts, { kind: "crawl", seeds: [crawl.url], options, document, hook });
      sayBegun(request, id);
      if (hook !== null) await addHook(context, id);
      return { success: true, id, url: addressOf(request, `${base}/crawl/${id}`) };
    }),
  );
  app.post("/batch/scrape", { schema: { hide: true, body: bodySchema } }, (request) =>
    onceForKey(parts, request, async () => {
      const { urls, invalid, document, hook } = understand(() => ({
        ...readBatchRequest(request.body),
        hook: readHook(request.body["webhook"]),
      }));
      const { render, waitMs } = document;
      const options = { depth: 0, delayMs: parts.delayMs, render, waitMs };
      const id = await startJob(parts, { kind: "batch", seeds: urls, options, document, hook });
      sayBegun(request, id);
      if (hook !== null) await addHook(context, id);
      const invalidURLs = invalid === null ? {} : { invalidURLs: invalid };
      return { success: true, id, url: addressOf(request, `${base}/batch/scrape/${id}`), ...invalidURLs };
    }),
  );
}

function addReads(app: App, context: FirecrawlContext, version: Version): void {
  const { parts } = context;
  const base = `/${version.name}`;
  app.get("/crawl/active", { schema: { hide: true } }, async () => ({
    success: true,
    crawls: await activeCrawls(parts),
  }));
  for (const [kinds, path] of [
    [version.underCrawl, "/crawl"],
    [["batch"], "/batch/scrape"],
  ] as const) {
    const schema = { hide: true, params: idSchema };
    app.get(`${path}/:id`, { schema: { ...schema, querystring: rangeSchema } }, async (request, reply) => {
      const found = await needJob(parts, kinds, request.params.id);
      const { skip: from, limit } = request.query;
      const { next, ...status } = await readJob(context, found, { from, limit }, hangUpSignal(reply));
      const more =
        next === null
          ? {}
          : { next: nextAddress(request, `${base}${path}/${request.params.id}`, { next, limit }) };
      return { success: true, ...status, ...more };
    });
    app.delete(`${path}/:id`, { schema }, async (request) => {
      const { crawl } = await needJob(parts, kinds, request.params.id);
      if (!(await parts.frontier.cancel(crawl.runId)) && crawl.state !== "cancelled")
        throw new RequestError("conflict", "The job has ended already.");
      return { success: true, status: "cancelled" };
    });
    app.get(`${path}/:id/errors`, { schema }, async (request) =>
      errorsOf(parts, await needJob(parts, kinds, request.params.id)),
    );
  }
}

function nextAddress(
  request: FastifyRequest,
  path: string,
  { next, limit }: { readonly next: number; readonly limit: number },
): string {
  return addressOf(request, `${path}?skip=${next}&limit=${limit}`);
}

async function activeCrawls(
  parts: ServerParts,
): Promise<readonly { id: string; url: string; teamId: string }[]> {
  const found = await Promise.all(
    (await parts.frontier.runs()).map((id) => needJob(parts, ["crawl"], id).catch(() => null)),
  );
  return found
    .filter((job) => job !== null)
    .map(({ crawl, job }) => ({ id: crawl.runId, url: job.url, teamId: "galley" }));
}

/** Pages of a run are looked through in parts of this size. */
const PAGES_A_READ = 1000;

async function errorsOf(parts: ServerParts, { crawl }: FoundJob): Promise<unknown> {
  const failures = await parts.frontier.failures(crawl.runId);
  const robotsBlocked: string[] = [];
  for (let from = 0; ; from += PAGES_A_READ) {
    const pages = await parts.frontier.pages(crawl.runId, { from, limit: PAGES_A_READ });
    robotsBlocked.push(...pages.filter(({ code }) => code === "robots-disallowed").map(({ url }) => url));
    if (pages.length < PAGES_A_READ) break;
  }
  const errors = failures.map(({ url, code, message }, place) => ({
    id: `${crawl.runId}.${place}`,
    url,
    code,
    error: message,
  }));
  return { errors, robotsBlocked };
}

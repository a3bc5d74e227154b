import { z } from "zod";
import type { App } from "../app.ts";
import { onceForKey } from "../idempotency.ts";
import { endedPages, needCrawl, sayBegun, startCrawl } from "../operations/crawls.ts";
import {
  batchBodySchema,
  crawlBodySchema,
  crawlSchema,
  endedPageSchema,
  toCrawlAnswer,
} from "../schemas/crawl-schema.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";

const paramsSchema = z.object({ id: z.string().min(1).max(128) });

const keyHeaders = z.looseObject({
  "idempotency-key": z.string().optional().describe("The same request with the same key is carried out once"),
});

const MOST_PAGES = 1000;

function addStarts(app: App, parts: ServerParts): void {
  const tags = ["crawls"];
  app.post(
    "/api/v1/crawl",
    {
      schema: {
        operationId: "startCrawl",
        summary: "Start a crawl; its articles go to the store",
        tags,
        headers: keyHeaders,
        body: crawlBodySchema,
        response: answers(crawlSchema),
      },
    },
    (request) =>
      onceForKey(parts, request, async () => {
        const { seeds, delayMs = parts.delayMs, ...options } = request.body;
        const crawl = await startCrawl(parts, seeds, { ...options, delayMs });
        sayBegun(request, crawl.runId);
        return toCrawlAnswer(crawl);
      }),
  );
  app.post(
    "/api/v1/batch/scrape",
    {
      schema: {
        operationId: "startBatch",
        summary: "Fetch a list of pages; their articles go to the store",
        tags,
        headers: keyHeaders,
        body: batchBodySchema,
        response: answers(crawlSchema),
      },
    },
    (request) =>
      onceForKey(parts, request, async () => {
        const { urls, delayMs = parts.delayMs, ...options } = request.body;
        const crawl = await startCrawl(parts, urls, { ...options, delayMs, depth: 0 });
        sayBegun(request, crawl.runId);
        return toCrawlAnswer(crawl);
      }),
  );
}

function addReads(app: App, parts: ServerParts): void {
  const tags = ["crawls"];
  app.get(
    "/api/v1/crawl/:id",
    {
      schema: {
        operationId: "getCrawl",
        summary: "How a crawl or batch stands",
        tags,
        params: paramsSchema,
        response: answers(crawlSchema),
      },
    },
    async ({ params }) => toCrawlAnswer(await needCrawl(parts, params.id)),
  );
  app.get(
    "/api/v1/crawl/:id/pages",
    {
      schema: {
        operationId: "listCrawlPages",
        summary: "The pages that have ended so far, and how",
        tags,
        params: paramsSchema,
        querystring: z.strictObject({
          from: z.coerce.number().int().min(0).max(100_000_000).default(0),
          limit: z.coerce.number().int().min(1).max(MOST_PAGES).default(100),
        }),
        response: answers(z.object({ pages: z.array(endedPageSchema), next: z.int().nullable() })),
      },
    },
    async ({ params, query }) => {
      const { pages, next } = await endedPages(parts, await needCrawl(parts, params.id), query);
      return { pages: pages.map(({ url, depth, outcome, code }) => ({ url, depth, outcome, code })), next };
    },
  );
  app.get(
    "/api/v1/crawl/:id/errors",
    {
      schema: {
        operationId: "listCrawlErrors",
        summary: "The pages that failed for good",
        tags,
        params: paramsSchema,
        response: answers(
          z.object({ errors: z.array(z.object({ url: z.string(), code: z.string(), message: z.string() })) }),
        ),
      },
    },
    async ({ params }) => {
      const { runId } = await needCrawl(parts, params.id);
      return { errors: [...(await parts.frontier.failures(runId))] };
    },
  );
  app.delete(
    "/api/v1/crawl/:id",
    {
      schema: {
        operationId: "cancelCrawl",
        summary: "End a crawl before its time; what is stored stays",
        tags,
        params: paramsSchema,
        response: answers(crawlSchema),
      },
    },
    async ({ params }) => {
      const { runId } = await needCrawl(parts, params.id);
      await parts.frontier.cancel(runId);
      return toCrawlAnswer(await needCrawl(parts, runId));
    },
  );
}

/** `/api/v1/crawl` and `/api/v1/batch/scrape`: started, looked after, ended. */
export function addCrawlRoutes(app: App, parts: ServerParts): void {
  addStarts(app, parts);
  addReads(app, parts);
}

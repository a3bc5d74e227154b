import { z } from "zod";
import { hangUpSignal, type App } from "../app.ts";
import { DEFAULT_SCRAPE_MS, scrapePage } from "../operations/scrape-page.ts";
import { articleRecordSchema } from "../schemas/article-schema.ts";
import { extractOptionsShape, urlSchema } from "../schemas/extract-options-schema.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";

const bodySchema = z.strictObject({
  url: urlSchema,
  render: z.enum(["auto", "never", "always"]).default("auto").describe("When the browser is used"),
  waitMs: z
    .int()
    .min(0)
    .max(60_000)
    .default(0)
    .describe("What the browser gives the page's scripts beyond what it needs by itself"),
  maxAgeMs: z.number().min(0).default(0).describe("A page fetched at most so long ago is taken as it was"),
  remember: z.boolean().default(true).describe("Keep the raw page, for callers who accept one of some age"),
  timeoutMs: z.int().min(100).max(300_000).default(DEFAULT_SCRAPE_MS).describe("When to give up"),
  ...extractOptionsShape,
});

/** `POST /api/v1/scrape`: one page, now. */
export function addScrapeRoute(app: App, parts: ServerParts): void {
  app.post(
    "/api/v1/scrape",
    {
      schema: {
        operationId: "scrape",
        summary: "Fetch one page and answer its clean article",
        tags: ["pages"],
        body: bodySchema,
        response: answers(articleRecordSchema),
      },
    },
    (request, reply) => {
      const { url, ...options } = request.body;
      return scrapePage(parts, url, options, hangUpSignal(reply));
    },
  );
}

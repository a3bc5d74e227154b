import { z } from "zod";
import { hangUpSignal, type App } from "../app.ts";
import { listSite } from "../operations/list-site.ts";
import { urlSchema } from "../schemas/extract-options-schema.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";

const DEFAULT_MAP_MS = 60_000;

const bodySchema = z.strictObject({
  url: urlSchema,
  limit: z.int().min(1).max(100_000).default(5000),
  include: z.array(z.string().min(1).max(2048)).max(100).default([]),
  exclude: z.array(z.string().min(1).max(2048)).max(100).default([]),
  since: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("Leaves out what is older; what has no date stays"),
  timeoutMs: z.int().min(100).max(300_000).default(DEFAULT_MAP_MS),
});

const mappedSchema = z.object({
  url: z.string(),
  source: z.enum(["sitemap", "feed", "link"]),
  foundOn: z.string(),
  modified: z.string().nullable(),
});

/** `POST /api/v1/map`: a site's pages, without fetching them. */
export function addMapRoute(app: App, parts: ServerParts): void {
  app.post(
    "/api/v1/map",
    {
      schema: {
        operationId: "map",
        summary: "List a site's pages from its sitemaps, feeds and front page",
        tags: ["pages"],
        body: bodySchema,
        response: answers(z.object({ urls: z.array(mappedSchema).readonly() })),
      },
    },
    async (request, reply) => {
      const { url, since, ...options } = request.body;
      const sinceMs = since === undefined ? null : Date.parse(since);
      return { urls: await listSite(parts, url, { ...options, sinceMs }, hangUpSignal(reply)) };
    },
  );
}

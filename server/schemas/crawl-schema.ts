import { z } from "zod";
import type { CrawlState } from "../operations/crawls.ts";
import { extractOptionsShape, urlSchema } from "./extract-options-schema.ts";

/** Seeds of one crawl, and URLs of one batch. */
export const MOST_SEEDS = 10_000;

const patternSchema = z.string().min(1).max(2048);

/** What may be said of every page of a crawl or batch. */
export const crawlPagesShape = {
  render: z.enum(["auto", "never", "always"]).default("auto").describe("When the browser is used"),
  delayMs: z
    .int()
    .min(0)
    .max(3_600_000)
    .optional()
    .describe("Least time between requests to one host; the server's by default"),
  ...extractOptionsShape,
} as const;

export const crawlBodySchema = z.strictObject({
  seeds: z.array(urlSchema).min(1).max(MOST_SEEDS),
  limit: z.int().min(1).max(10_000_000).nullable().default(null).describe("Most pages asked for"),
  depth: z.int().min(0).max(1000).nullable().default(null).describe("Most links followed from a seed"),
  include: z.array(patternSchema).max(100).default([]).describe("Patterns of the URLs to follow"),
  exclude: z.array(patternSchema).max(100).default([]).describe("Patterns of the URLs never to follow"),
  ...crawlPagesShape,
});

export const batchBodySchema = z.strictObject({
  urls: z.array(urlSchema).min(1).max(MOST_SEEDS),
  ...crawlPagesShape,
});

export const crawlSchema = z
  .object({
    id: z.string(),
    state: z.enum(["running", "finished", "cancelled"]),
    seeds: z.array(z.string()).readonly(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    counts: z.object({
      found: z.int(),
      pending: z.int(),
      inFlight: z.int(),
      fetched: z.int(),
      stored: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      skipped: z.int().describe("Pages without an article, or forbidden by robots.txt"),
      failed: z.int(),
    }),
  })
  .meta({ id: "Crawl" });

export function toCrawlAnswer({
  runId,
  state,
  plan,
  startedAt,
  endedAt,
  counts,
}: CrawlState): z.output<typeof crawlSchema> {
  const { found, pending, inFlight, fetched, stored, changed, unchanged, skipped, failed } = counts;
  return {
    id: runId,
    state,
    seeds: plan.seeds,
    startedAt,
    endedAt,
    counts: { found, pending, inFlight, fetched, stored, changed, unchanged, skipped, failed },
  };
}

export const endedPageSchema = z.object({
  url: z.string(),
  depth: z.int(),
  outcome: z.enum(["stored", "changed", "unchanged", "skipped", "failed"]),
  code: z.string().nullable().describe("Why it was skipped or failed"),
});

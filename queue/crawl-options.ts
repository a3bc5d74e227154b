import { createHash } from "node:crypto";
import { z } from "zod";
import { BLOCK_TYPES, EXTRACT_MODES } from "../types.ts";

/** What a crawl is asked to do. Travels in Redis, so that any worker can take part in any crawl. */
export const crawlOptionsSchema = z.strictObject({
  /** Most pages asked for, failed ones included; null for no limit. */
  limit: z.int().positive().nullable().default(null),
  /** Links followed from a seed at most; null for no limit. */
  depth: z.int().nonnegative().nullable().default(null),
  /** Patterns of the URLs to crawl; see crawler/scope.ts. */
  include: z.array(z.string()).readonly().default([]),
  exclude: z.array(z.string()).readonly().default([]),
  /** Milliseconds between the end of one request to a host and the start of the next, over all workers. */
  delayMs: z.int().nonnegative().default(1000),
  render: z.enum(["auto", "never", "always"]).default("auto"),
  /** What the browser gives a page's scripts, in milliseconds, beyond what it finds that they need. */
  waitMs: z.int().nonnegative().default(0),
  keep: z.array(z.enum(BLOCK_TYPES)).readonly().default([]),
  drop: z.array(z.enum(BLOCK_TYPES)).readonly().default([]),
  /** What the extractor leans to in doubt. */
  mode: z.enum(EXTRACT_MODES).default("balanced"),
  /** Asks for every page anew, and extracts it again, although it may not have changed since the run before. */
  refetch: z.boolean().default(false),
  /** How often a page is tried before it has failed. */
  attempts: z.int().positive().default(3),
  /** Only items of feeds and sitemaps that are newer are followed; those without a date are. ISO 8601 with time. */
  since: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Whether the feeds that seeds name and the sitemaps that their robots.txt names are read too. */
  discover: z.boolean().default(false),
  /** BullMQ's priority: 0 goes first, larger numbers wait for smaller ones. */
  priority: z.int().min(0).max(2_097_151).default(0),
  /** Whether the run keeps a list of its pages and how each ended, for those who come back for the results. */
  keepPages: z.boolean().default(false),
  /**
   * A name of its own for the crawl: two crawls of different names never share a run, although they have the same
   * seeds. null: the crawl is known by its seeds and its scope.
   */
  name: z.string().min(1).max(200).nullable().default(null),
});

export type CrawlOptions = z.output<typeof crawlOptionsSchema>;
export type CrawlOptionsInput = z.input<typeof crawlOptionsSchema>;

/** A crawl's seeds (normalised) and options, as a run keeps them. */
export const crawlPlanSchema = z.strictObject({
  seeds: z.array(z.string()).readonly(),
  /** Name of the source whose run this is, as it stands in every article's record; absent in a one-off crawl. */
  source: z.string().min(1).optional(),
  /** W3C `traceparent` of what started the run, where traces are asked for; see tracing.ts. */
  trace: z.string().optional(),
  options: crawlOptionsSchema,
});
export type CrawlPlan = z.output<typeof crawlPlanSchema>;

const CRAWL_ID_LENGTH = 16;

/**
 * The crawl's identity: its source, else its seeds and what decides which pages belong to it. A later run with
 * another limit or delay is the same crawl, and so is a source whose seeds have changed.
 */
export function crawlId(plan: CrawlPlan): string {
  const { depth, include, exclude, name } = plan.options;
  const scope = [plan.seeds.toSorted(), depth, include.toSorted(), exclude.toSorted()];
  const named = name === null ? scope : [name];
  return plan.source === undefined ? digest(JSON.stringify(named)) : sourceCrawlId(plan.source);
}

/** The identity of a source's crawl. */
export function sourceCrawlId(source: string): string {
  return digest(JSON.stringify({ source }));
}

function digest(identity: string): string {
  return createHash("sha256").update(identity).digest("hex").slice(0, CRAWL_ID_LENGTH);
}

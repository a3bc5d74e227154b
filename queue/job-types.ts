import { z } from "zod";

/** A page to fetch, by its place in the frontier. */
export const crawlJobSchema = z.strictObject({
  runId: z.string().min(1),
  /** The frontier's name of the page. */
  id: z.string().min(1),
  url: z.url(),
  depth: z.int().nonnegative(),
  referrer: z.url().nullable(),
});
export type CrawlJob = z.output<typeof crawlJobSchema>;

/** A fetched page to extract. Its body stays in the page archive; only the key travels. */
export const extractJobSchema = z.strictObject({
  runId: z.string().min(1),
  id: z.string().min(1),
  url: z.url(),
  archiveKey: z.string().min(1),
});
export type ExtractJob = z.output<typeof extractJobSchema>;

import { normalizeUrl } from "../crawler/normalize-url.ts";
import { createScope } from "../crawler/scope.ts";
import { UsageError } from "../errors.ts";
import { crawlOptionsSchema, type CrawlOptionsInput, type CrawlPlan } from "./crawl-options.ts";

/**
 * Makes the plan of a crawl: seeds normalised, each once, options with their defaults.
 * @param seeds Absolute http(s) URLs: front pages, feeds or sitemaps.
 * @param source Name of the source whose run it is to be.
 * @throws UsageError for seeds and patterns that cannot be: they are refused now, not by a worker later.
 */
export function planCrawl(seeds: readonly string[], input: CrawlOptionsInput, source?: string): CrawlPlan {
  const options = crawlOptionsSchema.parse(input);
  for (const seed of seeds) {
    if (!URL.canParse(seed) || !/^https?:$/u.test(new URL(seed).protocol)) {
      throw new UsageError("invalid-url", `${JSON.stringify(seed)} is no absolute http or https URL.`);
    }
  }
  if (seeds.length === 0) throw new UsageError("usage", "A crawl needs at least one seed URL.");
  const normalized = [...new Set(seeds.map((seed) => normalizeUrl(seed)))];
  createScope({ seeds: normalized, include: options.include, exclude: options.exclude });
  return { seeds: normalized, ...(source === undefined ? {} : { source }), options };
}

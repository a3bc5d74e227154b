import { z } from "zod";
import type { CrawlOptionsInput } from "../../queue/crawl-options.ts";
import { refuseOptions } from "./refuse-unknown.ts";

const MOST_PAGES = 10_000;

const pathsSchema = z.array(z.string().min(1).max(1000)).max(100).nullish();

const knownSchema = z.looseObject({
  url: z.string().min(1).max(2048),
  includePaths: pathsSchema,
  excludePaths: pathsSchema,
  regexOnFullURL: z.boolean().default(false),
  maxDiscoveryDepth: z.int().min(0).max(1000).nullish(),
  /** The first version's name for the depth, counted in steps of the path; taken as links followed. */
  maxDepth: z.int().min(0).max(1000).nullish(),
  limit: z.int().min(1).max(10_000_000).nullish(),
  delay: z.number().min(0).max(3600).nullish(),
  crawlEntireDomain: z.boolean().default(false),
  allowBackwardLinks: z.boolean().default(false),
  allowExternalLinks: z.boolean().default(false),
  allowSubdomains: z.boolean().default(false),
  sitemap: z.enum(["skip", "include", "only"]).optional(),
  ignoreSitemap: z.boolean().default(false),
});

const NO_MEANING: Readonly<Record<string, string>> = {
  prompt: "it needs a language model",
  allowExternalLinks: "a crawl without borders has no end; name every host as a seed of /api/v1/crawl",
  allowSubdomains: "name the hosts as seeds of /api/v1/crawl",
  ignoreRobotsTxt: "start the server with --ignore-robots to do that for all pages",
  robotsUserAgent: "robots.txt is asked in Galley's own name",
  zeroDataRetention: "fetched pages are kept; galley prune removes them",
};

/** A crawl request in Galley's terms. */
export interface ReadCrawlRequest {
  readonly url: string;
  readonly options: CrawlOptionsInput;
}

/** A pattern of Firecrawl (a regular expression on the path, or on the whole URL) as one of Galley's. */
function toPattern(source: string, onFullUrl: boolean): string {
  if (onFullUrl) return `re:${source}`;
  const onPath = source.startsWith("^") ? `/?(?:${source.slice(1)})` : `[^?#]*?(?:${source})`;
  return `re:^https?://[^/?#]+${onPath}`;
}

/** Without `crawlEntireDomain` only what lies below the URL's own path is crawled. */
function ownPath(url: string): readonly string[] {
  const { pathname } = URL.canParse(url) ? new URL(url) : { pathname: "/" };
  const folder = pathname.endsWith("/") ? pathname : `${pathname}/`;
  return pathname === "/" ? [] : [`${folder}**`, pathname];
}

/** @throws ZodError for what does not fit; RequestError (unsupported) for what Galley has no meaning for */
export function readCrawlRequest(
  given: Readonly<Record<string, unknown>>,
  delayMs: number,
): ReadCrawlRequest {
  const request = knownSchema.parse(given);
  refuseOptions(request, NO_MEANING);
  const { url, regexOnFullURL, includePaths, excludePaths } = request;
  const include = (includePaths ?? []).map((source) => toPattern(source, regexOnFullURL));
  const all = request.crawlEntireDomain || request.allowBackwardLinks;
  const discover = request.sitemap === undefined ? !request.ignoreSitemap : request.sitemap !== "skip";
  const onlySitemap = request.sitemap === "only";
  return {
    url,
    options: {
      limit: request.limit ?? MOST_PAGES,
      depth: onlySitemap ? 1 : (request.maxDiscoveryDepth ?? request.maxDepth ?? null),
      include: include.length > 0 || all ? include : [...ownPath(url)],
      exclude: (excludePaths ?? []).map((source) => toPattern(source, regexOnFullURL)),
      delayMs: request.delay === undefined || request.delay === null ? delayMs : request.delay * 1000,
      discover,
    },
  };
}

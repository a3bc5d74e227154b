import { discoverFeeds } from "../crawler/discover-links.ts";
import { isSince, type ListedUrl, type Listing } from "../crawler/listing.ts";
import { createScope } from "../crawler/scope.ts";
import { GalleyError } from "../errors.ts";
import type { PageRequest } from "../types.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import type { HeldPage, WorkContext } from "./work-context.ts";

/** A page of a crawl that named something to follow. */
interface NamingPage extends HeldPage {
  readonly request: PageRequest;
  readonly plan: CrawlPlan;
}

/**
 * An index names sitemaps and no further indexes (sitemaps.org); some sites nest them all the same, and a generated one
 * could go on for ever. Each level below the first counts as a link, and this many are followed.
 */
const DEEPEST_SITEMAP = 3;

/** Links from a seed to what a listing names. */
function depthOf(kind: ListedUrl["kind"], { depth, referrer }: PageRequest): number {
  return kind === "page" || referrer !== null ? depth + 1 : depth;
}

function scopeOfItems({ seeds, options }: CrawlPlan): (url: string) => boolean {
  const { include, exclude } = options;
  const scope = createScope({ seeds, include, exclude, hosts: "any" });
  return (url) => scope(url).ok;
}

/**
 * What a feed or sitemap leads to. Its pages are one link away from it; the sitemaps of an index are as deep as it,
 * since nobody thinks of them as links. What a seed feed names is in scope on any host: whoever named the feed
 * asked for its items, and many feeds live on hosts of their own.
 */
export function listedRequests(
  page: NamingPage,
  listing: Listing,
  inScope: (url: string) => boolean,
): readonly PageRequest[] {
  const { depth: deepest, since } = page.plan.options;
  const sinceMs = since === null ? null : Date.parse(since);
  const isSeedFeed =
    page.request.referrer === null && listing.kind !== "sitemap" && listing.kind !== "sitemap-index";
  const follows = isSeedFeed ? scopeOfItems(page.plan) : inScope;
  return listing.entries
    .filter(({ modified }) => isSince(modified, sinceMs))
    .filter(({ url, kind }) => kind === "sitemap" || follows(url))
    .map(({ url, kind }) => ({ url, kind, depth: depthOf(kind, page.request) }))
    .filter(({ kind, depth }) => depth <= (kind === "page" ? (deepest ?? depth) : DEEPEST_SITEMAP))
    .map(({ url, depth }) => ({ url, depth, referrer: page.url }));
}

/** The feeds that a seed page names and the sitemaps that its robots.txt names, where the crawl asks for them. */
export async function discoverListings(
  context: WorkContext,
  page: NamingPage,
  seed: { readonly finalUrl: string; readonly html: () => string },
): Promise<readonly PageRequest[]> {
  const { options } = page.plan;
  if (!options.discover || page.request.referrer !== null) return [];
  const turns = context.hostTurns.forPage(options.delayMs);
  const sitemaps = await context
    .fetcherFor(options)
    .sitemaps(seed.finalUrl, context.hardStop, turns.take)
    // The page itself was allowed a moment ago; a robots.txt that breaks now costs its sitemaps alone.
    .catch((error: unknown) => {
      if (error instanceof GalleyError && !context.hardStop.aborted) return [];
      throw error;
    });
  const feeds = discoverFeeds(seed.html(), seed.finalUrl);
  const { depth } = page.request;
  return [
    ...feeds.map((url) => ({ url, depth, referrer: page.url })),
    // Named by the site itself, not by a page of it: they are seeds like others.
    ...sitemaps.map((url) => ({ url, depth, referrer: null })),
  ];
}

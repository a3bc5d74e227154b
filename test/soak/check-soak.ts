import assert from "node:assert/strict";
import { connectRedis } from "../../queue/redis-connection.ts";
import { openFrontier } from "../../queue/frontier.ts";
import { CRAWL_QUEUE, EXTRACT_QUEUE, openQueues } from "../../queue/queues.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import type { BigSite } from "../site/big-site.ts";

const PAGE = 500;

/** Every story is stored under its own URL, in one version, with one event; nothing else is. */
export async function assertStoredOnce(store: ArticleStore, site: BigSite): Promise<void> {
  const stored: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { articles, next } = await store.list({ after, limit: PAGE });
    for (const { url, canonicalUrl, revision } of articles) {
      assert.equal(revision.n, 1, `${url} was stored in ${revision.n} versions`);
      stored.push(canonicalUrl ?? url);
    }
    after = next;
    more = next !== null;
  }
  assert.deepEqual(stored.toSorted(), site.stories.toSorted());
  const events = new Set<string>();
  for (let after = 0, more = true; more;) {
    const batch = await store.events({ after, limit: PAGE });
    for (const { seq, articleId, type } of batch) {
      assert.equal(type, "new");
      assert.ok(!events.has(articleId), `${articleId} has two events`);
      events.add(articleId);
      after = seq;
    }
    more = batch.length > 0;
  }
  assert.equal(events.size, site.stories.length);
}

/** No run is left, and neither queue holds a job in any state. */
export async function assertNothingLeft(socketPath: string): Promise<void> {
  const redis = connectRedis({ socketPath }, "soak-check");
  const queues = openQueues(redis, (error) => {
    throw error;
  });
  try {
    assert.deepEqual(await openFrontier(redis).runs(), []);
    for (const name of [CRAWL_QUEUE, EXTRACT_QUEUE] as const) {
      const counts = await queues[name].getJobCounts();
      const left = Object.entries(counts).filter(([, count]) => count > 0);
      assert.deepEqual(left, [], `${name} has jobs left`);
    }
  } finally {
    await queues.close();
    redis.disconnect();
  }
}

export interface Gaps {
  /** Requests that were looked at. */
  readonly requests: number;
  /** The shortest gap between two requests to a host without a Crawl-delay, in milliseconds. */
  readonly shortest: number;
  /** The same for hosts with a Crawl-delay; Infinity where there is none. */
  readonly shortestWithCrawlDelay: number;
}

/**
 * Reads the site's own log: between two requests to a host, robots.txt and redirects included, there is never less
 * than the delay; from the first page on never less than the host's Crawl-delay, which nobody knows before.
 */
export function assertGaps(site: BigSite, delayMs: number): Gaps {
  const last = new Map<string, { readonly at: number; readonly knows: boolean }>();
  const gaps = { shortest: Number.POSITIVE_INFINITY, shortestWithCrawlDelay: Number.POSITIVE_INFINITY };
  for (const { host, path, at } of site.requests) {
    assert.ok(!path.startsWith("/private/"), `${host}${path} is disallowed`);
    const before = last.get(host);
    const crawlDelayMs = site.crawlDelayOf(host);
    const knows = before?.knows === true;
    const gap = at - (before?.at ?? Number.NEGATIVE_INFINITY);
    const due = Math.max(delayMs, knows ? crawlDelayMs : 0);
    assert.ok(gap >= due, `${host} was asked for ${path} after ${gap} ms; its delay is ${due} ms`);
    if (crawlDelayMs === 0) gaps.shortest = Math.min(gaps.shortest, gap);
    else if (knows) gaps.shortestWithCrawlDelay = Math.min(gaps.shortestWithCrawlDelay, gap);
    last.set(host, { at, knows: knows || path !== "/robots.txt" });
  }
  return { requests: site.requests.length, ...gaps };
}

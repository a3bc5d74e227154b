import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test, type TestContext } from "node:test";
import type { CrawlOptionsInput } from "../../queue/crawl-options.ts";
import { runCrawl, type CrawlReport } from "../../queue/run-crawl.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { storedUrls, testFolder, testParts, testRedis } from "./test-place.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

interface Walk {
  readonly report: CrawlReport;
  /** Paths that the site was asked for, robots.txt left out. */
  readonly asked: readonly string[];
  readonly stored: readonly string[];
}

async function walk(t: TestContext, seeds: readonly string[], options: CrawlOptionsInput): Promise<Walk> {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const from = site.requests.length;
  const report = await runCrawl({
    seeds,
    options: { delayMs: 0, ...options },
    redis: redis.client,
    ...parts,
  });
  const asked = site.requests.slice(from).map(({ path }) => path);
  return {
    report,
    asked: asked.filter((path) => path !== "/robots.txt").toSorted(),
    stored: await storedUrls(parts.store),
  };
}

const ORIGIN = () => site.origin("kestrel");
const ARTICLES = () => site.articles.filter(({ host }) => host === "kestrel.localhost");
const PATHS = () => ARTICLES().map(({ path }) => path);

for (const feed of ["/rss.xml", "/atom.xml", "/feed.json", "/sitemap.xml", "/sitemaps/all.xml.gz"]) {
  test(`a crawl from ${feed} fetches what it names, each page once, and stores it`, async (t) => {
    const { report, asked, stored } = await walk(t, [ORIGIN() + feed], { depth: 1 });
    assert.deepEqual(asked, [feed, ...PATHS()].toSorted());
    assert.deepEqual(
      stored,
      ARTICLES()
        .map(({ url }) => url)
        .toSorted(),
    );
    assert.deepEqual(
      [report.counts.fetched, report.counts.skipped, report.counts.failed],
      [PATHS().length + 1, 1, 0],
    );
  });
}

test("an unchanged feed is asked for on condition, and followed as it was", async (t) => {
  const folder = await testFolder();
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const seeds = ["/rss.xml", "/sitemaps/all.xml.gz"].map((path) => ORIGIN() + path);
  const crawl = { seeds, options: { delayMs: 0, depth: 1 }, redis: redis.client, ...parts };
  await runCrawl(crawl);
  const from = site.requests.length;
  const { counts } = await runCrawl(crawl);
  assert.deepEqual(
    [counts.unchanged, counts.found, counts.skipped],
    [PATHS().length + 2, PATHS().length + 2, 0],
  );
  const asked = site.requests.slice(from).filter(({ path }) => path !== "/robots.txt");
  assert.equal(asked.length, counts.found);
  assert.ok(asked.every(({ headers }) => headers["if-none-match"] !== undefined));
});

test("what a seed feed names on another host is fetched, and what that host links to is not", async (t) => {
  const feed = `<rss version="2.0"><channel><title>Elsewhere</title><item><title>x</title><link>${ORIGIN()}${PATHS()[0]}</link></item></channel></rss>`;
  const server = createServer((request, response) => {
    if (request.url !== "/feed") response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/xml" }).end(feed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const seed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const { asked, report } = await walk(t, [seed], {});
  assert.deepEqual(asked, [PATHS()[0]]);
  assert.equal(report.counts.stored, 1);
  const { asked: excluded } = await walk(t, [seed], { exclude: ["/**"] });
  assert.deepEqual(excluded, []);
});

test("a sitemap index is followed into its sitemaps, news and gzip, without a depth of their own", async (t) => {
  const { asked } = await walk(t, [`${ORIGIN()}/sitemap-index.xml`], { depth: 1 });
  const maps = ["/sitemap-index.xml", "/sitemaps/news.xml", "/sitemaps/all.xml.gz"];
  assert.deepEqual(asked, [...maps, ...PATHS()].toSorted());
});

test("indexes that name further indexes without an end are left", async (t) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const level = Number(/\/map\/(\d+)/u.exec(request.url ?? "")?.[1] ?? Number.NaN);
    if (Number.isNaN(level)) {
      response.writeHead(404).end();
      return;
    }
    asked.push(request.url ?? "");
    const next = `http://127.0.0.1:${(server.address() as AddressInfo).port}/map/${level + 1}`;
    response.writeHead(200, { "content-type": "text/xml" });
    response.end(`<sitemapindex><sitemap><loc>${next}</loc></sitemap></sitemapindex>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  await walk(t, [`http://127.0.0.1:${(server.address() as AddressInfo).port}/map/1`], {});
  assert.deepEqual(asked, ["/map/1", "/map/2", "/map/3", "/map/4", "/map/5"]);
});

test("with since only newer items are followed", async (t) => {
  const dates = ARTICLES()
    .map(({ datePublished }) => Date.parse(datePublished))
    .toSorted((a, b) => a - b);
  const since = new Date(dates[Math.floor(dates.length / 2)] ?? 0).toISOString();
  const { asked } = await walk(t, [`${ORIGIN()}/rss.xml`], { depth: 1, since });
  const newer = ARTICLES().filter(({ datePublished }) => Date.parse(datePublished) >= Date.parse(since));
  assert.ok(newer.length > 0 && newer.length < ARTICLES().length);
  assert.deepEqual(asked, ["/rss.xml", ...newer.map(({ path }) => path)].toSorted());
});

test("discover reads the feeds of the front page and the sitemaps of robots.txt", async (t) => {
  const { asked } = await walk(t, [`${ORIGIN()}/`], { depth: 0, discover: true });
  const listings = ["/feed.json", "/rss.xml", "/sitemap.xml", "/sitemap-index.xml"];
  assert.deepEqual(asked, ["/", ...listings, "/sitemaps/news.xml", "/sitemaps/all.xml.gz"].toSorted());
  const whole = await walk(t, [`${ORIGIN()}/`], { depth: 1, discover: true });
  for (const path of PATHS()) assert.equal(whole.asked.filter((it) => it === path).length, 1, path);
});

import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { FirecrawlAppV1, FirecrawlClient } from "@mendable/firecrawl-js";
import type { Site, SiteArticle } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

// The official SDK, as published, against the whole server.

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const TOKEN = "fc-a-token-of-the-test";

async function connect(
  t: Parameters<typeof startTestServer>[0],
): Promise<{ server: TestServer; client: FirecrawlClient; v1: FirecrawlAppV1 }> {
  const server = await startTestServer(t, { tokens: { sdk: TOKEN } });
  const given = { apiKey: TOKEN, apiUrl: server.origin };
  return { server, client: new FirecrawlClient(given), v1: new FirecrawlAppV1(given) };
}

function articlesOf(host: string): readonly SiteArticle[] {
  return site.articles.filter((article) => article.host === `${host}.localhost`);
}

function someArticle(): SiteArticle {
  const [article] = articlesOf("kestrel");
  assert.ok(article !== undefined);
  return article;
}

test("scrape: the formats that were asked for, and the page's facts", async (t) => {
  const { client } = await connect(t);
  const article = someArticle();
  const document = await client.scrape(article.url, { formats: ["markdown", "html", "rawHtml", "links"] });
  const paragraph = article.paragraphs[1] ?? "?";
  assert.ok(document.markdown?.includes(paragraph));
  for (const line of article.boilerplate) assert.ok(!document.markdown?.split("\n").includes(line), line);
  assert.ok(document.html?.includes("<p>"));
  assert.ok(document.rawHtml?.startsWith("<!doctype html>"));
  assert.ok((document.links ?? []).length > 5);
  assert.equal(document.metadata?.title, article.title);
  assert.equal(document.metadata?.sourceURL, article.url);
  assert.equal(document.metadata?.statusCode, 200);
  assert.equal(document.metadata?.publishedTime, article.datePublished);
  const plain = await client.scrape(article.url);
  assert.ok(plain.markdown !== undefined && plain.html === undefined && plain.links === undefined);
});

test("scrape: all of the page, parts of it, and a page that was fetched before", async (t) => {
  const { client } = await connect(t);
  const article = someArticle();
  const menu = article.boilerplate[0] ?? "?";
  const whole = await client.scrape(article.url, { onlyMainContent: false });
  assert.ok(whole.markdown?.includes(menu), menu);
  const headings = await client.scrape(article.url, { onlyMainContent: false, includeTags: ["h1"] });
  assert.ok(
    headings.markdown?.includes(article.title) && !headings.markdown.includes(article.paragraphs[1] ?? "?"),
  );
  const without = await client.scrape(article.url, {
    onlyMainContent: false,
    excludeTags: ["p", "li", "div > span"],
  });
  assert.ok(!without.markdown?.includes(article.paragraphs[1] ?? "?"));
  const asked = site.requests.length;
  const again = await client.scrape(article.url, { maxAge: 3_600_000 });
  assert.equal(again.metadata?.cacheState, "hit");
  assert.equal(site.requests.length, asked, "nobody was asked again");
  assert.equal((await client.scrape(article.url, { maxAge: 0 })).metadata?.cacheState, "miss");
});

test("scrape: a page built by script, with time for its scripts", async (t) => {
  const { client } = await connect(t);
  const built = site.articles.find(({ needsBrowser }) => needsBrowser);
  assert.ok(built !== undefined);
  const document = await client.scrape(built.url, { waitFor: 50, timeout: 60_000 });
  assert.ok(document.markdown?.includes(built.paragraphs[1] ?? "?"));
});

test("what Galley has no meaning for is refused by name, never ignored", async (t) => {
  const { server, client, v1 } = await connect(t);
  const { url } = someArticle();
  const refused = async (work: Promise<unknown>, says: RegExp): Promise<void> => {
    await assert.rejects(work, (error: Error) => {
      assert.match(error.message, says);
      return true;
    });
  };
  await refused(client.scrape(url, { formats: ["summary"] }), /format "summary"/u);
  await refused(
    client.scrape(url, { formats: [{ type: "json", prompt: "What is it about?" }] }),
    /format "json"/u,
  );
  await refused(client.scrape(url, { formats: ["screenshot"] }), /format "screenshot"/u);
  await refused(client.scrape(url, { actions: [{ type: "wait", milliseconds: 5 }] }), /option "actions"/u);
  await refused(client.scrape(url, { mobile: true }), /option "mobile"/u);
  await refused(client.scrape(url, { headers: { "X-Who": "me" } }), /option "headers"/u);
  await refused(client.scrape(url, { proxy: "stealth" }), /proxy "stealth"/u);
  await refused(client.scrape(url, { includeTags: ["p["] }), /no CSS selector/u);
  await refused(client.startCrawl(url, { prompt: "only the blog" }), /option "prompt"/u);
  await refused(client.startCrawl(url, { allowExternalLinks: true }), /option "allowExternalLinks"/u);
  await refused(client.search("ferries"), /"search"/u);
  await refused(client.extract({ urls: [url], prompt: "names" }), /"extract"/u);
  await refused(v1.scrapeUrl(url, { formats: ["extract"], extract: { prompt: "names" } }), /language model/u);
  const answer = await server.send(
    "POST",
    "/v2/scrape",
    { url, formats: ["summary"] },
    { authorization: `Bearer ${TOKEN}` },
  );
  assert.equal(answer.status, 400);
  assert.equal(answer.body["success"], false);
  assert.equal(answer.body["code"], "unsupported");
});

test("failures reach the client as its own errors", async (t) => {
  const { server, client } = await connect(t);
  await assert.rejects(client.scrape("http://169.254.169.254/latest/meta-data/"), {
    status: 403,
    code: "address-refused",
  });
  await assert.rejects(client.scrape(`${site.origin("odd")}/gone`), { code: "http-status" });
  await assert.rejects(client.scrape("nonsense"), { status: 400 });
  await assert.rejects(client.getCrawlStatus("nobody.1"), { status: 404 });
  const stranger = new FirecrawlClient({ apiKey: "fc-wrong", apiUrl: server.origin });
  await assert.rejects(stranger.scrape(someArticle().url), { status: 401 });
});

test("crawl: started, waited for, every document once, page by page", async (t) => {
  const { client } = await connect(t);
  const job = await client.crawl(`${site.origin("kestrel")}/`, {
    limit: 100,
    sitemap: "skip",
    scrapeOptions: { formats: ["markdown", "links"] },
    pollInterval: 1,
  });
  assert.equal(job.status, "completed");
  const urls = job.data.map(({ metadata }) => metadata?.sourceURL);
  assert.equal(new Set(urls).size, urls.length);
  for (const article of articlesOf("kestrel")) {
    const found = job.data.find(({ metadata }) => metadata?.url === article.url);
    assert.ok(found?.markdown?.includes(article.paragraphs[1] ?? "?"), article.url);
    assert.ok((found?.links ?? []).length > 0);
  }
  assert.ok(job.completed <= job.total && job.completed >= job.data.length);
});

test("crawl: paths, status without waiting, pagination by hand", async (t) => {
  const { server, client } = await connect(t);
  const { id, url } = await client.startCrawl(`${site.origin("kestrel")}/`, {
    includePaths: ["^/town/.*"],
    excludePaths: ["bakery"],
    sitemap: "skip",
  });
  assert.ok(url.startsWith(`${server.origin}/v2/crawl/`));
  let status = await client.getCrawlStatus(id);
  while (status.status === "scraping") status = await client.getCrawlStatus(id);
  const paths = status.data.map(({ metadata }) => new URL(String(metadata?.sourceURL)).pathname);
  assert.ok(paths.length > 1);
  assert.ok(
    paths.every((path) => path === "/" || (path.startsWith("/town/") && !path.includes("bakery"))),
    String(paths),
  );
  const authorization = `Bearer ${TOKEN}`;
  const collected: unknown[] = [];
  let next: string | undefined = `${url}?limit=2`;
  while (next !== undefined) {
    const page: Awaited<ReturnType<TestServer["send"]>> = await server.send("GET", next, undefined, {
      authorization,
    });
    collected.push(...(page.body["data"] as unknown[]));
    next = page.body["next"] as string | undefined;
  }
  assert.equal(collected.length, paths.length);
  const first = await client.getCrawlStatus(id, { autoPaginate: false });
  assert.equal(first.next, null);
});

test("crawl: cancelled, and listed while it runs", async (t) => {
  const server = await startTestServer(t, { work: false });
  const client = new FirecrawlClient({ apiKey: "", apiUrl: server.origin });
  const { id } = await client.startCrawl(`${site.origin("kestrel")}/`);
  assert.deepEqual(
    (await client.getActiveCrawls()).crawls.map((crawl) => crawl.id),
    [id],
  );
  assert.equal(await client.cancelCrawl(id), true);
  assert.equal((await client.getCrawlStatus(id)).status, "cancelled");
  assert.deepEqual((await client.getActiveCrawls()).crawls, []);
});

test("batch: started, waited for, with its errors and its invalid URLs", async (t) => {
  const { client } = await connect(t);
  const wanted = articlesOf("kestrel")
    .slice(0, 2)
    .map(({ url }) => url);
  const gone = `${site.origin("odd")}/gone`;
  const { id, invalidURLs } = await client.startBatchScrape([...wanted, gone, "nonsense"], {
    ignoreInvalidURLs: true,
  });
  assert.deepEqual(invalidURLs, ["nonsense"]);
  let job = await client.getBatchScrapeStatus(id);
  while (job.status === "scraping") job = await client.getBatchScrapeStatus(id);
  assert.deepEqual(job.data.map(({ metadata }) => metadata?.sourceURL).toSorted(), wanted.toSorted());
  const errors = await client.getBatchScrapeErrors(id);
  assert.deepEqual(
    errors.errors.map(({ url, code }) => [url, code]),
    [[gone, "http-status"]],
  );
  await assert.rejects(client.getCrawlStatus(id), { status: 404 }, "a batch is no crawl");
});

test("webhooks are told of every page, in order, with what the client wants sent along", async (t) => {
  const { server, client } = await connect(t);
  const heard: {
    readonly type: string;
    readonly id: string;
    readonly data: { metadata?: { sourceURL?: string } }[];
    readonly metadata: unknown;
  }[] = [];
  const secrets: unknown[] = [];
  let refusals = 1;
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      if (refusals-- > 0) return response.writeHead(503).end();
      heard.push(JSON.parse(body));
      secrets.push(request.headers["x-secret"]);
      return response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  t.after(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const urls = articlesOf("kestrel")
    .slice(0, 3)
    .map(({ url }) => url);
  const { id } = await client.startBatchScrape(urls, {
    webhook: { url: `http://127.0.0.1:${port}/hook`, headers: { "X-Secret": "s" }, metadata: { for: "us" } },
  });
  while (heard.at(-1)?.type !== "batch_scrape.completed")
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(
    heard.map(({ type }) => type),
    ["batch_scrape.started", ...urls.map(() => "batch_scrape.page"), "batch_scrape.completed"],
  );
  assert.deepEqual(
    heard.flatMap(({ data }) => data.map(({ metadata }) => metadata?.sourceURL)).toSorted(),
    urls.toSorted(),
  );
  assert.ok(
    heard.every((message) => message.id === id && (message.metadata as { for: string }).for === "us"),
  );
  assert.ok(secrets.every((secret) => secret === "s"));
  const guarded = await startTestServer(t, { allowNet: [], work: false });
  const before = heard.length;
  const inward = new FirecrawlClient({ apiKey: "", apiUrl: guarded.origin });
  const job = await inward.startBatchScrape(["https://a.example/"], {
    webhook: `http://127.0.0.1:${port}/hook`,
  });
  await inward.cancelBatchScrape(job.id);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(heard.length, before, "a private address is not told");
  assert.ok(server.origin !== guarded.origin);
});

test("map: the site's pages, by word and without its sitemap", async (t) => {
  const { client, v1 } = await connect(t);
  const front = `${site.origin("kestrel")}/`;
  const { links } = await client.map(front);
  assert.ok(links.some(({ url }) => url === someArticle().url));
  const bakery = await client.map(front, { search: "bakery" });
  assert.ok(bakery.links.length > 0 && bakery.links.every(({ url }) => url.includes("bakery")));
  assert.equal((await client.map(front, { limit: 2 })).links.length, 2);
  const answer = await v1.mapUrl(front, { ignoreSitemap: true });
  assert.ok(answer.success && (answer.links ?? []).every((link) => typeof link === "string"));
});

test("the first version's client does the same", async (t) => {
  const { v1 } = await connect(t);
  const article = someArticle();
  const scraped = await v1.scrapeUrl(article.url, { formats: ["markdown", "content"] });
  assert.ok(scraped.success && scraped.markdown?.includes(article.paragraphs[1] ?? "?"));
  const crawled = await v1.crawlUrl(`${site.origin("kestrel")}/`, { limit: 5, ignoreSitemap: true }, 1);
  assert.ok(crawled.success && crawled.status === "completed");
  assert.ok(crawled.data.length > 0 && crawled.data.length <= 5);
  const batch = await v1.batchScrapeUrls([article.url], { formats: ["markdown"] }, 1);
  assert.ok(batch.success && batch.data[0]?.markdown?.includes(article.paragraphs[1] ?? "?"));
});

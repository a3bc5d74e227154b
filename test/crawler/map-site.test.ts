import assert from "node:assert/strict";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test, type TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher } from "../../crawler/fetch-page.ts";
import { mapSite, type MappedFile, type MappedUrl, type MapSiteOptions } from "../../crawler/map-site.ts";
import { GalleyError } from "../../errors.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";

let site: Site;
const fetcher = createPageFetcher({
  render: "never",
  listings: "read",
  guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
  userAgent: "GalleyBot/test",
  robots: "obey",
  executablePath: () => Promise.reject(new Error("no browser here")),
});
before(async () => {
  site = await startSite();
});
after(async () => {
  await fetcher.close();
  await site.close();
});

async function mapOf(
  url: string,
  options: Partial<MapSiteOptions> = {},
): Promise<{ readonly pages: readonly MappedUrl[]; readonly files: readonly MappedFile[] }> {
  const pages: MappedUrl[] = [];
  const files: MappedFile[] = [];
  for await (const page of mapSite({ url, fetcher, onFile: (file) => files.push(file), ...options }))
    pages.push(page);
  return { pages, files };
}

test("a map lists every article once with its date, and fetches none", async () => {
  const from = site.requests.length;
  for (const seed of site.seeds) {
    const { pages } = await mapOf(seed);
    const urls = pages.map(({ url }) => url);
    assert.equal(new Set(urls).size, urls.length, `${seed} lists a URL twice`);
    for (const article of site.articles.filter(({ host }) => host === new URL(seed).hostname)) {
      const found =
        pages.find(({ url }) => url === article.url) ?? assert.fail(`${article.url} is not listed`);
      assert.equal(found.source, "sitemap");
      assert.ok(Date.parse(found.modified ?? "") >= Date.parse(article.datePublished), article.url);
    }
  }
  const asked = new Set(site.requests.slice(from).map(({ host, path }) => host + path));
  for (const { host, path } of site.articles)
    assert.ok(!asked.has(host + path), `${host}${path} was fetched`);
});

test("since leaves out what is older, also where a link leads to it", async () => {
  const all = await mapOf(`${site.origin("kestrel")}/`);
  const sinceMs = Date.parse("2026-03-01T00:00:00Z");
  const some = await mapOf(`${site.origin("kestrel")}/`, { sinceMs });
  const expected = all.pages.filter(({ modified }) => modified === null || Date.parse(modified) >= sinceMs);
  assert.ok(expected.length < all.pages.length);
  assert.deepEqual(some.pages.map(({ url }) => url).toSorted(), expected.map(({ url }) => url).toSorted());
});

test("a feed or sitemap is listed alone, an index through its sitemaps, and patterns hold", async () => {
  const origin = site.origin("kestrel");
  const articles = site.articles.filter(({ host }) => host === "kestrel.localhost").map(({ url }) => url);
  const feed = await mapOf(`${origin}/atom.xml`);
  assert.deepEqual(feed.pages.map(({ url }) => url).toSorted(), articles.toSorted());
  assert.ok(feed.pages.every(({ source }) => source === "feed"));
  const index = await mapOf(`${origin}/sitemap-index.xml`);
  assert.deepEqual(index.pages.map(({ url }) => url).toSorted(), articles.toSorted());
  const foundOn = new Set(index.pages.map((page) => new URL(page.foundOn).pathname));
  assert.deepEqual([...foundOn].toSorted(), ["/sitemaps/all.xml.gz", "/sitemaps/news.xml"]);
  const town = await mapOf(`${origin}/`, { include: ["/town/**"] });
  assert.deepEqual(
    town.pages.map(({ url }) => url).toSorted(),
    articles.filter((url) => new URL(url).pathname.startsWith("/town/")).toSorted(),
  );
});

/** A site of a few files of the test's own; answers 404 for others. */
async function smallFiles(
  t: TestContext,
  files: Readonly<Record<string, (response: ServerResponse) => void>>,
) {
  const server = createServer((request, response) => {
    const answer = files[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = (type: string, body: string) => (response: ServerResponse) =>
  void response.writeHead(200, { "content-type": type }).end(body);

test("without a word in robots.txt the usual sitemap is tried, and one that is missing is no failure", async (t) => {
  const page = send("text/html", `<!doctype html><title>Lock</title><a href="/gate">Gate</a>`);
  const silent = await smallFiles(t, { "/": page });
  const { pages, files } = await mapOf(`${silent}/`);
  assert.deepEqual(
    pages.map(({ url, source }) => [url, source]),
    [[`${silent}/gate`, "link"]],
  );
  assert.ok(files.every(({ ok }) => ok));
  const usual = await smallFiles(t, {
    "/": page,
    "/sitemap.xml": send("text/xml", `<urlset><url><loc>/sluice</loc></url></urlset>`),
  });
  const found = await mapOf(`${usual}/`);
  assert.deepEqual(
    found.pages.map(({ source }) => source),
    ["sitemap", "link"],
  );
});

test("a sitemap that fails is named and passed over, one that names itself is read once", async (t) => {
  const files: Record<string, (response: ServerResponse) => void> = {
    "/": send("text/html", `<!doctype html><title>Lock</title><a href="/gate">Gate</a>`),
    "/broken.xml": (response) => void response.writeHead(410).end(),
    "/loop.xml": send("text/xml", `<sitemapindex><sitemap><loc>/loop.xml</loc></sitemap></sitemapindex>`),
  };
  const origin = await smallFiles(t, files);
  files["/robots.txt"] = send("text/plain", `Sitemap: ${origin}/broken.xml\nSitemap: /loop.xml\n`);
  const mapped = await mapOf(`${origin}/`);
  assert.deepEqual(
    mapped.pages.map(({ url }) => url),
    [`${origin}/gate`],
  );
  const failed = mapped.files.filter((file) => !file.ok);
  assert.deepEqual(
    failed.map(({ url, error }) => [url, error.code]),
    [[`${origin}/broken.xml`, "http-status"]],
  );
  assert.equal(mapped.files.filter(({ url }) => url === `${origin}/loop.xml`).length, 1);
});

test("indexes that name further indexes without an end are left", async (t) => {
  const files: Record<string, (response: ServerResponse) => void> = {};
  const origin = await smallFiles(t, files);
  for (let level = 0; level < 20; level += 1) {
    const index = `<sitemapindex><sitemap><loc>/map/${level + 1}</loc></sitemap></sitemapindex>`;
    files[`/map/${level}`] = send("text/xml", index);
  }
  const mapped = await mapOf(`${origin}/map/0`);
  assert.deepEqual([mapped.pages.length, mapped.files.length], [0, 5]);
});

test("what is no page is refused as ever", async () => {
  await assert.rejects(
    mapOf(`${site.origin("odd")}/files/minutes.pdf`),
    (error) => error instanceof GalleyError && error.code === "not-html",
  );
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { foldSpace } from "./html.ts";
import { requestPage } from "./request-page.ts";
import type { Site } from "./site-types.ts";
import { startSite } from "./start-site.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const INLINE = /<\/?(?:a|b|i|em|strong|span|font|small)(?:\s[^>]*)?>/g;

/** The text of a page without its scripts, as a reader of the raw HTML sees it. */
function htmlText(html: string): string {
  const text = html
    .replace(/<(script|style|title)[\s>].*?<\/\1>/gs, " ")
    .replace(INLINE, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return foldSpace(text);
}

/** Every address that a page links to, absolute and without fragment. */
function linksOf(html: string, base: string): string[] {
  return [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(
    ([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), base).href,
  );
}

async function pageText(url: string): Promise<string> {
  const { status, body } = await requestPage(url);
  assert.equal(status, 200, url);
  return body.toString();
}

/** Follows the links of listings from the front page and gives every address linked to. */
async function walkHost(seed: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>([seed]);
  for (const url of seen) {
    const html = await pageText(url);
    for (const link of linksOf(html, url)) seen.add(link);
  }
  return seen;
}

test("holds enough articles on enough hosts", () => {
  assert.ok(site.articles.length >= 60, `${site.articles.length} articles`);
  assert.ok(site.hosts.length >= 9, `${site.hosts.length} hosts`);
  assert.ok(!site.hosts.includes("odd.localhost"));
  assert.equal(new Set(site.articles.map(({ url }) => url)).size, site.articles.length);
  assert.deepEqual([...new Set(site.articles.map(({ host }) => host))], [...site.hosts]);
});

test("every link of every page resolves, and leads to every article of its host", async () => {
  for (const seed of site.seeds) {
    const { host, hostname } = new URL(seed);
    const seen = await walkHost(seed);
    const canonical = new Set([...seen].map((url) => url.replace(/[?&]utm_.*/, "")));
    for (const url of seen) assert.equal(new URL(url).host, host, `${seed} links to another host: ${url}`);
    for (const article of site.articles.filter((article) => article.host === hostname)) {
      assert.ok(canonical.has(article.url), `no link leads to ${article.url}`);
    }
    assert.ok(seen.size > canonical.size, `${seed} links to nothing by two URLs`);
  }
});

test("every article page holds its expected text in order, or none of it where a script builds the page", async () => {
  for (const article of site.articles) {
    const html = await pageText(article.url);
    const text = htmlText(html);
    assert.match(html, new RegExp(`<link rel="canonical" href="${RegExp.escape(article.url)}">`));
    assert.ok(html.includes(article.datePublished), `${article.url} does not give its date`);
    assert.ok(article.paragraphs.length >= 5, `${article.url} is short`);
    if (article.needsBrowser) {
      assert.equal(
        article.paragraphs.filter((line) => html.includes(line.slice(0, 20))).length,
        0,
        article.url,
      );
      continue;
    }
    assert.ok(text.includes(article.title), `${article.url} does not show its title`);
    let from = 0;
    for (const line of article.paragraphs) {
      const at = text.indexOf(line, from);
      assert.notEqual(at, -1, `${article.url} lacks, in this order: ${line}`);
      from = at + line.length;
    }
    for (const line of article.boilerplate)
      assert.ok(text.includes(line), `${article.url} lacks the line ${line}`);
  }
});

test("attributions that look like list items are paragraphs of their own", () => {
  const lines = new Set(site.articles.flatMap(({ paragraphs }) => paragraphs));
  for (const line of ["- Reith stated.", "- Bodnarchuk stated.", "- розповіла Гончар."]) {
    assert.ok(lines.has(line), line);
  }
});

test("no boilerplate line is a line of its article, and no long one is part of its text", () => {
  for (const { url, title, paragraphs, boilerplate } of site.articles) {
    const text = paragraphs.join("\n");
    assert.ok(boilerplate.length >= 5, `${url} has hardly any boilerplate`);
    for (const line of boilerplate) {
      assert.ok(line !== title && !paragraphs.includes(line), `${url}: ${line}`);
      assert.ok(line.length < 24 || !text.includes(line), `${url}: ${line}`);
    }
  }
});

test("no two articles share a long paragraph but the copies that are meant", () => {
  const seen = new Map<string, string>();
  const pairs = new Set<string>();
  for (const { paragraphs, host, url } of site.articles) {
    for (const line of paragraphs.filter((line) => line.length > 60)) {
      const other = seen.get(line);
      if (other !== undefined) pairs.add([other, host].join(" "));
      assert.notEqual(other, host, `${url} repeats a paragraph of its own host: ${line}`);
      seen.set(line, host);
    }
  }
  assert.deepEqual([...pairs].toSorted(), [
    "harbour.localhost meridian.localhost",
    "kestrel.localhost svitanok.localhost",
  ]);
});

test("script-built articles are in the JSON that their script asks for", async () => {
  const shells = site.articles.filter(({ needsBrowser }) => needsBrowser);
  assert.ok(shells.length >= 4);
  for (const article of shells) {
    const slug = article.path.split("/").pop();
    const json = JSON.parse(await pageText(`${site.origin(article.host)}/api/stories/${slug}.json`)) as {
      readonly standfirst: string;
      readonly blocks: readonly string[];
    };
    const text = htmlText([json.standfirst, ...json.blocks].join("\n"));
    for (const line of article.paragraphs) assert.ok(text.includes(line), `${article.url} lacks ${line}`);
  }
});

test("every host has robots.txt, a sitemap and a feed that name all its articles", async () => {
  for (const host of site.hosts) {
    const origin = site.origin(host);
    const robots = await pageText(`${origin}/robots.txt`);
    assert.ok(robots.includes(`Sitemap: ${origin}/sitemap.xml`));
    const [sitemap, feed] = [await pageText(`${origin}/sitemap.xml`), await pageText(`${origin}/rss.xml`)];
    for (const { url } of site.articles.filter((article) => article.host === host)) {
      assert.ok(sitemap.includes(`<loc>${url}</loc>`), `${host}: the sitemap lacks ${url}`);
      assert.ok(feed.includes(`>${url}</guid>`), `${host}: the feed lacks ${url}`);
    }
  }
});

test("two sites serve the same pages, but for the port", async () => {
  const other = await startSite();
  try {
    for (const [index, article] of site.articles.entries()) {
      const twin = other.articles[index];
      assert.ok(twin !== undefined);
      const [one, two] = [await pageText(article.url), await pageText(twin.url)];
      assert.equal(one.replaceAll(`:${site.port}`, ""), two.replaceAll(`:${other.port}`, ""));
    }
  } finally {
    await other.close();
  }
});

test("answers conditional requests with 304, unknown paths with 404, and logs both", async () => {
  const url = site.articles[0]?.url ?? "";
  const { headers } = await requestPage(url);
  const again = await requestPage(url, { "if-none-match": headers.etag ?? "", "user-agent": "site-test" });
  assert.deepEqual([again.status, again.body.length], [304, 0]);
  assert.equal((await requestPage(`${site.origin("kestrel")}/nowhere`)).status, 404);
  const [conditional, missing] = site.requests.slice(-2);
  assert.equal(conditional?.userAgent, "site-test");
  assert.equal(conditional?.headers["if-none-match"], headers.etag);
  assert.deepEqual([missing?.host, missing?.path, missing?.method], ["kestrel.localhost", "/nowhere", "GET"]);
  assert.ok((missing?.at ?? 0) >= (conditional?.at ?? Infinity));
});

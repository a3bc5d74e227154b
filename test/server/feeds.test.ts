import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parseJsonFeed, parseRssFeed } from "feedsmith";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { hostileArticle } from "./hostile-article.ts";
import { startTestServer, until } from "./test-server.ts";

type RssItem = NonNullable<ReturnType<typeof parseRssFeed>["items"]>[number];

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test("both feeds read back with the articles' whole text, by search and by host, hostile ones inert", async (t) => {
  const server = await startTestServer(t);
  const seeds = [`${site.origin("kestrel")}/`, `${site.origin("minato")}/`];
  const { body } = await server.send("POST", "/api/v1/crawl", { seeds, delayMs: 0 });
  await until(
    () => server.send("GET", `/api/v1/crawl/${String(body["id"])}`),
    (answer) => answer.body["state"] !== "running",
  );
  const { articles } = await server.parts.store.list({ after: null, limit: 100 });
  const [first] = articles;
  assert.ok(first !== undefined);
  await server.parts.store.put([hostileArticle(first)]);
  const read = async (path: string): Promise<string> => {
    const response = await fetch(`${server.origin}${path}`);
    assert.equal(response.status, 200);
    return response.text();
  };
  const rss = parseRssFeed(await read("/feeds/rss?host=kestrel.localhost"));
  const expected = articles.filter(({ url }) => new URL(url).hostname === "kestrel.localhost");
  assert.equal(rss.items?.length, expected.length);
  for (const article of expected) {
    const item: RssItem | undefined = rss.items?.find(({ link }) => link === article.url);
    assert.equal(item?.title, article.headline);
    const text = (item?.content?.encoded ?? "").replaceAll(/<[^>]+>/gu, " ");
    assert.ok(text.includes(article.articleBody.split("\n")[0] ?? "?"), article.url);
    assert.equal(new Date(item?.pubDate ?? 0).getTime(), Date.parse(article.datePublished ?? ""));
  }
  const json = parseJsonFeed(await read("/feeds/json"));
  assert.equal(json.items?.length, articles.length + 1);
  const japanese = articles.find(({ inLanguage }) => inLanguage === "ja");
  const shown = json.items?.find(({ url }) => url === japanese?.url);
  assert.equal(shown?.content_text, japanese?.articleBody);
  const hostile = json.items?.find(({ id }) => id?.startsWith("hostile"));
  assert.ok(!/<script|<iframe|javascript:|onerror/iu.test(hostile?.content_html ?? "<script"));
  const found = parseJsonFeed(await read(`/feeds/json?q=${encodeURIComponent('"varnish it"')}`));
  assert.equal(found.items?.length, 1);
  assert.equal(
    (JSON.parse(await read("/feeds/json?q=nothingofthekind")) as { items: unknown[] }).items.length,
    0,
  );
  const whole = await read("/feeds/rss");
  assert.equal(
    parseRssFeed(whole).items?.length,
    articles.length + 1,
    "a hostile title does not break the feed",
  );
});

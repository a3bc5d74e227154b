import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright";
import { sourceSchema } from "../../queue/sources/source-schema.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { hostileArticle } from "./hostile-article.ts";
import { findFaults, launchBrowser, showPage, type Shown } from "./show-page.ts";
import { startHungSite } from "./hung-site.ts";
import { startTestServer, until, type TestServer } from "./test-server.ts";

// Every page as a person meets it: in Chromium, with the page's own policy in force.

let site: Site;
let browser: Browser;
before(async () => {
  site = await startSite();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const show = (url: string, options: BrowserContextOptions = {}): Promise<Shown> =>
  showPage(browser, url, options);

async function seriousFindings(url: string, options: BrowserContextOptions): Promise<readonly string[]> {
  // The checker is a script of ours, which the page's policy rightly keeps out.
  const { page } = await show(url, { ...options, bypassCSP: true });
  const findings = await findFaults(page);
  await page.context().close();
  return findings;
}

/** A server with a crawled host, a source that has run, an article with two revisions and a hostile one. */
async function filledServer(t: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(t);
  const { schedules, store } = server.parts;
  await schedules.apply([
    sourceSchema.parse({
      name: "kestrel",
      seeds: [`${site.origin("kestrel")}/`],
      delay: 0,
      cron: "0 4 * * *",
    }),
    sourceSchema.parse({ name: "quiet", seeds: [`${site.origin("manara")}/`], delay: 0 }),
  ]);
  await schedules.begin("kestrel");
  await until(
    async () => {
      await schedules.settle();
      return schedules.get("kestrel");
    },
    ({ last }) => last?.state === "finished",
  );
  const [article] = (await store.list({ after: null, limit: 1 })).articles;
  assert.ok(article !== undefined);
  const { revision: _revision, ...record } = article;
  const articleBody = `${record.articleBody}\n\nA line that came later.`;
  await store.put([{ ...record, articleBody, dedup: { ...record.dedup, contentHash: "f".repeat(64) } }]);
  await store.put([hostileArticle(record)]);
  return server;
}

const pathsOf = async ({ parts }: TestServer): Promise<readonly string[]> => {
  const { articles } = await parts.store.list({ after: null, limit: 100 });
  const revised = articles.find(({ revision }) => revision.n > 1);
  const arabic = articles.find(({ inLanguage }) => inLanguage === "ar");
  const ids = [revised?.id, arabic?.id, "hostile"].filter((id) => id !== undefined);
  return [
    "/",
    "/sources/kestrel",
    "/articles",
    "/articles?q=river",
    "/articles?pageType=nonsense",
    "/define",
    "/define?source=kestrel",
    "/failures",
    "/jobs",
    "/docs",
    ...ids.map((id) => `/articles/${id}`),
  ];
};

test("no page complains, none has a serious fault for those who cannot see or point, none runs off a phone", async (t) => {
  const server = await filledServer(t);
  for (const path of await pathsOf(server)) {
    const url = `${server.origin}${path}`;
    for (const colorScheme of ["light", "dark"] as const) {
      const options = { colorScheme, viewport: { width: colorScheme === "dark" ? 390 : 1280, height: 800 } };
      const { page, complaints } = await show(url, options);
      assert.deepEqual(complaints, [], path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide at ${options.viewport.width}`);
      await page.context().close();
      assert.deepEqual(await seriousFindings(url, options), [], `${path} ${colorScheme}`);
    }
  }
});

test("sources are run, paused and resumed by the keyboard, without a script", async (t) => {
  const server = await startTestServer(t, { work: false });
  await server.parts.schedules.apply([
    sourceSchema.parse({ name: "kestrel", seeds: [`${site.origin("kestrel")}/`], cron: "0 4 * * *" }),
  ]);
  const { page } = await show(`${server.origin}/`, { javaScriptEnabled: false });
  const press = async (name: string): Promise<void> => {
    const button = page.getByRole("button", { name: `${name} kestrel` });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sources/kestrel");
    await button.waitFor({ state: "detached" });
  };
  await press("Pause");
  assert.equal((await server.parts.schedules.get("kestrel")).state, "paused");
  await press("Resume");
  assert.equal((await server.parts.schedules.get("kestrel")).state, "active");
  await press("Run now");
  assert.notEqual((await server.parts.schedules.get("kestrel")).running, null);
  assert.equal(await page.getByRole("button", { name: "Run now kestrel" }).count(), 0);
  await page.context().close();
});

test("articles are found, read beside their page, and compared with what they were", async (t) => {
  const server = await filledServer(t);
  const { page } = await show(`${server.origin}/articles`, { javaScriptEnabled: false });
  await page.getByLabel("Search", { exact: true }).fill('"varnish it"');
  await page.keyboard.press("Enter");
  await page.waitForURL("**q=**");
  await page.getByRole("link", { name: /Tolliver/u }).click();
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /Tolliver/u);
  const removed = page.locator(".original .cut.type-newsletter").first();
  assert.ok((await removed.innerText()).includes("newsletter"));
  assert.ok((await page.locator(".original p").count()) > 5, "the page's own text stands beside it");
  const revised = (await server.parts.store.list({ after: null, limit: 100 })).articles.find(
    (a) => a.revision.n > 1,
  );
  await page.goto(`${server.origin}/articles/${revised?.id}`);
  await page.getByText("What changed in the text").click();
  assert.equal((await page.locator(".diff ins").innerText()).trim(), "A line that came later.");
  await page.context().close();
});

test("a hostile article is inert on every page and in every feed", async (t) => {
  const server = await filledServer(t);
  for (const path of ["/articles", "/articles/hostile"]) {
    const { page, complaints } = await show(`${server.origin}${path}`);
    assert.deepEqual(complaints, [], path);
    assert.equal(await page.evaluate(() => "hacked" in globalThis), false);
    assert.equal(await page.locator("main script, main iframe, main img, [onclick], [onerror]").count(), 0);
    const schemes = await page
      .locator("a")
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).protocol));
    assert.deepEqual(
      schemes.filter((scheme) => !/^https?:$/u.test(scheme)),
      [],
    );
    await page.context().close();
  }
  const rss = await (await fetch(`${server.origin}/feeds/rss`)).text();
  assert.equal(
    rss.includes("<script"),
    rss.includes("<![CDATA[") && /<!\[CDATA\[(?:(?!\]\]>)[\s\S])*<script/u.test(rss),
  );
});

test("failed pages are seen and tried again; the queue is looked at and not changed", async (t) => {
  const server = await startTestServer(t);
  const gone = `${site.origin("odd")}/gone`;
  const { body } = await server.send("POST", "/api/v1/batch/scrape", { urls: [gone] });
  await until(
    () => server.send("GET", `/api/v1/crawl/${String(body["id"])}`),
    (answer) => answer.body["state"] !== "running",
  );
  const { page, complaints } = await show(`${server.origin}/failures`, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("link", { name: gone }).count(), 1);
  const asked = site.requests.filter(({ path }) => path === "/gone").length;
  await page.getByRole("button", { name: `Retry ${gone}` }).click();
  await until(
    async () => site.requests.filter(({ path }) => path === "/gone").length,
    (count) => count > asked,
  );
  assert.deepEqual(complaints, []);
  await page.context().close();
  for (const colorScheme of ["light", "dark"] as const)
    assert.deepEqual(await seriousFindings(`${server.origin}/failures`, { colorScheme }), []);
  const board = await show(`${server.origin}/queue/`);
  await board.page.getByText("crawl", { exact: true }).first().waitFor();
  await board.page.waitForLoadState("networkidle");
  assert.deepEqual(board.complaints, [], "Bull Board asks nobody else for anything");
  await board.page.context().close();
  const refused = await fetch(`${server.origin}/queue/api/queues/crawl/pause`, { method: "PUT" });
  assert.ok(refused.status >= 400, String(refused.status));
  assert.equal(await server.parts.queues.crawl.isPaused(), false);
});

test("the queue shows what is in work, without a script", async (t) => {
  const server = await startTestServer(t);
  const { url, asked, release } = await startHungSite(t);
  const { body } = await server.send("POST", "/api/v1/batch/scrape", { urls: [url] });
  await asked;
  const { page } = await show(`${server.origin}/jobs`, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("rowheader", { name: "crawl" }).count(), 1);
  assert.equal(await page.getByRole("link", { name: url }).count(), 1);
  assert.equal(await page.getByRole("link", { name: /Bull Board/u }).getAttribute("href"), "/queue/");
  await page.context().close();
  await server.send("DELETE", `/api/v1/crawl/${String(body["id"])}`);
  release();
});

test("a page that is not there says so to people", async (t) => {
  const server = await startTestServer(t, { work: false });
  const { page } = await show(`${server.origin}/articles/nobody`);
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /no such thing/u);
  await page.context().close();
});

test("what changes on the server shows by itself where the script runs", async (t) => {
  const server = await startTestServer(t, { work: false });
  const { page } = await show(`${server.origin}/`);
  await server.parts.schedules.apply([
    sourceSchema.parse({ name: "later", seeds: ["https://later.example/"] }),
  ]);
  await page.getByRole("link", { name: "later" }).waitFor();
  await page.context().close();
});

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { discoverLinks } from "../../crawler/discover-links.ts";
import { createPageFetcher } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";
import { scanHtml } from "../../crawler/scan-html.ts";
import { createScope } from "../../crawler/scope.ts";
import { GalleyError } from "../../errors.ts";
import { oddPages } from "../site/odd/odd-pages.ts";
import { startSite } from "../site/start-site.ts";

const CHROMIUM = findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null });

const site = await startSite();
const fetcher = createPageFetcher({
  render: "auto",
  guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
  userAgent: "GalleyBot/test",
  robots: "obey",
  timeoutMs: 120_000,
  executablePath: async () => CHROMIUM ?? assert.fail("no Chromium"),
});
after(async () => {
  await fetcher.close();
  await site.close();
});

const ask = (url: string) => ({ url, depth: 0, referrer: null });

/** Characters that the browser's serialiser and the site may write in two ways fall away. */
function textOf(html: string): string {
  let text = "";
  scanHtml(html, { onText: (chars) => void (text += chars), onStartTag: () => undefined });
  return text.replace(/\s+/gu, "");
}

for (const article of site.articles) {
  const skip = article.needsBrowser && CHROMIUM === null ? "no Chromium here" : false;
  test(
    `${article.url.replace(/:\d+/u, "")} by ${article.needsBrowser ? "browser" : "HTTP"}`,
    { skip },
    async () => {
      const { page } = await fetcher.fetch(ask(article.url));
      assert.equal(page.renderer, article.needsBrowser ? "browser" : "http");
      assert.equal(page.robots.verdict, "allowed");
      const text = textOf(page.html);
      for (const paragraph of article.paragraphs) {
        assert.ok(text.includes(paragraph.replace(/\s+/gu, "")), paragraph);
      }
    },
  );
}

test("front pages come over HTTP and lead to every article, through links in scope alone", async () => {
  const inScope = createScope({ seeds: site.seeds, include: [], exclude: [] });
  const seen = new Set<string>(site.seeds);
  const queue = [...site.seeds];
  for (let url = queue.shift(); url !== undefined && seen.size < 2_000; url = queue.shift()) {
    const fetched = await fetcher.fetch(ask(url)).catch(() => null);
    if (fetched === null) continue;
    if (site.seeds.includes(url)) assert.equal(fetched.page.renderer, "http", url);
    for (const link of discoverLinks(fetched.page.html, fetched.page.finalUrl)) {
      if (seen.has(link) || !inScope(link).ok) continue;
      seen.add(link);
      queue.push(link);
    }
  }
  const missing = site.articles.filter(({ url }) => !seen.has(url)).map(({ url }) => url);
  assert.deepEqual(missing, []);
});

/** What the odd pages without an article end in. */
const ENDS: readonly (readonly [path: RegExp, code: string])[] = [
  [/loop|self/u, "redirect-loop"],
  [/link-local/u, "address-refused"],
  [/nowhere|status|limited/u, "http-status"],
  [/endless|huge/u, "too-large"],
  [/truncated|hang-up/u, "connection-failed"],
  [/files/u, "not-html"],
  [/private/u, "robots-disallowed"],
];

for (const odd of oddPages) {
  const code = ENDS.find(([path]) => path.test(odd.path))?.[1] ?? "a page";
  test(`odd page ${odd.path}, ${odd.what}: ${code}`, async () => {
    const fetched = fetcher.fetch(ask(site.origin("odd") + odd.path));
    if (code !== "a page") {
      await assert.rejects(fetched, (error) => error instanceof GalleyError && error.code === code);
      return;
    }
    const { page } = await fetched;
    assert.equal(page.renderer, "http");
    if (odd.leadsTo !== null) assert.equal(page.finalUrl, site.origin("odd") + odd.leadsTo);
    for (const paragraph of odd.paragraphs ?? []) {
      assert.ok(textOf(page.html).includes(paragraph.replace(/\s+/gu, "")), paragraph);
    }
  });
}

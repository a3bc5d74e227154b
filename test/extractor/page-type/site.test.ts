import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";
import { classifyPage, type PageClass } from "../../../extractor/page-type/classify-page.ts";
import { readPage } from "../../../extractor/page.ts";
import { requestPage } from "../../site/request-page.ts";
import type { Site } from "../../site/site-types.ts";
import { startSite } from "../../site/start-site.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

async function classify(url: string): Promise<{ readonly found: PageClass; readonly document: Document }> {
  const { status, body } = await requestPage(url);
  assert.equal(status, 200, url);
  const document = parseHtml(body.toString(), { url, engine: "slim" });
  return {
    found: classifyPage(readPage({ document, metadata: extractMetadata(document, { url }), url })),
    document,
  };
}

const told = (url: string, { pageType, chances }: PageClass): string =>
  `${url} is taken for: ${pageType} ${JSON.stringify(chances)}`;

/** Front pages, section lists and the pages after them. */
const LIST_PATH = /^\/(?:section\/[^/]+)?(?:\/?page\/\d+|\/)?$/;

/** Every list of a host: its front page and whatever lists are reached from there. */
async function listsOf(seed: string): Promise<ReadonlyMap<string, PageClass>> {
  const lists = new Map<string, PageClass>();
  const queue = new Set([seed]);
  for (const url of queue) {
    const { found, document } = await classify(url);
    lists.set(url, found);
    for (const link of document.querySelectorAll("a[href]")) {
      const target = new URL(link.getAttribute("href") ?? "", url);
      target.search = "";
      target.hash = "";
      if (target.href.startsWith(seed) && LIST_PATH.test(target.pathname)) queue.add(target.href);
    }
  }
  return lists;
}

test("every article that needs no script is taken for an article", async () => {
  const lost: string[] = [];
  for (const { url } of site.articles.filter(({ needsBrowser }) => !needsBrowser)) {
    const { found } = await classify(url);
    if (!found.isArticle) lost.push(told(url, found));
  }
  assert.deepEqual(lost, []);
});

test("no front page, section list or further page of one is taken for an article", async () => {
  const wrong: string[] = [];
  for (const seed of site.seeds) {
    const lists = await listsOf(seed);
    assert.ok(lists.size > 3, `${seed} has ${lists.size} lists`);
    for (const [url, found] of lists) if (found.isArticle) wrong.push(told(url, found));
  }
  assert.deepEqual(wrong, []);
});

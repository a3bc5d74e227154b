import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { foldSpace } from "../../../extractor/blocks.ts";
import { listBlocks } from "../../../extractor/list-blocks.ts";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractText } from "../../../extractor/text-mode/extract-text.ts";
import { requestPage } from "../../site/request-page.ts";
import type { Site, SiteArticle } from "../../site/site-types.ts";
import { startSite } from "../../site/start-site.ts";

// Pinned: lower one only on purpose. One standfirst of the site stands where captions stand, over a credit.
const MOST_LOST_PARAGRAPHS = 1;
const FEWEST_BOILERPLATE_GONE = 0.9;
const FEWEST_HEADLINES = 0.98;

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** A page as a WET file has it: a line for each block. */
async function dumpOf(article: SiteArticle): Promise<string> {
  const html = (await requestPage(article.url)).body.toString("utf8");
  const document = parseHtml(html, { url: article.url, engine: "slim" });
  const { blocks } = listBlocks(document.body ?? document.documentElement);
  return blocks
    .filter(({ hidden }) => !hidden)
    .map(({ text }) => text)
    .join("\n");
}

test("whole pages of the local site as text: the article stays, the page goes", async () => {
  const lost: string[] = [];
  const tally = { boilerplate: 0, left: 0, pages: 0, headlines: 0 };
  for (const article of site.articles.filter(({ needsBrowser }) => !needsBrowser)) {
    const text = await dumpOf(article);
    const { articleBody, headline } = extractText({ text, url: article.url });
    const body = foldSpace(articleBody);
    lost.push(
      ...article.paragraphs.filter((paragraph) => text.includes(paragraph) && !body.includes(paragraph)),
    );
    const given = new Set(text.split("\n").map(foldSpace));
    const kept = new Set(articleBody.split("\n").map(foldSpace));
    tally.boilerplate += article.boilerplate.filter((line) => given.has(line)).length;
    tally.left += article.boilerplate.filter((line) => kept.has(line)).length;
    tally.pages += 1;
    tally.headlines += foldSpace(headline ?? "") === foldSpace(article.title) ? 1 : 0;
  }
  assert.ok(tally.pages > 50 && tally.boilerplate > 500);
  assert.ok(lost.length <= MOST_LOST_PARAGRAPHS, lost.join("\n"));
  assert.ok(1 - tally.left / tally.boilerplate >= FEWEST_BOILERPLATE_GONE, JSON.stringify(tally));
  assert.ok(tally.headlines / tally.pages >= FEWEST_HEADLINES, JSON.stringify(tally));
});

test("the site's stories as clean text come out unchanged", () => {
  for (const { title, paragraphs } of site.articles) {
    for (const separator of ["\n", "\n\n"]) {
      const result = extractText({ text: [title, ...paragraphs].join(separator), url: null });
      assert.equal(result.articleBody, paragraphs.join(separator), title);
      assert.equal(result.headline, title);
    }
  }
});

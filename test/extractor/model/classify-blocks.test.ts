import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";
import { blockFeatures } from "../../../extractor/model/block-features.ts";
import {
  classifyBlocks,
  contentProbability,
  judgeBlocks,
  tellReasons,
} from "../../../extractor/model/classify-blocks.ts";
import { askRules } from "../../../extractor/model/rule-answer.ts";
import { classifyPage } from "../../../extractor/page-type/classify-page.ts";
import { type Page, readPage } from "../../../extractor/page.ts";

const PARAGRAPHS = [
  "When the bakery on Mill Lane closed last spring, the people of the village gathered in the church hall and asked each other who would bake the bread. Nobody had an answer that evening.",
  "Three weeks later a retired mechanic named Tomas Reiner knocked on the mayor's door. He had never baked anything but pizza, he said, but he could repair the oven, and somebody else could learn the rest.",
  "The oven, a brick monster from 1931, took him two months. He replaced the flue, welded the door and found a supplier for firebricks two valleys away, who sold him the last forty of a size no longer made.",
  "By September six neighbours took turns at night. The first loaves were flat, the second batch burned, and the third was sold out before eight in the morning, although it was raining.",
  "Today the bakery opens four days a week. It makes no profit, and the accounts hang on the wall beside the door for everyone to read.",
];

const LINKS = ["Sport", "Weather", "Culture", "Traffic", "Letters"];

const HTML = `<!doctype html><html lang="en"><head><title>The village that baked for itself</title></head><body>
<header class="site-header"><nav class="main-nav"><ul>${LINKS.map((l) => `<li><a href="/${l}">${l}</a></li>`).join("")}</ul></nav></header>
<main><article class="post"><h1>The village that baked for itself</h1>
<p class="byline">By Marta Holm</p>
<div class="entry-content">${PARAGRAPHS.slice(0, 3)
  .map((p) => `<p>${p}</p>`)
  .join("")}
<h2>Bread by turns</h2>${PARAGRAPHS.slice(3)
  .map((p) => `<p>${p}</p>`)
  .join("")}</div>
<div class="newsletter-signup"><p>Subscribe to our newsletter and never miss a story</p></div>
<section class="related"><h3>Related stories</h3><ul>
<li><a href="/a">Mill reopens after twenty years</a></li><li><a href="/b">The last cobbler of Mill Lane</a></li><li><a href="/c">Who owns the village hall?</a></li></ul></section>
</article></main>
<footer class="site-footer"><p>© 2024 Valley Courier. All rights reserved.</p><ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact</a></li></ul></footer>
</body></html>`;

function read(engine: "slim" | "jsdom") {
  const url = "https://valley-courier.example/bakery";
  const parse = (html: string): Document => parseHtml(html, { url, engine });
  const document = parse(HTML);
  const page = readPage({ document, url, metadata: extractMetadata(document, { url }) });
  const pageClass = classifyPage(page);
  const rules = askRules(page, pageClass, () =>
    parse("<!doctype html><html><head></head><body></body></html>"),
  );
  return { page, rules, pageClass };
}

const contentOf = (page: Page, verdicts: ReturnType<typeof classifyBlocks>): readonly string[] =>
  page.blocks.filter((_, i) => verdicts[i]?.isContent).map((block) => block.text);

test("keeps the story's paragraphs and its heading, and nothing around them", () => {
  const { page, rules, pageClass } = read("slim");
  const content = contentOf(page, classifyBlocks(page, rules, pageClass));
  for (const paragraph of [...PARAGRAPHS, "Bread by turns"])
    assert.ok(content.includes(paragraph), paragraph);
  const rest = content.filter(
    (text) => ![...PARAGRAPHS, "Bread by turns", "The village that baked for itself"].includes(text),
  );
  assert.deepEqual(rest, []);
});

test("gives the same answers every time and on both DOMs", () => {
  const [slim, again, reference] = [read("slim"), read("slim"), read("jsdom")];
  const verdicts = ({ page, rules, pageClass }: typeof slim) =>
    classifyBlocks(page, rules, pageClass).map(({ probability }) => probability);
  assert.deepEqual(verdicts(slim), verdicts(again));
  assert.deepEqual(verdicts(slim), verdicts(reference));
});

test("answers in a hurry as it does in full, whatever the least probability", () => {
  const { page, rules, pageClass } = read("slim");
  const verdicts = classifyBlocks(page, rules, pageClass);
  for (const least of [contentProbability(pageClass.pageType), 0.02, 0.9, 0.999]) {
    const hurried = judgeBlocks(page, rules, {
      chances: pageClass.chances,
      least: new Float64Array(page.blocks.length).fill(least),
    });
    assert.deepEqual(
      Array.from(hurried),
      verdicts.map(({ probability }) => Number(probability >= least)),
    );
  }
});

test("names the part of the blocks around among the reasons", () => {
  const { page, rules, pageClass } = read("slim");
  const reasons = classifyBlocks(page, rules, pageClass)[0]?.reasons() ?? [];
  assert.ok(reasons.some(({ feature, weight }) => feature === "blocks-around" && weight !== 0));
});

test("tells why a block was dropped", () => {
  const { page, rules, pageClass } = read("slim");
  const verdicts = classifyBlocks(page, rules, pageClass);
  const at = page.blocks.findIndex((block) => block.text.startsWith("Subscribe to our newsletter"));
  const reasons = verdicts[at]?.reasons() ?? [];
  assert.ok(reasons.length > 3);
  assert.match(
    tellReasons(reasons.filter(({ weight }) => weight < 0)),
    /^[a-z0-9-]+ -?[\d.]+ \(-\d+\.\d\), /,
  );
});

test("features have the same names on every page, and none of them is missing", () => {
  const { page, rules, pageClass } = read("slim");
  const { names, rows } = blockFeatures(page, rules, pageClass.chances);
  assert.equal(new Set(names).size, names.length);
  for (const row of rows) {
    assert.equal(row.length, names.length);
    assert.ok(row.every(Number.isFinite));
  }
});

test("a page without text has no verdicts", () => {
  const document = parseHtml("<!doctype html><html><head></head><body></body></html>", {
    url: null,
    engine: "slim",
  });
  const page = readPage({ document, url: null, metadata: extractMetadata(document, { url: null }) });
  assert.deepEqual(
    classifyBlocks(
      page,
      { attempted: new Set(), kept: new Set(), typeOf: () => null, isSure: () => false },
      classifyPage(page),
    ),
    [],
  );
});

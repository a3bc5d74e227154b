import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { chromium } from "playwright";
import { findChromium } from "../../../crawler/find-chromium.ts";
import { explainPage } from "../../../extractor/explain/explain-page.ts";
import { extract } from "../../../extractor/extract.ts";
import { extractText } from "../../../extractor/text-mode/extract-text.ts";
import { BLOCK_TYPES } from "../../../types.ts";
import { readTextFixtures } from "../text-mode/read-fixture.ts";

const PARAGRAPHS = [
  "The kite fliers of Sand Row have agreed to come down at sunset, after the third night on which the lighthouse keeper counted more kites than ships.",
  "Their oldest member, who builds his kites from sails, says the wind is best when the lamp is lit. The keeper answered that this is exactly his complaint.",
  "From Saturday a bell will ring at the fishermen's chapel, and everybody has ten minutes to wind in the line. Whoever is late must carry oil up the tower.",
];
const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)> ]]> --> </style></details>`;
const escaped = HOSTILE.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const PAGE = `<!doctype html><html lang="en"><head><title>${escaped}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News ${escaped}</a></nav>
<article><h1>${escaped} Kites</h1><p class='a"b&gt;c'>${PARAGRAPHS.join(`</p>\n<p>`)}</p><h2>The bell</h2>
<p>${escaped} was the first thing that the keeper wrote into the log book on the evening after the meeting, and nobody knows why he did so.</p>
<div class="related"><h3>Related</h3><ul><li><a href="/x">${escaped}</a></li></ul></div></article>
<footer>All rights reserved \u202e ${escaped}</footer></body></html>`;

function parse(page: string): Document {
  return new JSDOM(page).window.document;
}

/** Nothing in the page can run, load or leave. */
function assertInert(document: Document): void {
  assert.equal(
    document.querySelectorAll("script, img, iframe, object, embed, link, form, base, svg").length,
    0,
  );
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      assert.doesNotMatch(name, /^on/u);
      assert.doesNotMatch(value, /^\s*javascript:/iu);
      assert.ok(!["src", "srcset", "action", "background"].includes(name), name);
    }
  }
  assert.doesNotMatch(document.querySelector("style")?.textContent ?? "", /url\(|@import|expression/u);
}

const chromiumPath = findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null }) ?? "";

const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();
const textsOf = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => flat(element.textContent ?? ""));

test("the page shows what was kept and what was removed, with its rule", () => {
  const input = { html: PAGE, url: "http://paper.example/kites" };
  const document = parse(explainPage(input));
  const { articleBody, extraction } = extract(input);
  const kept = textsOf(document, "main > .kept");
  for (const paragraph of articleBody.split("\n\n")) assert.ok(kept.includes(flat(paragraph)), paragraph);
  for (const paragraph of PARAGRAPHS) assert.ok(kept.includes(paragraph));
  assert.deepEqual(
    textsOf(document, ".cut .said"),
    extraction.removed.map(({ text }) => flat(text.replace("\u202e", "\ufffd"))),
  );
  assert.deepEqual(
    [...document.querySelectorAll(".cut summary")].map((element) => element.getAttribute("title")),
    extraction.removed.map(({ type, rule }) => `${type}: ${rule}`),
  );
  const types = new Set(extraction.removed.map(({ type }) => type));
  const legend = textsOf(document, ".legend li");
  assert.equal(legend.length, types.size);
  for (const type of types) {
    const count = extraction.removed.filter((block) => block.type === type).length;
    assert.ok(
      legend.some((line) => line.startsWith(`${type}${count} block`)),
      `${type} ${count}`,
    );
  }
  assert.match(flat(document.querySelector(".totals")?.textContent ?? ""), /Kept \d+ blocks?, \d+ words/u);
});

test("hostile titles, texts and addresses are text", () => {
  for (const url of [`javascript:alert(1)//${HOSTILE}`, `http://paper.example/${HOSTILE}`, null]) {
    const document = parse(explainPage({ html: PAGE, url }));
    assertInert(document);
    assert.match(document.title, /<script>alert\(1\)<\/script>/u);
  }
  const dump = `${HOSTILE}\n${PARAGRAPHS.join("\n")}\nRead more: ${HOSTILE}\n\u0000\u0007\ud800`;
  assertInert(parse(explainPage({ text: dump, url: null })));
  const link = parse(explainPage({ html: PAGE, url: "javascript:alert(1)" })).querySelectorAll("a");
  assert.equal(link.length, 0);
});

test("a dump is shown like a page", () => {
  for (const { name, dump, url, lines } of readTextFixtures()) {
    const document = parse(explainPage({ text: dump, url }));
    assertInert(document);
    const kept = lines.filter(({ fate }) => fate === "keep").map(({ text }) => flat(text));
    assert.deepEqual(textsOf(document, "main > .kept"), kept, name);
    const { headline } = extractText({ text: dump, url });
    assert.equal(document.querySelector("h1")?.textContent, headline);
  }
});

test("empty pages have a page, too", () => {
  assert.match(explainPage({ text: "", url: null }), /The page has no text/u);
  assert.match(explainPage({ html: "", url: null }), /The page has no text/u);
});

test("in a browser: nothing is requested or run, it fits a phone, boxes hide their type", async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("dialog", () => assert.fail("a dialog"));
    await page.setContent(explainPage({ html: PAGE, url: "http://paper.example/kites" }));
    assert.deepEqual(requests, []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    const type = BLOCK_TYPES.find((one) => one === "navigation");
    assert.ok(await page.locator(`.cut.type-${type}`).first().isVisible());
    await page.locator(`#show-${type}`).uncheck();
    assert.ok(!(await page.locator(`.cut.type-${type}`).first().isVisible()));
    const cut = page.locator(".cut summary").last();
    await cut.focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.locator(".cut[open] .why").isVisible());
  } finally {
    await browser.close();
  }
});

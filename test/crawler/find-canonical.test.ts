import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalOfVariant } from "../../crawler/find-canonical.ts";

const page = (href: string, attributes = ""): string =>
  `<!doctype html><html ${attributes}><head><title>x</title><link rel="canonical" href="${href}"></head><body><link rel="canonical" href="/late"></body></html>`;
const STORY = "https://www.paper.example/news/lamp";

for (const [url, html, expected] of [
  ["https://amp.paper.example/news/lamp", page(STORY), STORY],
  ["https://m.paper.example/news/lamp", page(STORY), STORY],
  ["https://www.paper.example/amp/news/lamp", page("/news/lamp"), STORY],
  ["https://www.paper.example/news/lamp/amp/", page(`${STORY}?utm_source=amp`), STORY],
  ["https://www.paper.example/news/lamp.amp.html", page(STORY), STORY],
  ["https://www.paper.example/news/lamp?amp", page(STORY), STORY],
  ["https://www.paper.example/news/lamp?amp=1&page=2", page(STORY), STORY],
  ["https://www.paper.example/news/lamp?outputType=amp", page(STORY), STORY],
  ["https://www.paper.example/fast/lamp", page(STORY, "⚡ lang=en"), STORY],
  ["https://www.paper.example/fast/lamp", page(STORY, "amp lang=en"), STORY],
  // Not another form of a page, or no canonical page to go to.
  ["https://www.paper.example/other", page(STORY), null],
  ["https://www.paper.example/lamp/ampere", page(STORY), null],
  ["https://www.paper.example/news/lamp?amplitude=1", page(STORY), null],
  ["https://m.paper.example/news/lamp", page("/news/lamp"), null],
  ["https://m.paper.example/news/lamp", page("https://www.paper.example/"), null],
  ["https://amp.paper.example/news/lamp", page("https://m.paper.example/news/lamp"), null],
  ["https://amp.paper.example/news/lamp", page("javascript:void(0)"), null],
  ["https://amp.paper.example/news/lamp", "<!doctype html><title>x</title><body>", null],
] as const) {
  test(`${url} ${/href="[^"]*"/u.exec(html)?.[0] ?? ""} leads to ${expected ?? "no other"}`, () => {
    assert.equal(canonicalOfVariant(html, url), expected);
  });
}

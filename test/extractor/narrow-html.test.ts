import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "../../errors.ts";
import { extractWhole } from "../../extractor/extract-whole.ts";
import { narrowHtml } from "../../extractor/narrow-html.ts";

const HTML = `<!doctype html><title>Tide tables</title><body>
<nav><a href="/">Harbour office</a></nav>
<main><h1>Tide tables</h1><div class="tides"><p>High water at noon.</p><p class="note">Wind may hold it back.</p></div></main>
<footer>Harbour office, Quay 1</footer>`;

const textOf = (html: string): string =>
  extractWhole({ html, url: "https://harbour.example/tides" }).articleBody;

test("the whole page is all of its text", () => {
  assert.equal(
    textOf(HTML),
    [
      "Harbour office",
      "Tide tables",
      "High water at noon.",
      "Wind may hold it back.",
      "Harbour office, Quay 1",
    ].join("\n\n"),
  );
});

test("a page is cut down to what the selectors match, and not to what they exclude", () => {
  const part = (only: readonly string[], without: readonly string[]): string =>
    textOf(narrowHtml(HTML, { only, without }));
  assert.equal(part([".tides", "p"], [".note"]), "High water at noon.");
  assert.equal(part(["footer", "h1"], []), "Tide tables\n\nHarbour office, Quay 1", "in the page's order");
  assert.equal(part([], ["main", "nav"]), "Harbour office, Quay 1");
  assert.equal(part(["#nothing"], []), "");
  assert.equal(
    extractWhole({ html: narrowHtml(HTML, { only: ["p"], without: [] }), url: null }).headline,
    "Tide tables",
  );
});

test("what is no selector is refused by name", () => {
  assert.throws(
    () => narrowHtml(HTML, { only: ["p["], without: [] }),
    (error) => error instanceof UsageError && error.message.includes('"p["'),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";
import { keepTablesWhole } from "../../../extractor/model/keep-tables-whole.ts";
import { toRuleAnswer } from "../../../extractor/model/rule-answer.ts";
import { readPage } from "../../../extractor/page.ts";
import { createSelection } from "../../../extractor/selection.ts";
import type { BlockType } from "../../../types.ts";

const TIDES = `<table><caption>Tides at the pier</caption><tr><th>Day</th><th>High water</th><th>Height</th></tr>
  <tr><td>Monday</td><td>04:12</td><td>2.4 m</td></tr><tr><td>Tuesday</td><td>05:01</td><td>2.6 m</td></tr></table>`;

interface Case {
  readonly html: string;
  /** Texts of blocks that the model dropped; all others were kept. */
  readonly dropped: (text: string) => boolean;
  readonly settled?: readonly BlockType[];
}

/** What is kept of the page when its tables are whole. */
function textsLeft({ html, dropped, settled = [] }: Case): readonly string[] {
  const document = parseHtml(`<main>${html}</main>`, { url: null, engine: "slim" });
  const page = readPage({ document, url: null, metadata: extractMetadata(document, { url: null }) });
  const selection = createSelection(page);
  for (const block of page.blocks) selection.add(block);
  for (const block of page.blocks)
    if (dropped(block.text)) selection.remove({ target: block, type: "timestamp", rule: "date-line" });
  const rules = toRuleAnswer(page, new Set(), selection);
  keepTablesWhole(page, selection, { rules, settled: new Set(settled) });
  return selection.kept().map(({ text }) => text);
}

test("cells that went from a table which stays come back", () => {
  const left = textsLeft({ html: TIDES, dropped: (text) => ["04:12", "2.6 m", "Height"].includes(text) });
  assert.equal(left.length, 10);
});

test("a table of which most went goes", () => {
  const left = textsLeft({
    html: `<p>Before it</p>${TIDES}`,
    dropped: (text) => !["Day", "Before it"].includes(text),
  });
  assert.deepEqual(left, ["Before it"]);
});

test("what the user has decided about stays as it is", () => {
  const left = textsLeft({ html: TIDES, dropped: (text) => text === "04:12", settled: ["timestamp"] });
  assert.equal(left.length, 9);
});

test("a page laid out in a table is no data: each block of it is judged by itself", () => {
  const story =
    "The pilot boat goes out at four, whatever the weather, and comes back when the last ship is in. ".repeat(
      3,
    );
  const html = `<table><tr><td><ul><li>News</li><li>Tides</li><li>Ferries</li></ul></td><td><p>${story}</p><p>${story}more</p></td></tr>
    <tr><td>Harbour office</td><td>Imprint</td></tr></table>`;
  const left = textsLeft({ html, dropped: (text) => !text.startsWith("The pilot") });
  assert.equal(left.length, 2);
});

test("a table within a cell of another is its own", () => {
  const html = `<table><tr><td><p>Menu</p><p>Search</p></td><td>${TIDES}</td></tr></table>`;
  const left = textsLeft({ html, dropped: (text) => ["Menu", "Search", "Monday"].includes(text) });
  assert.equal(left.length, 10);
  assert.ok(left.includes("Monday"));
});

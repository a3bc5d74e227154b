import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";
import { dropLeftovers } from "../../../extractor/model/drop-leftovers.ts";
import { toRuleAnswer } from "../../../extractor/model/rule-answer.ts";
import { readPage } from "../../../extractor/page.ts";
import { createSelection } from "../../../extractor/selection.ts";
import type { BlockType, PageType } from "../../../types.ts";

const OAR = "Ash oar with a leather collar, cut to the length of the boat";
const ROPE = "Hemp rope, three strands, tarred twice, sold by the fathom";

const HTML = `<!doctype html><html lang="en"><head><title>Oars and rope</title></head><body>
<div class="top"><a href="/">Boats</a> <a href="/oars">Oars</a></div>
<ul class="slider"><li><p>${OAR}</p><p>12 pounds</p></li><li><p>${ROPE}</p><p>12 pounds</p></li></ul>
<ul class="for-phones"><li><p>${OAR}</p></li></ul>
<form><fieldset><p>Length of the oar: eight feet, nine feet, ten feet</p></fieldset></form>
<table><tr><td>made to order</td></tr><tr><td>made to order</td></tr></table></body></html>`;

/** What stays of all the page's blocks. */
function textsLeft(html: string, pageType: PageType, settled: readonly BlockType[] = []): readonly string[] {
  const document = parseHtml(html, { url: null, engine: "slim" });
  const page = readPage({ document, url: null, metadata: extractMetadata(document, { url: null }) });
  const selection = createSelection(page);
  for (const block of page.blocks) selection.add(block);
  const rules = toRuleAnswer(page, new Set(), selection);
  const typed = { ...rules, typeOf: (): BlockType => "related" };
  dropLeftovers(page, selection, { pageType, rules: typed, settled: new Set(settled) });
  return selection.kept().map(({ text }) => text);
}

test("on a list the second copy of a text goes, and so do the choices of a form", () => {
  const left = textsLeft(HTML, "collection");
  assert.deepEqual(
    left.filter((text) => text === OAR),
    [OAR],
  );
  assert.ok(left.includes(ROPE));
  assert.ok(!left.some((text) => text.startsWith("Length")));
});

test("short texts and cells stand as often as they are said", () => {
  const left = textsLeft(HTML, "collection");
  assert.equal(left.filter((text) => text === "12 pounds").length, 2);
  assert.equal(left.filter((text) => text === "made to order").length, 2);
});

test("a manual may repeat itself, and so may an article here and there", () => {
  assert.equal(textsLeft(HTML, "documentation").filter((text) => text === OAR).length, 2);
  const all = textsLeft(HTML, "article");
  assert.equal(all.filter((text) => text === OAR).length, 2);
  assert.ok(all.some((text) => text.startsWith("Length")));
});

test("what the user has decided about stays", () => {
  assert.equal(textsLeft(HTML, "collection", ["related"]).filter((text) => text === OAR).length, 2);
});

test("a page that says one short thing many times still says it", () => {
  const left = textsLeft(`<main>${"<p>The tide tables are at the pier.</p>".repeat(6)}</main>`, "service");
  assert.deepEqual(left, ["The tide tables are at the pier."]);
});

const PARAGRAPHS = [
  "The ferry to the outer islands leaves at six, before the wind gets up, and nobody on the quay expects it to wait for the post.",
  "Ole Brandt has steered it for thirty years. He knows each shoal by the colour of the water and by the birds that stand on it.",
  "In winter there are days without a passenger; then he takes flour, paraffin and the newspapers of the week before.",
  "In summer the deck is full of tents and bicycles, and the children of the islands sell gooseberries by the cup at the pier.",
  "What he will do when the bridge is built he does not say. The bridge has been about to be built since he was a boy.",
];
const body = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join("");

test("of an article that its template prints twice one copy stays, whatever is between its paragraphs", () => {
  const second = PARAGRAPHS.flatMap((text, i) => (i === 1 ? ["Photo: the quay at six", text] : [text]));
  const html = `<main><div class="wide"><h2>The ferry</h2>${body(PARAGRAPHS)}</div>
    <div class="narrow"><h2>The ferry</h2>${body(second)}</div></main>`;
  assert.deepEqual(textsLeft(html, "article"), ["The ferry", ...PARAGRAPHS, "Photo: the quay at six"]);
});

test("a paragraph right after itself is said once, a short refrain as often as it is sung", () => {
  const [first, ...rest] = PARAGRAPHS as [string, ...string[]];
  const html = `<main>${body([first, first, ...rest])}${body(["Row to the islands, row", "Row to the islands, row"])}</main>`;
  assert.deepEqual(textsLeft(html, "article"), [
    ...PARAGRAPHS,
    "Row to the islands, row",
    "Row to the islands, row",
  ]);
});

test("a plan with the same exercises each week keeps every week", () => {
  const week = [
    "Warm up for ten minutes at an easy pace, with a few steps on your toes and on your heels.",
    "Cool down for ten minutes at a walk, and stretch both legs against a wall.",
  ];
  const weeks = [3, 5, 8, 12, 15, 18].flatMap((miles) => [
    week[0],
    `${miles} miles along the river`,
    week[1],
  ]);
  assert.deepEqual(textsLeft(`<main>${body(weeks as string[])}</main>`, "article"), weeks);
});

test("who quotes what stands above says it again", () => {
  const [first, second] = PARAGRAPHS as [string, string];
  const html = `<main><p>${first}</p><blockquote>${first}</blockquote><p>${second}</p></main>`;
  assert.deepEqual(textsLeft(html, "article"), [first, first, second]);
});

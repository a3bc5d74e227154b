import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";
import { classifyPage } from "../../../extractor/page-type/classify-page.ts";
import { mendSelection } from "../../../extractor/model/mend-selection.ts";
import { toRuleAnswer } from "../../../extractor/model/rule-answer.ts";
import { readPage } from "../../../extractor/page.ts";
import { createSelection } from "../../../extractor/selection.ts";

const STORY = [
  "The miller's widow kept the ledgers for forty years, and when the river moved she kept them still, although there was no mill any more to write about.",
  "What she wrote instead was the weather, the price of eggs, who had married and who had only said so, in a hand that grew smaller as the paper grew dear.",
  "Her granddaughter found the books last winter under a bed. She is reading them aloud, one year an evening, to whoever comes to the schoolhouse at seven.",
];

const HTML = `<!doctype html><html lang="en"><head><title>The ledgers of the lost mill</title></head><body>
<div class="top-menu"><a href="/">Home</a> <a href="/village">Village</a> <a href="/valley">Valley</a></div>
<article><h1>The ledgers of the lost mill</h1><div class="entry-content">${STORY.map((p) => `<p>${p}</p>`).join("")}</div>
<div class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">How the river moved</a></li><li><a href="/2">A schoolhouse without pupils</a></li></ul></div></article>
<div class="cookie-banner"><p>We use cookies to improve this website. Accept all cookies?</p></div></body></html>`;

function readStory() {
  const document = parseHtml(HTML, { url: null, engine: "slim" });
  const page = readPage({ document, url: null, metadata: extractMetadata(document, { url: null }) });
  const find = (start: string) => {
    const block = page.blocks.find(({ text }) => text.startsWith(start));
    assert.ok(block, start);
    return block;
  };
  return {
    page,
    lost: find("What she wrote"),
    banner: find("We use cookies"),
    link: find("How the river"),
    find,
  };
}

test("a lost paragraph comes back and a related link goes, with the model's name in the ledger", () => {
  const { page, lost, link, find } = readStory();
  const selection = createSelection(page);
  for (const start of ["The miller's", "Her granddaughter", "How the river"]) selection.add(find(start));
  const rules = toRuleAnswer(page, new Set(selection.kept()), selection);
  mendSelection(page, selection, { rules, pageClass: classifyPage(page), settled: new Set() });
  assert.ok(selection.has(lost));
  assert.ok(!selection.has(link));
  assert.deepEqual(selection.reasonOf(link), { type: "boilerplate", rule: "block-model" });
});

test("a type that the user has settled is left alone", () => {
  const { page, banner, find } = readStory();
  const selection = createSelection(page);
  for (const start of ["The miller's", "What she wrote", "Her granddaughter"]) selection.add(find(start));
  selection.remove({ target: banner, type: "cookie-banner", rule: "cookie-banner" });
  const rules = toRuleAnswer(page, new Set(selection.kept()), selection);
  selection.add(banner);
  mendSelection(page, selection, {
    rules,
    pageClass: classifyPage(page),
    settled: new Set(["cookie-banner"]),
  });
  assert.ok(selection.has(banner));
});

test("what a rule is sure of stays away, however much the model takes it for content", () => {
  const { page, lost, find } = readStory();
  const selection = createSelection(page);
  for (const start of ["The miller's", "Her granddaughter"]) selection.add(find(start));
  const rules = toRuleAnswer(page, new Set(selection.kept()), selection);
  mendSelection(page, selection, {
    rules: { ...rules, isSure: (block) => block === lost },
    pageClass: classifyPage(page),
    settled: new Set(),
  });
  assert.ok(!selection.has(lost));
});

test("what is left of a list without its content goes, and as much of an article stays", () => {
  const { page, link } = readStory();
  const pageClass = classifyPage(page);
  const keptOn = (pageType: "listing" | "article"): boolean => {
    const selection = createSelection(page);
    selection.add(link);
    const rules = toRuleAnswer(page, new Set(), selection);
    mendSelection(page, selection, {
      // All but the one line are certain to go, and nothing is too doubtful for that one.
      rules: { ...rules, isSure: (block) => block !== link },
      pageClass: { ...pageClass, pageType },
      settled: new Set(),
      doubt: -1,
    });
    return selection.has(link);
  };
  assert.equal(keptOn("listing"), false);
  assert.equal(keptOn("article"), true);
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Block } from "../../../extractor/blocks.ts";
import { extractPage } from "../../../extractor/extract.ts";
import type { AfterPass, Finding, Recovery } from "../../../extractor/passes/pass.ts";
import { PASSES_AFTER } from "../../../extractor/passes/table.ts";
import type { Page } from "../../../extractor/page.ts";

const folder = new URL("../../fixtures/passes/", import.meta.url);

const pages: readonly Page[] = readdirSync(folder).map((rule) => {
  const html = readFileSync(new URL(`${rule}/page.html`, folder), "utf8");
  return extractPage({ html, url: "https://islander.example/news/story" }, { model: "none" }).page;
});

function findIn(pass: AfterPass, page: Page, kept: readonly Block[]): (Finding | Recovery)[] {
  const among = new Set(kept);
  return [...pass.find(page, { kept, has: (block) => among.has(block), wasRemoved: () => false })];
}

// The runner does not show such a pass the blocks that stay anyway: that is right only while it says the same without them.
for (const pass of PASSES_AFTER.filter(({ judgesAlone }) => judgesAlone === true)) {
  test(`the pass ${pass.name} says the same of a block whatever stands beside it`, () => {
    const together = pages.flatMap((page) => findIn(pass, page, page.blocks));
    const alone = pages.flatMap((page) => page.blocks.flatMap((block) => findIn(pass, page, [block])));
    assert.deepEqual(alone, together);
    assert.ok(together.length > 0, "no fixture has anything for this pass");
  });
}

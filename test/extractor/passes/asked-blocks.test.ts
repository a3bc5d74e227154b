import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Block } from "../../../extractor/blocks.ts";
import { extractPage } from "../../../extractor/extract.ts";
import type { AfterPass } from "../../../extractor/passes/pass.ts";
import { PASSES_AFTER } from "../../../extractor/passes/table.ts";
import type { Page } from "../../../extractor/page.ts";

const folder = new URL("../../fixtures/passes/", import.meta.url);

const pages: readonly Page[] = readdirSync(folder).map((rule) => {
  const html = readFileSync(new URL(`${rule}/page.html`, folder), "utf8");
  return extractPage({ html, url: "https://islander.example/news/story" }, { model: "none" }).page;
});

/** What a pass says of the blocks of a page that are asked about. */
function findIn(pass: AfterPass, page: Page, asks: (block: Block) => boolean): string[] {
  const found = pass.find(page, { kept: page.blocks, has: () => true, wasRemoved: () => false, asks });
  return Array.from(found).flatMap((one) => {
    const block = "recover" in one ? one.recover : one.target;
    return "textNodes" in block && asks(block) ? [`${block.index} ${one.rule}`] : [];
  });
}

// The runner does not ask again about what is settled: that is right only while the others are judged the same without it.
for (const pass of PASSES_AFTER.filter(({ recovers }) => recovers !== true)) {
  test(`the pass ${pass.name} says the same of a block whichever others are asked about`, () => {
    const all = pages.flatMap((page) => findIn(pass, page, () => true));
    const parts = [0, 1, 2].flatMap((part) =>
      pages.flatMap((page) => findIn(pass, page, ({ index }) => index % 3 === part)),
    );
    assert.deepEqual(parts.toSorted(), all.toSorted());
    assert.ok(all.length > 0, "no fixture has anything for this pass");
  });
}

test("a pass that brings blocks back points at none that is to go", () => {
  for (const pass of PASSES_AFTER.filter(({ recovers }) => recovers === true)) {
    for (const page of pages) {
      const body = {
        kept: page.blocks.slice(0, 3),
        has: ({ index }: Block) => index < 3,
        wasRemoved: () => false,
        asks: () => true,
      };
      assert.ok(Array.from(pass.find(page, body)).every((found) => "recover" in found));
    }
  }
});

import type { Block } from "./blocks.ts";
import { foldWords } from "./metadata/fold-text.ts";
import type { Page } from "./page.ts";

/** The block that shows the headline: a heading with its words, or any block with them, or the first top heading; null without. */
export function headlineBlock(page: Page): Block | null {
  const visible = page.blocks.filter((block) => !block.hidden);
  const headline = foldWords(page.metadata.facts.headline ?? "");
  const same = headline === "" ? [] : visible.filter((block) => foldWords(block.text) === headline);
  return (
    same.find((block) => block.tag === "h1") ??
    same.find((block) => /^h[2-6]$/u.test(block.tag)) ??
    visible.find((block) => block.tag === "h1") ??
    same[0] ??
    null
  );
}

import type { Block } from "./blocks.ts";
import { foldWords } from "./metadata/fold-text.ts";

/** The block that shows the headline: a heading with its words, or any block with them, or the first top heading; null without. */
export function findHeadline(blocks: readonly Block[], title: string | null): Block | null {
  const visible = blocks.filter((block) => !block.hidden);
  const headline = foldWords(title ?? "");
  const same = headline === "" ? [] : visible.filter((block) => foldWords(block.text) === headline);
  return (
    same.find((block) => block.tag === "h1") ??
    same.find((block) => /^h[2-6]$/u.test(block.tag)) ??
    visible.find((block) => block.tag === "h1") ??
    same[0] ??
    null
  );
}

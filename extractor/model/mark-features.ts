/** How much of a block's text is bold, italic, or marked as a time. */
import type { Block } from "../blocks.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";

const BOLD_SHARE = feature("bold-share");
const ITALIC_SHARE = feature("italic-share");
const TIME_SHARE = feature("time-share");

const BOLD_TAGS = new Set(["b", "strong"]);
const ITALIC_TAGS = new Set(["i", "em", "cite"]);

export function putMarks(sheet: FeatureSheet, i: number, block: Block): void {
  let bold = 0;
  let italic = 0;
  let time = 0;
  for (const node of block.textNodes) {
    for (let up = node.parentElement; up && up !== block.element; up = up.parentElement) {
      const tag = up.localName;
      if (BOLD_TAGS.has(tag)) bold += node.data.length;
      else if (ITALIC_TAGS.has(tag)) italic += node.data.length;
      else if (tag === "time") time += node.data.length;
    }
  }
  const chars = block.text.length;
  sheet.put(i, BOLD_SHARE, Math.min(1, bold / chars));
  sheet.put(i, ITALIC_SHARE, Math.min(1, italic / chars));
  sheet.put(i, TIME_SHARE, Math.min(1, time / chars));
}

/** How often a block's text occurs on its page, and how often before it: quoted posts, teasers shown twice, menus for small screens. */
import type { Block } from "../blocks.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";

const REPEATS = feature("repeats");
const REPEATS_BEFORE = feature("repeats-before");

export function putRepeats(sheet: FeatureSheet, blocks: readonly Block[]): void {
  const seen = new Map<string, number>();
  for (let i = 0; i < blocks.length; i++) {
    const { text } = blocks[i] as Block;
    const before = seen.get(text) ?? 0;
    if (before > 0) sheet.put(i, REPEATS_BEFORE, before);
    seen.set(text, before + 1);
  }
  for (let i = 0; i < blocks.length; i++) sheet.put(i, REPEATS, seen.get((blocks[i] as Block).text) ?? 1);
}

import type { BlockType, PageType } from "../../types.ts";
import type { Page } from "../page.ts";
import type { Selection } from "../selection.ts";
import { BLOCK_MODEL_RULE, classifyBlocks } from "./classify-blocks.ts";
import type { RuleAnswer } from "./rule-answer.ts";

export interface MendOptions {
  /** What the rules answered by default, that is without types the user wants kept or dropped. */
  readonly rules: RuleAnswer;
  readonly pageType: PageType;
  /** Types that the model neither removes nor brings back: the user has decided about them. */
  readonly settled: ReadonlySet<BlockType>;
}

/**
 * Mends a selection block by block: what the model takes for content comes in, what it does not goes, with the type the
 * rules gave it, or as boilerplate. Blocks of settled types stay as they are.
 */
export function mendSelection(page: Page, selection: Selection, options: MendOptions): void {
  const { rules, pageType, settled } = options;
  classifyBlocks(page, rules, pageType).forEach(({ isContent }, i) => {
    const block = page.blocks[i];
    if (!block || isContent === selection.has(block)) return;
    const type = rules.typeOf(block);
    if (type !== null && settled.has(type)) return;
    if (isContent) selection.add(block);
    else selection.remove({ target: block, type: type ?? "boilerplate", rule: BLOCK_MODEL_RULE });
  });
}

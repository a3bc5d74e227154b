import type { BlockType, PageType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import { bitsOfNames } from "../names-around.ts";
import type { Page } from "../page.ts";
import type { Selection } from "../selection.ts";
import { findCopiedBlocks, findRepeats } from "./find-repeats.ts";
import type { RuleAnswer } from "./rule-answer.ts";

export interface LeftoverOptions {
  readonly pageType: PageType;
  readonly rules: RuleAnswer;
  /** Types that the user has decided about: blocks of these stay as they are. */
  readonly settled: ReadonlySet<BlockType>;
}

/** The rule's name in the ledger. */
const REPEATED = "repeated-text";

const CONTROLS = bitsOfNames("fieldset");

/**
 * A list, shop or thread of which less is left than this many letters, and not this share of the page, came without its
 * content: what is left belongs to the frame that a script was to fill.
 */
const LEAST_LEFT = { letters: 80, share: 0.2 } as const;

/**
 * What no block shows by itself. On an article the second copy of a text; on other pages choices of a form, what stands twice, as
 * one copy is for small screens or in a slider, and the frame of a page whose content is not there. Measured by cross-validation
 * over hosts.
 */
export function dropLeftovers(page: Page, selection: Selection, options: LeftoverOptions): void {
  const { pageType, rules, settled } = options;
  const drop = (blocks: readonly Block[], rule: string): void => {
    for (const block of blocks) {
      const type = rules.typeOf(block);
      if (type === null || !settled.has(type))
        selection.remove({ target: block, type: type ?? "boilerplate", rule });
    }
  };
  if (pageType === "article") {
    drop(findCopiedBlocks(selection.kept()), REPEATED);
    return;
  }
  drop(
    selection.kept().filter((block) => (block.around & CONTROLS) !== 0),
    "form-choice",
  );
  const left = lettersIn(selection.kept());
  if (left < LEAST_LEFT.letters && left < LEAST_LEFT.share * lettersIn(page.blocks))
    drop(selection.kept(), "empty-frame");
  // Manuals say the same for each of several systems, and mean it.
  if (pageType !== "documentation") drop(findRepeats(selection.kept()), REPEATED);
}

const lettersIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { alphabeticLength }) => sum + alphabeticLength, 0);

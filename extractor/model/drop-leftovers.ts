import type { BlockType, PageType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import { bitsOfNames } from "../names-around.ts";
import type { Page } from "../page.ts";
import type { Selection } from "../selection.ts";
import type { RuleAnswer } from "./rule-answer.ts";

export interface LeftoverOptions {
  readonly pageType: PageType;
  readonly rules: RuleAnswer;
  /** Types that the user has decided about: blocks of these stay as they are. */
  readonly settled: ReadonlySet<BlockType>;
}

/** A text of fewer letters may stand on a page many times: a price, a size, a yes or no. */
const LEAST_REPEATED = 12;

/** Cells and lines of code mean something by their place, however often they say the same. */
const PLACED_TAGS = new Set(["td", "th", "dd", "pre"]);

const CONTROLS = bitsOfNames("fieldset");

/**
 * A list, shop or thread of which less is left than this many letters, and not this share of the page, came without its
 * content: what is left belongs to the frame that a script was to fill.
 */
const LEAST_LEFT = { letters: 80, share: 0.2 } as const;

/**
 * What no block shows by itself on pages that are no article: choices of a form; what stands twice, as one copy is for small
 * screens or in a slider; and the frame of a page whose content is not there. Measured by cross-validation over hosts.
 */
export function dropLeftovers(page: Page, selection: Selection, options: LeftoverOptions): void {
  const { pageType, rules, settled } = options;
  if (pageType === "article") return;
  const drop = (blocks: readonly Block[], rule: string): void => {
    for (const block of blocks) {
      const type = rules.typeOf(block);
      if (type === null || !settled.has(type))
        selection.remove({ target: block, type: type ?? "boilerplate", rule });
    }
  };
  drop(
    selection.kept().filter((block) => (block.around & CONTROLS) !== 0),
    "form-choice",
  );
  const left = lettersIn(selection.kept());
  if (left < LEAST_LEFT.letters && left < LEAST_LEFT.share * lettersIn(page.blocks))
    drop(selection.kept(), "empty-frame");
  // Manuals say the same for each of several systems, and mean it.
  if (pageType !== "documentation") drop(findRepeats(selection.kept()), "repeated-text");
}

function findRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ text, tag, alphabeticLength }) => {
    if (alphabeticLength < LEAST_REPEATED || PLACED_TAGS.has(tag)) return false;
    const isRepeat = seen.has(text);
    seen.add(text);
    return isRepeat;
  });
}

const lettersIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { alphabeticLength }) => sum + alphabeticLength, 0);

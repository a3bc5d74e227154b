import type { Block } from "../blocks.ts";
import { findCopies } from "../find-copies.ts";
import { bitsOfNames } from "../names-around.ts";

/** A text of fewer letters may stand on a page many times: a price, a size, a yes or no. */
const LEAST_REPEATED = 12;

/** Cells and lines of code mean something by their place, however often they say the same. */
const PLACED_TAGS = new Set(["td", "th", "dd", "pre"]);

const QUOTATION = bitsOfNames("blockquote");

/** The blocks of a list, a shop, a thread that stood before: one copy is for small screens, or in a slider. */
export function findRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ text, tag, alphabeticLength }) => {
    if (alphabeticLength < LEAST_REPEATED || PLACED_TAGS.has(tag)) return false;
    const isRepeat = seen.has(text);
    seen.add(text);
    return isRepeat;
  });
}

/** The blocks of an article that are the copy of a longer text before them. */
export const findCopiedBlocks = (blocks: readonly Block[]): readonly Block[] =>
  findCopies(blocks, {
    textOf: ({ text }) => text,
    lengthOf: ({ alphabeticLength }) => alphabeticLength,
    mayRepeat: ({ tag, around }) => PLACED_TAGS.has(tag) || (around & QUOTATION) !== 0,
  });

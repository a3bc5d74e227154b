import type { Block } from "./blocks.ts";

/** A shorter run of text may be a label, a title or a button. From the shortest paragraphs of news pages. */
const SHORTEST_PROSE = 80;

/** Prose with a larger share of its text in links is a list of links. */
const MOST_LINKED_PROSE = 0.34;

const NO_PROSE_TAGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "button", "legend", "nav"]);

export function linkDensity(block: Block): number {
  return block.linkChars / block.text.length;
}

/** True for a block that reads as a paragraph: long enough, few links, not a heading or a caption. */
export function isProse(block: Block): boolean {
  // The length first: most blocks are short, and every pass asks of all of them.
  return (
    block.alphabeticLength >= SHORTEST_PROSE &&
    linkDensity(block) < MOST_LINKED_PROSE &&
    !NO_PROSE_TAGS.has(block.tag)
  );
}

import type { Block } from "./blocks.ts";

/** A shorter run of text may be a label, a title or a button. From the shortest paragraphs of news pages. */
const SHORTEST_PROSE = 80;

/** Chinese, Japanese and Korean say the same in under half of the characters. */
const DENSE_FACTOR = 2.2;

/** Prose with a larger share of its text in links is a list of links. */
const MOST_LINKED_PROSE = 0.34;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

const NO_PROSE_TAGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "button", "legend", "nav"]);

/** Every dense character is among these (the halves of surrogate pairs stand for any beyond U+FFFF), and most texts have none. */
const MAY_BE_DENSE = /[\u1100-\u11ff\u2e80-\uffff]/;

/** Length of a text as if it were written in an alphabet. */
export function alphabeticLength(text: string): number {
  if (!MAY_BE_DENSE.test(text)) {
    return text.length;
  }
  const dense = text.match(DENSE)?.length ?? 0;
  return text.length + dense * (DENSE_FACTOR - 1);
}

export function linkDensity(block: Block): number {
  return block.linkChars / block.text.length;
}

/** True for a block that reads as a paragraph: long enough, few links, not a heading or a caption. */
export function isProse(block: Block): boolean {
  return (
    !NO_PROSE_TAGS.has(block.tag) &&
    linkDensity(block) < MOST_LINKED_PROSE &&
    alphabeticLength(block.text) >= SHORTEST_PROSE
  );
}

import type { Block } from "./blocks.ts";
import { foldOnce } from "./metadata/fold-text.ts";

const HEADINGS: ReadonlySet<string> = new Set(["h2", "h3", "h4", "h5", "h6"]);

/** The block that shows the headline: a heading with its words, or any block with them, or the first top heading; null without. */
export function findHeadline(blocks: readonly Block[], title: string | null): Block | null {
  const headline = foldOnce(title ?? "");
  let heading: Block | null = null;
  let top: Block | null = null;
  let first: Block | null = null;
  for (const block of blocks) {
    if (block.hidden) continue;
    const isTop = block.tag === "h1";
    if (headline !== "" && saysTheSame(block.text, headline)) {
      if (isTop) return block;
      if (HEADINGS.has(block.tag)) heading ??= block;
      first ??= block;
    }
    if (isTop) top ??= block;
  }
  return heading ?? top ?? first;
}

/** Folding joins, drops or splits few characters: a text several times as long as the folded headline is another. */
const MOST_FOLDED = 4;

/** Characters of marks and spaces that a headline may stand among. */
const SPARE = 60;

/** Folding makes a text longer only where it has letters or signs beyond these. */
const PLAIN = /^[\0-\u007f]*$/;

function saysTheSame(text: string, headline: string): boolean {
  if (text.length > headline.length * MOST_FOLDED + SPARE) return false;
  if (PLAIN.test(text) && (text.length < headline.length || firstLetter(text) !== headline[0])) return false;
  return foldOnce(text) === headline;
}

/** The first letter, digit or underscore of a plain text, in lower case. */
const firstLetter = (text: string): string | undefined => /\w/.exec(text)?.[0].toLowerCase();

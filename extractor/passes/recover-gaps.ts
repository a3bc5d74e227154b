import type { Block } from "../blocks.ts";
import { commonAncestor } from "../build-article.ts";
import type { Page } from "../page.ts";
import { alphabeticLength, linkDensity } from "../prose.ts";
import { headingLevel, isShorterThan, within } from "./block-shape.ts";
import type { AfterPass, Body, Recovery } from "./pass.ts";

/** Elements whose text stays out however it stands between paragraphs. */
const APART = new Set([
  "nav",
  "aside",
  "form",
  "footer",
  "figure",
  "button",
  "figcaption",
  "dialog",
  "noscript",
  "select",
  "label",
]);

/** Longest gap, in blocks, that may be filled between two kept ones; more is a section of something else. */
const LONGEST_GAP = 12;

/** A gap with a larger share of its text in links stays out. */
const GAP_LINKS = 0.3;

/** Headings, list items and paragraphs that Readability dropped from between others that it kept. */
export const recoverGaps: AfterPass = {
  name: "gaps",
  description: "headings, lists and paragraphs that were dropped from between others that stayed",
  find: function* find(page: Page, body: Body): Iterable<Recovery> {
    for (const [place, block] of body.kept.entries()) {
      const next = body.kept[place + 1];
      if (next !== undefined && next.index > block.index + 1) {
        const gap = page.blocks.slice(block.index + 1, next.index);
        if (fits(gap, block, next, page)) {
          for (const recover of gap) {
            yield { recover, rule: "gap" };
          }
        }
      }
    }
  },
};

function fits(gap: readonly Block[], before: Block, after: Block, page: Page): boolean {
  if (
    gap.length > LONGEST_GAP ||
    gap.some((block) => block.hidden || within(block.element, APART) !== null)
  ) {
    return false;
  }
  const length = gap.reduce((sum, block) => sum + block.text.length, 0);
  const linked = gap.reduce((sum, block) => sum + block.linkChars, 0);
  if (linked > length * GAP_LINKS) {
    return false;
  }
  const last = gap.at(-1) as Block;
  if (headingLevel(last) > 0 && gap.length === 1) {
    return isAmong(last, before, after, page);
  }
  return gap.every(
    (block) => isAmong(block, before, after, page) && (headingLevel(block) > 0 || isSubstantial(block)),
  );
}

/** Stands in the element that holds both neighbours. */
function isAmong(block: Block, before: Block, after: Block, page: Page): boolean {
  const common = commonAncestor([before.element, after.element], page.body);
  return common !== page.body && common.contains(block.element);
}

function isSubstantial(block: Block): boolean {
  return (
    block.tag === "li" ||
    block.tag === "td" ||
    block.tag === "th" ||
    block.tag === "pre" ||
    block.tag === "blockquote" ||
    (alphabeticLength(block.text) >= 60 && linkDensity(block) < GAP_LINKS) ||
    (block.tag === "p" && !isShorterThan(block, 25) && linkDensity(block) === 0)
  );
}

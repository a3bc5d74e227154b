import type { Block } from "../blocks.ts";
import { commonAncestor } from "../build-article.ts";
import type { Page } from "../page.ts";
import { linkDensity } from "../prose.ts";
import { endsIn, headingLevel, isShorterThan, standsIn } from "./block-shape.ts";
import { bitsOfNames } from "../names-around.ts";
import { isSetSo, shapeOf } from "./body-shape.ts";
import type { Signature } from "./body-shape.ts";
import type { AfterPass, Body, Recovery } from "./pass.ts";

/** Elements whose text stays out however it stands between paragraphs. */
const APART = bitsOfNames(
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
);

/** Longest gap, in blocks, that may be filled between two kept ones; more is a section of something else. */
const LONGEST_GAP = 12;

/** A gap with a larger share of its text in links stays out. */
const GAP_LINKS = 0.3;

/** A paragraph set like the others of the body may be this much link, */
const PARAGRAPH_LINKS = 0.75;

/** and has at least so many characters outside of its links. */
const LEAST_UNLINKED = 35;

/** Headings, list items and paragraphs that were dropped from between others that stayed. */
export const recoverGaps: AfterPass = {
  name: "gaps",
  description: "headings, lists and paragraphs that were dropped from between others that stayed",
  recovers: true,
  find(page: Page, body: Body): Iterable<Recovery> {
    const { kept } = body;
    const { signature } = shapeOf(page, body);
    const found: Recovery[] = [];
    for (let place = 1; place < kept.length; place += 1) {
      const before = kept[place - 1] as Block;
      const next = kept[place] as Block;
      const length = next.index - before.index - 1;
      if (length > 0 && length <= LONGEST_GAP) {
        for (const recover of contentBetween(before, next, { page, body, signature })) {
          found.push({ recover, rule: "gap" });
        }
      }
    }
    return found;
  },
};

interface Known {
  readonly page: Page;
  readonly body: Body;
  readonly signature: Signature | null;
}

/** What was lost between two blocks that are kept: all of it where all reads as content, else the paragraphs among it. */
function contentBetween(before: Block, next: Block, { page, body, signature }: Known): readonly Block[] {
  const gap = page.blocks.slice(before.index + 1, next.index);
  const common = commonAncestor([before.element, next.element], page.body);
  if (common === page.body) {
    return [];
  }
  const open = gap.filter((lost) => isOpen(lost, body) && common.contains(lost.element));
  return open.length === gap.length && isContent(gap)
    ? gap
    : open.filter((lost) => isParagraph(lost, signature));
}

function isOpen(block: Block, body: Body): boolean {
  return !block.hidden && !body.wasRemoved(block) && !standsIn(block, APART);
}

/** A sentence with links in it, set like the body's other paragraphs. */
function isParagraph(block: Block, signature: Signature | null): boolean {
  return (
    isSetSo(block.element, signature) &&
    linkDensity(block) < PARAGRAPH_LINKS &&
    block.text.length - block.linkChars >= LEAST_UNLINKED &&
    endsIn(block, '.!?…。！？"”»')
  );
}

/** The whole gap reads as content: few links, headings with something under them, items, cells, sentences. */
function isContent(gap: readonly Block[]): boolean {
  const length = gap.reduce((sum, block) => sum + block.text.length, 0);
  const linked = gap.reduce((sum, block) => sum + block.linkChars, 0);
  return (
    linked <= length * GAP_LINKS && gap.every((block) => headingLevel(block) > 0 || isSubstantial(block))
  );
}

const CONTENT_TAGS = new Set(["li", "td", "th", "pre", "blockquote", "dt", "dd"]);

function isSubstantial(block: Block): boolean {
  return (
    CONTENT_TAGS.has(block.tag) ||
    (block.alphabeticLength >= 60 && linkDensity(block) < GAP_LINKS) ||
    (block.tag === "p" && !isShorterThan(block, 25) && linkDensity(block) === 0)
  );
}

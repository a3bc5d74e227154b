import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse, linkDensity } from "../prose.ts";
import { isGalleryLine } from "../read-gallery-line.ts";
import { RELATED_WORDS } from "../words/related-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { leadsIntoSite } from "./link-targets.ts";
import { endsIn, headingLevel, isInLayoutCell, standsIn } from "./block-shape.ts";
import { bitsOfNames } from "../names-around.ts";
import { judgeEach } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

const related = createMatcher(RELATED_WORDS);

/** Longest teaser line: label, title, date, counter. */
const LONGEST_TEASER = 260;

/** A line that is this much link is a teaser; under that, a sentence with a link. */
const TEASER_LINKS = 0.75;

/** Without a label or a date, all of the line must be link. */
const LINK_ONLY = 0.95;

/** With a label before it, half is enough. */
const LABELLED_TEASER_LINKS = 0.4;

/** Dates, clock times and counters that teasers end with. */
const TEASER_TAIL =
  /(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2})[\s,•·|]*(?:\d{1,2}:\d{2})?[\s•·|,[\]\p{L}_\d]{0,30}$/u;

const LISTS = bitsOfNames("ul", "ol", "dl", "blockquote");
const TABLES = bitsOfNames("table");

/** A label and a colon before a title, without a link: `Read more: Title of another article`. */
const LABEL_AND_TITLE = /^[^:：|】\]]{3,40}[:：|】\]＞>►▶]\s*\S.{8,}$/u;

/** Lines between the paragraphs that only lead to other articles. */
export const findInlineRelated: AfterPass = {
  name: "inline-related",
  description: "lines between the paragraphs that only lead to other articles",
  find: judgeEach(
    (page) => page,
    (block, page) => {
      const rule = ruleFor(block, page);
      return rule === null ? null : { type: "inline-related", rule };
    },
  ),
};

function ruleFor(block: Block, page: Page): string | null {
  if (headingLevel(block) > 0 || block.alphabeticLength > LONGEST_TEASER) {
    return null;
  }
  const density = linkDensity(block);
  if (isGalleryLine(block.text)) {
    return "gallery-line";
  }
  const closed = endsIn(block, ".。!！۔।");
  if (related.starts(wordsOf(block))) {
    const titled = density === 0 && LABEL_AND_TITLE.test(block.text);
    if (density >= TEASER_LINKS || (!closed && (titled || density >= LABELLED_TEASER_LINKS))) {
      return "labelled-teaser";
    }
  }
  if (density >= TEASER_LINKS && TEASER_TAIL.test(block.text)) {
    return "dated-teaser";
  }
  const alone = density >= LINK_ONLY && !closed && !isListed(block, page) && leadsIntoSite(block, page);
  return alone ? "link-only-line" : null;
}

/** In a list, or in a table that holds no text: where tables lay pages out, paragraphs stand in them side by side. */
function isListed(block: Block, { blocks }: Page): boolean {
  if (standsIn(block, LISTS)) {
    return true;
  }
  if (!standsIn(block, TABLES)) {
    return false;
  }
  const beside = [blocks[block.index - 1], blocks[block.index + 1]];
  const inText = beside.some(
    (other) =>
      other !== undefined && isProse(other) && other.element.parentElement === block.element.parentElement,
  );
  return !inText && !isInLayoutCell(block);
}

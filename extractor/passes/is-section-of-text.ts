import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { wordsOf } from "../words/words-of.ts";
import { isSetSo, shapeOf } from "./body-shape.ts";
import type { Body } from "./pass.ts";

/** What scholars call the part in which they weigh their results. */
const DISCUSSION =
  /(?:^|\P{L})(?:discussion|diskussion|discusion|discussione|discussao|discussie|dyskusja|обсуждение|обговорення|tartisma|keskustelu|συζητηση|考察|讨论|討論|논의|المناقشة)\P{L}*$/u;

/** Sections beside it that are set so. */
const LEAST_TWINS = 2;

/** Whether a heading that may be a comment section's is a paper's discussion. */
export const isDiscussionOfText = (block: Block, page: Page, body: Body): boolean =>
  DISCUSSION.test(wordsOf(block).folded) && isSectionOfText(block, page, body);

/**
 * Whether a heading whose words are a discussion's or a letter's is one of the sections of the text, as papers and policies have
 * them: set as other headings in the text are, over a paragraph set as the others are, without a link.
 */
export function isSectionOfText(block: Block, page: Page, body: Body): boolean {
  const next = page.blocks[block.index + 1];
  if (next === undefined || next.links > 0 || !isProse(next)) return false;
  const { container, signature } = shapeOf(page, body);
  return container.contains(block.element) && isSetSo(next.element, signature) && hasTwins(block, container);
}

function hasTwins({ element }: Block, container: Element): boolean {
  const like = { tag: element.localName, classes: element.getAttribute("class") ?? "" };
  const twins = Array.from(container.getElementsByTagName(element.localName));
  return twins.filter((one) => isSetSo(one, like)).length > LEAST_TWINS;
}

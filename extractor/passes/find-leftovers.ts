import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse, linkDensity } from "../prose.ts";
import { sumBlocks } from "../sum-blocks.ts";
import { endsIn, headingLevel, isSentence, isShorterThan, isTableCell, LINE_LENGTH } from "./block-shape.ts";
import { isSetSo, shapeOf } from "./body-shape.ts";
import type { BodyShape } from "./body-shape.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass, Body } from "./pass.ts";

/** Most text in a box that is one prompt: a line or two and its button. */
const LARGEST_BOX = 300;

/** How far up a box may begin. */
const BOX_LEVELS = 3;

/** A line that is this much link leads elsewhere. */
const ALL_LINK = 0.9;

const CONTROLS = "button, input, select, textarea";

/** Most text in a box that asks for an address: a heading, what the letter is about, and when it comes. */
const LARGEST_SIGN_UP = 500;

const EMAIL_FIELD = "input[type=email]";

const BOX_WITH_EMAIL_FIELD: Verdict = { type: "newsletter", rule: "box-with-email-field" };
const LINE_BESIDE_BUTTON: Verdict = { type: "subscribe", rule: "line-beside-button" };
const LABEL_OF_REMOVED_LIST: Verdict = { type: "related", rule: "label-of-removed-list" };
const LINE_AFTER_THE_END: Verdict = { type: "footer", rule: "line-after-the-end" };

/** What its place gives away: lines beside a button, labels of lists that went, lines after the end. */
export const findLeftovers: AfterPass = {
  name: "leftovers",
  description: "lines beside a button, labels of lists that went, lines after the end of the body",
  find: judgeEach(
    (page, body): Known => ({
      page,
      body,
      shape: shapeOf(page, body),
      asksForEmail: page.body.querySelector(EMAIL_FIELD) !== null,
      lengthOf: sumBlocks(page, (block) => block.alphabeticLength),
    }),
    judge,
  ),
};

interface Known {
  readonly page: Page;
  readonly body: Body;
  readonly shape: BodyShape;
  /** Whether there is any field for an address on the page: most boxes need not be looked through. */
  readonly asksForEmail: boolean;
  readonly lengthOf: (element: Element) => number;
}

function judge(block: Block, { page, body, shape, asksForEmail, lengthOf }: Known): Verdict | null {
  // Code has a button to copy it, and ends as it likes.
  if (block.tag === "pre") {
    return null;
  }
  if (asksForEmail && isBesideEmailField(block, lengthOf, shape, page)) {
    return BOX_WITH_EMAIL_FIELD;
  }
  if (isProse(block) && isSetSo(block.element, shape.signature)) {
    return null;
  }
  if (isBesideControl(block, lengthOf, shape)) {
    return LINE_BESIDE_BUTTON;
  }
  if (isLabelOfRemoved(block, page, body)) {
    return LABEL_OF_REMOVED_LIST;
  }
  return isAfterEnd(block, shape) && !isData(block, page) ? LINE_AFTER_THE_END : null;
}

/** A small box with a button in it, and this is the text of the box. */
function isBesideControl(block: Block, lengthOf: (element: Element) => number, shape: BodyShape): boolean {
  if (headingLevel(block) > 0 || block.tag === "li" || isTableCell(block)) {
    return false;
  }
  // An answer and its buttons stand further apart than a request and its own.
  const levels = block.tag === "p" && isSentence(block) ? BOX_LEVELS - 1 : BOX_LEVELS;
  let box: Element | null = block.element;
  for (let level = 0; box !== null && level < levels && box !== shape.container; level += 1) {
    if (lengthOf(box) > LARGEST_BOX) {
      return false;
    }
    if (box.querySelector(CONTROLS) !== null) {
      return true;
    }
    box = box.parentElement;
  }
  return false;
}

/** A heading, at most one paragraph, and a field for an address: a box that asks for it, whatever its words. */
function isBesideEmailField(
  block: Block,
  lengthOf: (element: Element) => number,
  { holder }: BodyShape,
  page: Page,
): boolean {
  let box: Element | null = block.element;
  for (let level = 0; box !== null && level <= BOX_LEVELS && !box.contains(holder); level += 1) {
    if (lengthOf(box) > LARGEST_SIGN_UP) {
      return false;
    }
    if (level > 0 && box.querySelector(EMAIL_FIELD) !== null) {
      const blocks = page.blocksIn(box);
      const [first] = blocks;
      return (
        first !== undefined &&
        headingLevel(first) > 0 &&
        first !== page.headline &&
        box.querySelector("textarea") === null &&
        blocks.filter((one) => isProse(one)).length <= 1
      );
    }
    box = box.parentElement;
  }
  return false;
}

/** A short line without an end, and what came next on the page was a link and went. */
function isLabelOfRemoved(block: Block, page: Page, body: Body): boolean {
  const { index } = block;
  const next = index + 1 < page.blocks.length ? page.blocks[index + 1] : undefined;
  return (
    headingLevel(block) === 0 &&
    isShorterThan(block, LINE_LENGTH / 2) &&
    !endsIn(block, '.!?。！？؟۔।॥｡"”»」』') &&
    block.tag !== "li" &&
    !isTableCell(block) &&
    next !== undefined &&
    !body.has(next) &&
    linkDensity(next) >= ALL_LINK
  );
}

/** Cells and terms may end an article that ends in a table of facts. */
const DATA_TAGS: ReadonlySet<string> = new Set(["td", "th", "dt", "dd"]);

function isData({ tag, element }: Block, { headline }: Page): boolean {
  return DATA_TAGS.has(tag) && (headline?.element.closest("article, main")?.contains(element) ?? false);
}

/** After the last paragraph and outside of the element that holds them all. */
function isAfterEnd(block: Block, { holder, last }: BodyShape): boolean {
  return (
    last !== undefined && block.index > last.index && !holder.contains(block.element) && !isSentence(block)
  );
}

import type { Block } from "../blocks.ts";
import { isBareCredit } from "../bare-credit.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { isEasternCaption } from "../read-eastern-credit.ts";
import { sumBlocks } from "../sum-blocks.ts";
import { CREDIT_WORDS, PICTURE_SOURCES, STOCK_PICTURE_WORDS } from "../words/credit-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { headingLevel, isBoldLine, isSentence, isTableCell, standsIn, within } from "./block-shape.ts";
import { isCalled } from "./names-of.ts";
import { nameSet } from "./read-names.ts";
import { bitsOfNames } from "../names-around.ts";
import { isSetSo, shapeOf } from "./body-shape.ts";
import type { Signature } from "./body-shape.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

const credit = createMatcher(CREDIT_WORDS);
const source = createMatcher(PICTURE_SOURCES);
const stock = createMatcher(STOCK_PICTURE_WORDS);

const CAPTION_ELEMENTS = bitsOfNames("figcaption");
const FIGURE = bitsOfNames("figure");
const FIGURES = new Set(["figure"]);

/** What the parts of a picture are called in class names. */
const CAPTION_TOKENS = nameSet(
  "caption",
  "captions",
  "figcaption",
  "bildunterschrift",
  "legende",
  "imgcaption",
  "photocaption",
  "imagecaption",
);
const CREDIT_TOKENS = nameSet(
  "credit",
  "credits",
  "photocredit",
  "imagecredit",
  "copyright",
  "bildnachweis",
  "photographer",
  "attribution",
);

/** Longest line that is only a credit: name, agency, licence. */
const LONGEST_CREDIT = 90;

/** Longest text under a picture; more is an article that stands in a figure. */
const LONGEST_CAPTION = 600;

/** A caption that is set as the paragraphs are is one sentence. */
const LONGEST_CAPTION_IN_BODY = 130;

/** `(c) A. Name`, `© 2020 Agency` and the like. */
const RIGHTS_MARK = /^[([]?\s*(?:©|\(c\)|copyright\b)/iu;

/** `Photo: …`, `Photo by …`, `Foto / …`, `PHOTO …`: the word and what sets it off from a sentence. */
const AFTER_CREDIT_WORD =
  /^[^\p{L}]*[\p{L}\p{M}'’. -]{1,40}?\s*(?:[:：=＝/／|｜©▲→،]|\bby\b|\bvia\b|\bvon\b|\(c\))/iu;

const FIGCAPTION: Verdict = { type: "caption", rule: "figcaption" };
const TEXT_IN_FIGURE: Verdict = { type: "caption", rule: "text-in-figure" };
const NAMED_CAPTION: Verdict = { type: "caption", rule: "named-caption" };
const NAMED_CREDIT: Verdict = { type: "photo-credit", rule: "named-credit" };
const LINE_BESIDE_PICTURE: Verdict = { type: "caption", rule: "line-beside-picture" };
const LINE_UNDER_PICTURE: Verdict = { type: "caption", rule: "line-under-picture" };
const LINE_OVER_CREDIT: Verdict = { type: "caption", rule: "line-over-credit" };
const STOCK_PICTURE: Verdict = { type: "photo-credit", rule: "stock-picture" };
const RIGHTS_LINE: Verdict = { type: "photo-credit", rule: "rights-mark" };
const CREDIT_LINE: Verdict = { type: "photo-credit", rule: "credit-line" };
const EASTERN_CAPTION: Verdict = { type: "caption", rule: "caption-with-credit" };
const AGENCY_LINE: Verdict = { type: "photo-credit", rule: "agency-line" };

/** Captions and credits: what stands in or under a figure, and lines that only name who made a picture. */
export const findCaptions: AfterPass = {
  name: "captions",
  description: "captions and credits of pictures",
  find: judgeEach(
    (page, body): Known => ({
      page,
      signature: shapeOf(page, body).signature,
      lengthOf: sumBlocks(page, ({ text }) => text.length),
      holdsPicture: createFigureReader(),
    }),
    judge,
  ),
};

interface Known {
  readonly page: Page;
  readonly signature: Signature | null;
  readonly lengthOf: (element: Element) => number;
  readonly holdsPicture: (figure: Element) => boolean;
}

function judge(block: Block, known: Known): Verdict | null {
  const length = block.alphabeticLength;
  return length > LONGEST_CAPTION || headingLevel(block) > 0
    ? null
    : (inFigure(block, known.page.homes[block.index] ?? null, known.holdsPicture) ??
        namedCredit(block, length) ??
        (isDoubtful(block, known) || !isEasternCaption(block.text) ? null : EASTERN_CAPTION) ??
        besideImage(block, known) ??
        underImage(block, length, known));
}

/** Set as the body's paragraphs are and as long as they: as often the text that tells what the picture shows. */
const isDoubtful = (block: Block, { signature }: Known): boolean =>
  block.alphabeticLength > LONGEST_CAPTION_IN_BODY && isSetSo(block.element, signature);

/** Tells whether a figure is a picture; each is looked through once, however many lines stand in it. */
function createFigureReader(): (figure: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (figure) => {
    const before = known.get(figure);
    const found = before ?? (figure.querySelector("img") !== null && !holdsQuoteOrTable(figure));
    known.set(figure, found);
    return found;
  };
}

function inFigure(
  block: Block,
  home: ElementSpan | null,
  holdsPicture: (figure: Element) => boolean,
): Verdict | null {
  const figure = standsIn(block, FIGURE) ? within(block.element, FIGURES) : null;
  if (standsIn(block, CAPTION_ELEMENTS)) {
    return figure !== null && isQuotation(figure) ? null : FIGCAPTION;
  }
  if (figure !== null && holdsPicture(figure)) {
    return TEXT_IN_FIGURE;
  }
  for (let up = home, steps = 0; up !== null && steps < 2; up = up.parent, steps += 1) {
    if (isCalled(up, CAPTION_TOKENS) && textLengthOf(up) <= LONGEST_CAPTION) {
      return NAMED_CAPTION;
    }
    if (isCalled(up, CREDIT_TOKENS) && textLengthOf(up) <= LONGEST_CREDIT * 2) {
      return NAMED_CREDIT;
    }
  }
  return null;
}

/** A quotation set as a figure: its caption says whose it is (HTML, the blockquote element). */
const isQuotation = (figure: Element): boolean =>
  figure.querySelector("blockquote") !== null && figure.querySelector("img, video, iframe, table") === null;

function textLengthOf({ element }: ElementSpan): number {
  return (element.textContent ?? "").length;
}

/** Most text in a box that is a picture with what is said of it. */
const LARGEST_PICTURE_BOX = 300;

/** How far up the box may begin. */
const BOX_LEVELS = 2;

/** A small box that holds a picture and a line or two set unlike the body's paragraphs. */
function besideImage(block: Block, { lengthOf, signature }: Known): Verdict | null {
  if (isSetSo(block.element, signature) || isTableCell(block) || block.tag === "li") {
    return null;
  }
  let box: Element | null = block.element;
  for (let level = 0; box !== null && level < BOX_LEVELS; level += 1) {
    if (lengthOf(box) > LARGEST_PICTURE_BOX) {
      return null;
    }
    if (box.querySelector("img") !== null) {
      return LINE_BESIDE_PICTURE;
    }
    box = box.parentElement;
  }
  return null;
}

/** Longest text of a caption without a frame around it and its picture. */
const LONGEST_UNFRAMED = 200;

/** A line right under a picture that stands by itself: with the credit under it, or set unlike the body and no sentence. */
function underImage(block: Block, length: number, { page, lengthOf, signature }: Known): Verdict | null {
  const above = block.element.previousElementSibling;
  if (above === null || length > LONGEST_UNFRAMED || block.tag === "li" || isTableCell(block)) {
    return null;
  }
  if (lengthOf(above) > 0 || (above.localName !== "img" && above.querySelector("img") === null)) {
    return null;
  }
  const next = page.blocks[block.index + 1];
  const credited = next !== undefined && namedCredit(next, next.alphabeticLength) !== null;
  const label = signature !== null && !isSetSo(block.element, signature) && !isSentence(block);
  if (credited) {
    return LINE_OVER_CREDIT;
  }
  return label && !isBoldLine(block) ? LINE_UNDER_PICTURE : null;
}

function holdsQuoteOrTable(figure: Element): boolean {
  return figure.querySelector("blockquote, table, pre") !== null;
}

function namedCredit(block: Block, length: number): Verdict | null {
  if (length > LONGEST_CREDIT) {
    return null;
  }
  if (stock.is(wordsOf(block))) {
    return STOCK_PICTURE;
  }
  const names = source.has(wordsOf(block));
  const starts = credit.starts(wordsOf(block)) && AFTER_CREDIT_WORD.test(block.text);
  if (RIGHTS_MARK.test(block.text) && !/rights reserved/iu.test(block.text)) {
    return RIGHTS_LINE;
  }
  if ((starts && (names || !isSentence(block))) || isBareCredit(block.text)) {
    return CREDIT_LINE;
  }
  // `Name / Agency`: a line of names, no sentence.
  if (names && !isSentence(block) && /[/|©]|\bvia\b/iu.test(block.text)) {
    return AGENCY_LINE;
  }
  return null;
}

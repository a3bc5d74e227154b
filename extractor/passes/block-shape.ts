import type { Block } from "../blocks.ts";
import { bitsOfNames } from "../names-around.ts";

/** A line that is no more than a label, in characters of an alphabet. */
export const LABEL_LENGTH = 40;

/** A line that may carry a label and a title. */
export const LINE_LENGTH = 200;

const LEVELS: ReadonlyMap<string, number> = new Map(
  ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag, place) => [tag, place + 1]),
);

/** 1 to 6 for a heading, 0 for anything else. */
export function headingLevel(block: Block): number {
  return LEVELS.get(block.tag) ?? 0;
}

export function isShorterThan(block: Block, length: number): boolean {
  return block.alphabeticLength < length;
}

const SENTENCE_END = '.!?…。！？؟۔।॥｡"”»」』:：';

/** Reads as a sentence: long enough and closed. */
export function isSentence(block: Block): boolean {
  return block.alphabeticLength >= LABEL_LENGTH && endsIn(block, SENTENCE_END);
}

/** Whether the last character is one of these; nothing else need be read. */
export function endsIn({ text }: Block, marks: string): boolean {
  return marks.includes(text.charAt(text.length - 1));
}

/** A paragraph set in bold that stands where a heading would. */
export function isBoldLine(block: Block): boolean {
  if (!block.whole || !isShorterThan(block, 100)) {
    return false;
  }
  const only = onlyChild(block.element);
  return only !== null && (only.localName === "strong" || only.localName === "b");
}

/** The one element that holds all of an element's text, or null. */
function onlyChild(element: Element): Element | null {
  let found: Element | null = null;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.TEXT_NODE && (node as Text).data.trim() !== "") {
      return null;
    }
    if (node.nodeType === node.ELEMENT_NODE && (node as Element).localName !== "br") {
      if (found !== null) {
        return null;
      }
      found = node as Element;
    }
  }
  return found;
}

/** True for a block in an element with one of the names; see bitsOfNames. */
export function standsIn(block: Block, names: number): boolean {
  return (block.around & names) !== 0;
}

/** The nearest ancestor-or-self with one of the names, within `depth` steps. */
export function within(
  element: Element,
  names: ReadonlySet<string>,
  depth = Number.POSITIVE_INFINITY,
): Element | null {
  let steps = 0;
  for (let up: Element | null = element; up !== null && steps <= depth; up = up.parentElement) {
    if (names.has(up.localName)) {
      return up;
    }
    steps += 1;
  }
  return null;
}

const ROW = bitsOfNames("tr");
const ROWS = new Set(["tr"]);
const CELL = bitsOfNames("td", "th");
const CELLS = new Set(["td", "th"]);

/** A cell in a row of several: data, whatever its words; not one that the page is laid out by. */
export function isTableCell(block: Block): boolean {
  if (!standsIn(block, ROW)) {
    return false;
  }
  const row = within(block.element, ROWS);
  return row !== null && row.children.length > 1 && !isInLayoutCell(block);
}

/** A cell with this many paragraphs and headings is a column of the page, as pages were laid out before style sheets. */
const COLUMN_BLOCKS = 6;
const COLUMN_TAGS: ReadonlySet<string> = new Set(
  "p div center blockquote h1 h2 h3 h4 h5 h6 ul ol table".split(" "),
);
/** Two of them in a row end a paragraph. */
const LINE_BREAK = 0.5;

/** True for a block in a cell that holds a page's text, not a table's. */
export function isInLayoutCell(block: Block): boolean {
  if (!standsIn(block, CELL)) {
    return false;
  }
  let blocks = 0;
  let child = within(block.element, CELLS)?.firstElementChild ?? null;
  for (; child !== null && blocks < COLUMN_BLOCKS; child = child.nextElementSibling) {
    if (COLUMN_TAGS.has(child.localName)) blocks += 1;
    else if (child.localName === "br") blocks += LINE_BREAK;
  }
  return blocks >= COLUMN_BLOCKS;
}

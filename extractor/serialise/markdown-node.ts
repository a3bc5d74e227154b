/**
 * The article as Markdown sees it: white space folded as a browser shows it (CSS Text 3 §4.1.1), and of each element what
 * decides how it is written. The article itself stays as it is.
 */

import { isControl } from "../blocks.ts";
import { withoutPlaceHolders } from "./settle-emphasis.ts";

export interface MarkdownText {
  readonly kind: "text";
  readonly parent: MarkdownElement;
  /** Place among the parent's children. */
  place: number;
  data: string;
}

export interface MarkdownElement {
  readonly kind: "element";
  readonly element: Element;
  readonly tag: string;
  /** Null for the article itself. */
  readonly parent: MarkdownElement | null;
  place: number;
  readonly children: MarkdownNode[];
  readonly isBlock: boolean;
  /** Among the items of a list, how many stand before it. */
  readonly ordinal: number;
  /** How many items of a list it holds itself. */
  items: number;
  /** Something in it, or itself, is shown although it has no text: an image, a break, a cell. */
  isShown: boolean;
}

export type MarkdownNode = MarkdownText | MarkdownElement;

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

const BLOCKS = new Set(
  (
    "address article aside audio blockquote body canvas caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html isindex legend li main menu nav noframes noscript ol output p pre " +
    "search section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

const VOIDS = new Set(
  "area base br col command embed hr img input keygen link meta param source track wbr".split(" "),
);

/** Shown without any text in them, beside what cannot have any. */
const SHOWN_WHEN_BLANK = new Set("a table thead tbody tfoot th td iframe script audio video".split(" "));

/** Where the walk stands in a line of text. */
interface Line {
  /** The last text of the line, or null at its beginning. */
  last: MarkdownText | null;
  /** Whether a space at the beginning of the next text counts: an image stands before it. */
  keepsSpace: boolean;
}

/** Reads an article, white space folded. */
export function readArticle(article: Element): MarkdownElement {
  const root = createElement(article, null);
  const line: Line = { last: null, keepsSpace: false };
  readChildren(root, line);
  endLine(line);
  if (line.last !== null && line.last.data === "") {
    dropChild(line.last);
  }
  return root;
}

function dropChild({ parent, place }: MarkdownText): void {
  parent.children.splice(place, 1);
  for (const [at, child] of parent.children.entries()) {
    child.place = at;
  }
}

function createElement(element: Element, parent: MarkdownElement | null): MarkdownElement {
  const tag = element.localName;
  return {
    kind: "element",
    element,
    tag,
    parent,
    place: parent?.children.length ?? 0,
    children: [],
    isBlock: BLOCKS.has(tag) || isControl(element),
    ordinal: parent?.items ?? 0,
    items: 0,
    isShown: VOIDS.has(tag) || SHOWN_WHEN_BLANK.has(tag),
  };
}

function readChildren(parent: MarkdownElement, line: Line): void {
  for (let node = parent.element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) {
      readText((node as Text).data, parent, line);
    } else if (node.nodeType === ELEMENT_NODE) {
      const child = createElement(node as Element, parent);
      parent.children.push(child);
      parent.items += child.tag === "li" ? 1 : 0;
      pass(child, line);
      if (child.tag !== "pre" && child.element.firstChild !== null) {
        readChildren(child, line);
        pass(child, line);
      }
      parent.isShown ||=
        child.isShown || (child.tag === "pre" && child.element.querySelector(SHOWN) !== null);
    }
  }
}

/** What is shown without text, as a selector: a `pre` is not walked through. */
const SHOWN = [...VOIDS, ...SHOWN_WHEN_BLANK].join(",");

const SPACES = /[ \r\n\t]+/g;
/** What no reader sees, as in the text. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
/** White space to fold, invisible signs, or place holders of emphasis. */
const FOLDABLE = /[\r\n\t\u00ad\u200b\u2060\ufeff\ufdd0-\ufdd5]| {2}/;

function readText(data: string, parent: MarkdownElement, line: Line): void {
  let text = FOLDABLE.test(data)
    ? withoutPlaceHolders(data.replaceAll(INVISIBLE, "").replaceAll(SPACES, " "))
    : data;
  if (text.startsWith(" ") && !line.keepsSpace && (line.last === null || line.last.data.endsWith(" "))) {
    text = text.slice(1);
  }
  if (text !== "") {
    line.last = { kind: "text", parent, place: parent.children.length, data: text };
    parent.children.push(line.last);
  }
}

/** Begins or ends an element: blocks end the line. */
function pass({ isBlock, tag }: MarkdownElement, line: Line): void {
  if (isBlock || tag === "br") {
    endLine(line);
    line.last = null;
    line.keepsSpace = false;
  } else if (VOIDS.has(tag)) {
    line.last = null;
    line.keepsSpace = true;
  } else if (line.last !== null) {
    line.keepsSpace = false;
  }
}

function endLine({ last }: Line): void {
  if (last !== null && last.data.endsWith(" ")) {
    last.data = last.data.slice(0, -1);
  }
}

export function siblingOf(node: MarkdownNode, step: 1 | -1): MarkdownNode | null {
  return node.parent?.children[node.place + step] ?? null;
}

/** All text of a node, as folded. */
export function textOf(node: MarkdownNode): string {
  if (node.kind === "text") {
    return node.data;
  }
  if (node.tag === "pre") {
    return node.element.textContent ?? "";
  }
  let text = "";
  for (const child of node.children) {
    text += textOf(child);
  }
  return text;
}

/** Nothing but white space is in it, and nothing that is shown without text. */
export function isBlank(node: MarkdownElement): boolean {
  return !node.isShown && hasOnlySpace(node);
}

function hasOnlySpace(node: MarkdownNode): boolean {
  if (node.kind === "text" || node.tag === "pre") {
    return !/\S/.test(textOf(node));
  }
  return node.children.every(hasOnlySpace);
}

import { copyTree } from "./copy-tree.ts";
import type { Block } from "./blocks.ts";
import type { Page } from "./page.ts";
import type { Selection } from "./selection.ts";
import { foldSpace, isBlockElement, isTextless } from "./blocks.ts";
import { rangesOf } from "./stretch.ts";

/** Elements that stay although nothing is left in them: breaks in a line, cells that hold a column's place. */
const KEPT_WHEN_EMPTY = new Set(["br", "img", "td", "th"]);

const UNWRAPPED = new Set(["body", "td", "th", "li", "a", "button"]);

const TABLE_PARTS = new Set(["tr", "tbody", "thead", "tfoot", "caption"]);

/**
 * No article nests deeper below the element that holds all of it. Markdown indents a list by its level, each line anew at each:
 * a page of lists within lists without end would come out as gigabytes of spaces.
 */
const MOST_LEVELS = 64;

/**
 * Builds the article as a tree of its own: the chosen blocks with the elements around them, as the page had them.
 * The page itself stays as it is.
 */
export function buildArticle(page: Page, selection: Selection, images: ReadonlySet<Element>): Element {
  const kept = selection.kept();
  const texts = new Set<Node>(kept.flatMap((block) => block.textNodes));
  const cuts = selection.cuts();
  const trimmed = trimmedTexts(selection);
  const holders = holdersOf([...kept.map((block) => block.element), ...images], page.body);
  const article = page.document.createElement("div");
  const root = outOfTable(
    commonAncestor(
      kept.map((block) => block.element),
      page.body,
    ),
  );
  const starts = startsOfRuns(kept);
  const parted: Text[] = [];
  const copy = copyTree(root, {
    into: page.document,
    takesElement: (element) =>
      !cuts.has(element) &&
      (element.localName === "img"
        ? images.has(element)
        : !isTextless(element) && isInside(element, holders)),
    nameOf: ({ localName }) => (localName === "noscript" ? "div" : localName),
    takesText: (text) => texts.has(text) || isSpace(text),
    takesEmpty: (element) => KEPT_WHEN_EMPTY.has(element.localName),
    maxDepth: MOST_LEVELS,
    onCopy: (made, original) => {
      if (starts.has(original)) {
        parted.push(made as Text);
      }
      const data = trimmed.get(original);
      if (data !== undefined) {
        (made as Text).data = data;
      }
    },
  });
  parted.forEach(setApart);
  if (copy !== null) {
    // A cell that holds the whole article is layout.
    if (UNWRAPPED.has(copy.localName)) {
      while (copy.firstChild !== null) {
        article.appendChild(copy.firstChild);
      }
    } else {
      article.appendChild(copy);
    }
  }
  return article;
}

/** First text nodes of runs that follow another run of the same element: what stood between them is gone. */
function startsOfRuns(kept: readonly Block[]): ReadonlySet<Node> {
  const starts = new Set<Node>();
  for (const [place, block] of kept.entries()) {
    const first = block.textNodes[0];
    if (first !== undefined && place > 0 && kept[place - 1]?.element === block.element) {
      starts.add(first);
    }
  }
  return starts;
}

/** Puts two line breaks before a run of text, or as many as are missing. */
function setApart(text: Text): void {
  let breaks = 0;
  for (let node = text.previousSibling; node !== null && breaks < 2; node = node.previousSibling) {
    if (node.nodeName.toLowerCase() === "br") {
      breaks += 1;
    } else if ((node.textContent ?? "").trim() !== "") {
      break;
    }
  }
  for (; breaks < 2; breaks += 1) {
    text.parentNode?.insertBefore(text.ownerDocument.createElement("br"), text);
  }
}

/** Text nodes that lost a part, with what is left of them. */
function trimmedTexts(selection: Selection): ReadonlyMap<Node, string> {
  const left = new Map<Node, string>();
  const ranges = selection.trims().flatMap(({ trim }) => rangesOf(trim));
  // From the end, so that the offsets before stay true.
  for (const { node, start, end } of ranges.toSorted((a, b) => b.start - a.start)) {
    const data = left.get(node) ?? node.data;
    left.set(node, data.slice(0, start) + data.slice(end));
  }
  return left;
}

/** Rows without their table are not HTML. */
function outOfTable(element: Element): Element {
  return (TABLE_PARTS.has(element.localName) ? element.closest("table") : null) ?? element;
}

function isSpace(text: Text): boolean {
  return foldSpace(text.data) === "";
}

/** Inline elements and empty cells hold no block; they go in with what they stand in. */
function isInside(element: Element, holders: ReadonlySet<Element>): boolean {
  if (holders.has(element) || !isBlockElement(element)) {
    return true;
  }
  const parent = element.parentElement;
  return (element.localName === "td" || element.localName === "th") && parent !== null && holders.has(parent);
}

function holdersOf(elements: readonly Element[], body: Element): ReadonlySet<Element> {
  const holders = new Set<Element>([body]);
  for (const element of elements) {
    for (let up: Element | null = element; up !== null && !holders.has(up); up = up.parentElement) {
      holders.add(up);
    }
  }
  return holders;
}

/** The deepest element that holds all of the given ones. */
export function commonAncestor(elements: readonly Element[], body: Element): Element {
  const first = elements[0];
  if (first === undefined) {
    return body;
  }
  let common = first;
  for (const element of elements) {
    while (!common.contains(element) && common !== body) {
      common = common.parentElement ?? body;
    }
  }
  return common;
}

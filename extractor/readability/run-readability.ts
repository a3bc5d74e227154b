import type { Block } from "../blocks.ts";
import { isTextless } from "../blocks.ts";
import { copyTree } from "../copy-tree.ts";
import { SlimElement } from "../dom/slim/element.ts";
import type { Page } from "../page.ts";
import { GRABBED, QuickReadability, SECOND_TRY } from "./quick-readability.ts";

/** How one run sees the page. */
export interface ReadabilityView {
  /** An empty document with a head and a body, for Readability to take apart. */
  readonly scratch: Document;
  /** Subtrees that are left out. */
  readonly skips: (element: Element) => boolean;
  /** Only this element's subtree is shown; the body when absent. */
  readonly root?: Element;
  /** Whether what stands in `noscript` is shown. */
  readonly showsFallbacks?: boolean;
  /** Which of HIDEABLE Readability does not get to see (`class` and `id` when their names mislead it). */
  readonly hidesAttribute?: (name: HideableAttribute, element: Element) => boolean;
}

export interface ReadabilityChoice {
  readonly blocks: ReadonlySet<Block>;
  /** Images that Readability left in the content. */
  readonly images: ReadonlySet<Element>;
}

/**
 * Readability starts over with weaker rules when it finds fewer characters than this (500 by default), parsing the page
 * again from a string each time. Galley has its own table of attempts, so one character is enough.
 */
const CHAR_THRESHOLD = 1;

/** A block is chosen when more than this share of its text nodes' characters came through. */
const CHOSEN_SHARE = 0.5;

const TEXT_NODE = 3;

/** A text or picture that Readability gets to see, with the page's own. */
interface Copied extends Node {
  original?: Node;
}

/** Elements that Readability needs although they hold no text: it weighs pictures and line breaks. */
const MEANINGFUL_WHEN_EMPTY = new Set([
  "br",
  "img",
  "picture",
  "source",
  "td",
  "th",
  "hr",
  "input",
  "iframe",
  "video",
]);

/** Attributes that a view may hide. */
const HIDEABLE = ["class", "id", "hidden", "aria-hidden", "style"] as const;

export type HideableAttribute = (typeof HIDEABLE)[number];

/** Text-free elements whose presence Readability weighs. */
const WEIGHED = new Set(["iframe", "input", "select", "textarea", "video", "picture", "source"]);

/**
 * Runs Mozilla's Readability, its rules unmodified, on a copy of the page and says which of the page's own blocks it chose.
 * Text nodes keep their identity from copy to result, so the answer is exact however Readability renames and moves elements.
 */
export function runReadability(page: Page, view: ReadabilityView): ReadabilityChoice {
  const root = view.root ?? page.body;
  const copy = copyTree(root, {
    into: view.scratch,
    takesElement: (element) =>
      element === root ||
      ((!isTextless(element) || WEIGHED.has(element.localName) || element.localName === "img") &&
        !view.skips(element)),
    nameOf: ({ localName }) => (localName === "noscript" && view.showsFallbacks === true ? "div" : localName),
    takesText: () => true,
    takesEmpty: (element) => element === root || MEANINGFUL_WHEN_EMPTY.has(element.localName),
    onCopy: (made, original) => {
      if (made.nodeType === TEXT_NODE || (made as Element).localName === "img") {
        (made as Copied).original = original;
      } else if (view.hidesAttribute !== undefined) {
        dropAttributes(made as Element, original as Element, view.hidesAttribute);
      }
    },
  });
  if (copy === null) {
    return { blocks: new Set(), images: new Set() };
  }
  fillScratch(view.scratch, page, copy);
  const content = askOnce(view.scratch);
  return content === null ? { blocks: new Set(), images: new Set() } : readChoice(page, content);
}

/**
 * Readability's answer to its first try. Before it, Readability writes the whole page down as HTML, and reads it again for
 * the next: text nodes made anew are nobody's copies, so both are spared. After it, it writes the answer down for a log that
 * nobody reads, makes its links absolute and writes it again: it is taken where it is found.
 */
function askOnce(scratch: Document): Node | null {
  withholdHtml(scratch.body);
  const readability = new QuickReadability(scratch, {
    charThreshold: CHAR_THRESHOLD,
    keepClasses: true,
    disableJSONLD: true,
  });
  try {
    readability.parse();
  } catch (error) {
    if (error !== GRABBED && error !== SECOND_TRY) throw error;
  }
  return readability.answer;
}

function withholdHtml(body: Element): void {
  if (body instanceof SlimElement) body.withholdHtml();
  else Object.defineProperty(body, "innerHTML", NO_HTML);
}

const NO_HTML: PropertyDescriptor = { get: () => "", set: () => undefined };

function dropAttributes(
  made: Element,
  original: Element,
  hides: (name: HideableAttribute, element: Element) => boolean,
): void {
  for (const name of HIDEABLE) {
    if (made.hasAttribute(name) && hides(name, original)) {
      made.removeAttribute(name);
    }
  }
}

function fillScratch(scratch: Document, page: Page, copy: Element): void {
  const { body, head, documentElement } = scratch;
  const title = scratch.createElement("title");
  // Readability drops the heading that repeats the title; the headline found by the metadata is the better title.
  title.textContent = page.metadata.facts.headline ?? page.document.title;
  head.appendChild(title);
  documentElement.setAttribute("lang", page.document.documentElement.getAttribute("lang") ?? "");
  if (copy.localName === "body") {
    documentElement.replaceChild(copy, body);
  } else {
    body.appendChild(copy);
  }
}

function readChoice(page: Page, content: Node): ReadabilityChoice {
  const texts = new Set<Node>();
  const images = new Set<Element>();
  const pending: Node[] = [content];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { original } = node as Copied;
    if (original !== undefined) {
      if (original.nodeType === TEXT_NODE) {
        texts.add(original);
      } else {
        images.add(original as Element);
      }
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      pending.push(child);
    }
  }
  return { blocks: new Set(page.blocks.filter((block) => isChosen(block, texts))), images };
}

function isChosen(block: Block, texts: ReadonlySet<Node>): boolean {
  let all = 0;
  let chosen = 0;
  for (const node of block.textNodes) {
    all += node.data.length;
    chosen += texts.has(node) ? node.data.length : 0;
  }
  return chosen > all * CHOSEN_SHARE;
}

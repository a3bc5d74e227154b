import { alphabeticLength } from "./alphabetic-length.ts";
import { addressOf, foldSpace, hidesItself, isBlockElement, isTextless, isVisible } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { bitOfName } from "./names-around.ts";
import type { Names } from "./passes/read-names.ts";

/** Neighbouring blocks, by their index, first and last. */
export interface BlockSpan {
  readonly first: number;
  readonly last: number;
}

/** An element that holds blocks, and which: blocks stand in document order, so those of one element are neighbours. */
export interface ElementSpan extends BlockSpan {
  readonly element: Element;
  /** The next element above that holds blocks; null for the root. */
  readonly parent: ElementSpan | null;
  /** Place in the list's `spans`. */
  readonly index: number;
  /** Whether the element hides itself and all below it. */
  readonly hides: boolean;
  /** What the element is called, kept by who reads it first; see passes/names-of.ts. */
  names: Names | null;
}

export interface BlockList {
  readonly blocks: readonly Block[];
  /** The span of each block's element, by block. */
  readonly homes: readonly ElementSpan[];
  /** Each element with blocks in it or below it, parents first. */
  readonly spans: readonly ElementSpan[];
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

interface Span extends ElementSpan {
  readonly parent: Span | null;
  /** Block-level elements hold runs themselves; others hold blocks that hold runs. */
  first: number;
  last: number;
  index: number;
  runs: number;
}

interface Run {
  /** The address of the link that ended last, while no text came since. */
  linkEnded: string | null;
  /** Offsets in `raw` where a link follows another, or a picture stands. */
  seams: number[];
  textNodes: Text[];
  raw: string;
  /** `raw` folded, where that is known already: the text of most links is all of their run. */
  folded: string | null;
  linkChars: number;
  links: number;
}

interface Place {
  /** The nearest block-level ancestor. */
  readonly home: Span;
  /** The nearest ancestor that may hold blocks. */
  readonly span: Span;
  /** Names of the block-level ancestor and those above it, as bits. */
  readonly around: number;
  /** The same down to here: inline elements stand between. */
  readonly aroundText: number;
  readonly inLink: boolean;
  readonly hidden: boolean;
}

/** Text deeper than this is not read: no real page nests so deep, and the stack stays small. */
const MAX_DEPTH = 1500;

/**
 * Lists the text blocks below `root` in document order. A block ends where a block-level element starts or ends and at
 * two line breaks in a row. Hidden text is listed too (`hidden`); scripts, styles and form values are not.
 */
export function listBlocks(root: Element): BlockList {
  const blocks: (Omit<Block, "whole"> & { whole: boolean })[] = [];
  const homes: Span[] = [];
  const spans: Span[] = [];
  const withBlocks = findBlockHolders(root);
  let run = emptyRun();
  let breaks = 0;

  const flush = (place: Place): void => {
    breaks = 0;
    if (run.textNodes.length === 0) {
      forgetLinks(run);
      return;
    }
    const text = run.folded ?? foldSpace(run.raw);
    homes.push(place.home);
    addBlock(place.home, blocks.length, spans);
    blocks.push({
      index: blocks.length,
      element: place.home.element,
      tag: place.home.element.localName,
      around: place.around,
      textNodes: run.textNodes,
      text,
      words: null,
      shownText: run.seams.length === 0 ? text : foldSpace(withSpaces(run.raw, run.seams)),
      alphabeticLength: alphabeticLength(text),
      linkChars: run.linkChars,
      links: run.links,
      whole: false,
      hidden: place.hidden,
    });
    run = emptyRun();
  };

  const addText = (node: Text, place: Place): void => {
    const data = node.data;
    const isFirst = run.raw === "";
    run.raw += data;
    run.folded = null;
    run.linkEnded = data === "" ? run.linkEnded : null;
    if (isVisible(data)) {
      breaks = 0;
      // Most runs have one: a list that grows gets room for seventeen.
      if (run.textNodes.length === 0) run.textNodes = [node];
      else run.textNodes.push(node);
      if (place.inLink) {
        const folded = foldSpace(data);
        run.linkChars += folded.length;
        run.folded = isFirst ? folded : null;
      }
    }
  };

  const visit = (parent: Element, place: Place, depth: number): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE) {
        addText(node as Text, place);
      } else if (node.nodeType === ELEMENT_NODE) {
        visitElement(node as Element, place, depth);
      }
    }
  };

  const visitElement = (child: Element, place: Place, depth: number): void => {
    const tag = child.localName;
    if (tag === "br") {
      breaks += 1;
      run.raw += " ";
      run.folded = null;
      if (breaks >= 2) {
        flush(place);
      }
      return;
    }
    if (tag === "img") {
      run.seams.push(run.raw.length);
    }
    if (isTextless(child) || depth > MAX_DEPTH) {
      return;
    }
    const isBlock = isBlockElement(child);
    const holdsBlocks = isBlock || withBlocks.has(child);
    const hides = hidesItself(child);
    const hidden = place.hidden || hides;
    const aroundText = place.aroundText | bitOfName(tag);
    const span = holdsBlocks ? openSpan(child, place.span, hides) : place.span;
    const inLink = place.inLink || tag === "a";
    const cuts = holdsBlocks || hidden !== place.hidden;
    const isSamePlace = !cuts && aroundText === place.aroundText && inLink === place.inLink;
    const inside: Place = isSamePlace
      ? place
      : {
          home: isBlock ? span : place.home,
          span,
          around: isBlock ? aroundText : place.around,
          aroundText,
          inLink,
          hidden,
        };
    if (cuts) {
      flush(place);
    }
    if (tag === "a") {
      run.links += 1;
      if (run.linkEnded !== null && run.linkEnded !== addressOf(child)) {
        run.seams.push(run.raw.length);
      }
    }
    visit(child, inside, depth + 1);
    run.linkEnded = tag === "a" ? addressOf(child) : run.linkEnded;
    if (cuts) {
      flush(inside);
    }
  };

  const around = bitOfName(root.localName);
  const hidden = hidesItself(root);
  const span = openSpan(root, null, hidden);
  const start = { home: span, span, around, aroundText: around, inLink: false, hidden };
  visit(root, start, 0);
  flush(start);
  for (const block of blocks) {
    block.whole = homes[block.index]?.runs === 1 && !withBlocks.has(block.element);
  }
  return { blocks, homes, spans };
}

const openSpan = (element: Element, parent: Span | null, hides: boolean): Span => ({
  element,
  parent,
  first: -1,
  last: -1,
  index: -1,
  hides,
  names: null,
  runs: 0,
});

/** Notes a block in its element and in all above; those that had none before are added to `spans`. */
function addBlock(home: Span, block: number, spans: Span[]): void {
  home.runs += 1;
  let fresh = 0;
  for (let span: Span | null = home; span !== null; span = span.parent) {
    if (span.first < 0) {
      span.first = block;
      fresh += 1;
    }
    span.last = block;
  }
  // All above one that is fresh no longer are: from the home upwards they go to the end, the last place first.
  let at = (spans.length += fresh) - 1;
  for (let span: Span | null = home; span !== null && span.index < 0; span = span.parent) {
    span.index = at;
    spans[at] = span;
    at -= 1;
  }
}

function withSpaces(text: string, offsets: readonly number[]): string {
  return (
    offsets.map((at, place) => text.slice(offsets[place - 1] ?? 0, at)).join(" ") +
    ` ${text.slice(offsets.at(-1))}`
  );
}

function emptyRun(): Run {
  return { linkEnded: null, seams: [], textNodes: [], raw: "", folded: null, linkChars: 0, links: 0 };
}

/** Empties a run without text. */
function forgetLinks(run: Run): void {
  run.linkEnded = null;
  run.raw = "";
  run.folded = null;
  run.links = 0;
  if (run.seams.length > 0) {
    run.seams = [];
  }
}

/** Elements below `root` with a block-level element or a `<br><br>` somewhere below them. */
function findBlockHolders(root: Element): ReadonlySet<Element> {
  const holders = new Set<Element>();
  const markUp = (from: Node | null): void => {
    for (let up = from; up !== null && up !== root && !holders.has(up as Element); up = up.parentNode) {
      holders.add(up as Element);
    }
    holders.add(root);
  };
  let node: Node | null = root.firstChild;
  let lastBreak: Node | null = null;
  while (node !== null) {
    if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      if (isBlockElement(element)) {
        markUp(element.parentNode);
        lastBreak = null;
      } else if (element.localName === "br") {
        if (lastBreak !== null) {
          markUp(lastBreak.parentNode);
          markUp(element.parentNode);
        }
        lastBreak = element;
      }
    } else if (node.nodeType === TEXT_NODE && lastBreak !== null && isVisible((node as Text).data)) {
      lastBreak = null;
    }
    node = nextNode(node, root);
  }
  return holders;
}

function nextNode(node: Node, root: Node): Node | null {
  if (node.firstChild !== null) {
    return node.firstChild;
  }
  for (let up: Node | null = node; up !== null && up !== root; up = up.parentNode) {
    if (up.nextSibling !== null) {
      return up.nextSibling;
    }
  }
  return null;
}

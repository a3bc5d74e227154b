import {
  addressOf,
  BLOCK,
  foldSpace,
  hidesItself,
  isControl,
  isVisible,
  LAYOUT_BITS,
  TEXTLESS,
} from "./blocks.ts";
import { emptyRun, ListedBlock, type Run, startRun } from "./block-run.ts";
import type { Block } from "./blocks.ts";
import { endsWithinWord, partsWords, saysLetter, startsWithinWord } from "./edge-within-word.ts";
import { findBlockHolders } from "./find-block-holders.ts";
import { factsOf, LAYOUT } from "./name-facts.ts";
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
const IN_PRE = bitOfName("pre");

interface Span extends ElementSpan {
  readonly parent: Span | null;
  /** Block-level elements hold runs themselves; others hold blocks that hold runs. */
  first: number;
  last: number;
  index: number;
  runs: number;
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

/** What the walk over a page has listed so far, and the run that it is in. */
interface Listing {
  readonly blocks: ListedBlock[];
  readonly homes: Span[];
  readonly spans: Span[];
  readonly withBlocks: ReadonlySet<Element>;
  readonly run: Run;
  breaks: number;
}

/**
 * Lists the text blocks below `root` in document order. A block ends where a block-level element starts or ends and at
 * two line breaks in a row. Hidden text is listed too (`hidden`); scripts, styles and form values are not.
 */
export function listBlocks(root: Element): BlockList {
  const withBlocks = findBlockHolders(root);
  const listing: Listing = { blocks: [], homes: [], spans: [], withBlocks, run: startRun(), breaks: 0 };
  const { blocks, homes, spans } = listing;
  const around = bitOfName(root.localName);
  const hidden = hidesItself(root);
  const span = openSpan(root, null, hidden);
  const start = { home: span, span, around, aroundText: around, inLink: false, hidden };
  visit(root, start, 0, listing);
  flush(start, listing);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as ListedBlock;
    block.whole = (homes[at] as Span).runs === 1 && !withBlocks.has(block.element);
  }
  return { blocks, homes, spans };
}

/** Ends the run: its text becomes a block. */
function flush(place: Place, listing: Listing): void {
  const { run, blocks } = listing;
  listing.breaks = 0;
  if (run.textNodes.length > 0) {
    listing.homes.push(place.home);
    addBlock(place.home, blocks.length, listing.spans);
    blocks.push(new ListedBlock(blocks.length, place.home.element, place, run));
  }
  emptyRun(run);
}

function addText(node: Text, place: Place, listing: Listing): void {
  const { run } = listing;
  if (!isVisible(node.data)) {
    addBlank(node.data, run);
    return;
  }
  if (run.partedAt === run.raw.length && partsWords(run.raw, node.data)) {
    node.data = ` ${node.data}`;
  }
  const { data } = node;
  const isFirst = run.textNodes.length === 0;
  run.raw += data;
  run.linkEnded = null;
  listing.breaks = 0;
  // Most runs have one: a list that grows gets room for seventeen.
  if (isFirst) run.textNodes = [node];
  else run.textNodes.push(node);
  run.folded = null;
  if (place.inLink) {
    const folded = foldSpace(data);
    run.linkChars += folded.length;
    if (isFirst) run.folded = folded;
  }
}

/** Adds text of which nothing is seen. Before the first that is seen it folds away, so that most runs are one text as it stands. */
function addBlank(data: string, run: Run): void {
  if (data === "") return;
  run.linkEnded = null;
  if (run.textNodes.length > 0) run.raw += data;
}

function addBreak(place: Place, listing: Listing): void {
  const { run } = listing;
  listing.breaks += 1;
  if (run.textNodes.length > 0) run.raw += " ";
  if (listing.breaks >= 2) {
    flush(place, listing);
  }
}

function visit(parent: Element, place: Place, depth: number, listing: Listing): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    const { nodeType } = node;
    if (nodeType === TEXT_NODE) {
      addText(node as Text, place, listing);
    } else if (nodeType === ELEMENT_NODE) {
      visitElement(node as Element, place, depth, listing);
    }
  }
}

function visitElement(child: Element, place: Place, depth: number, listing: Listing): void {
  const tag = child.localName;
  if (tag === "br") {
    addBreak(place, listing);
    return;
  }
  if (tag === "img") {
    partLine(listing.run, saysLetter(child));
  }
  const facts = factsOf(tag);
  const layout = facts & LAYOUT;
  if (layout === TEXTLESS || depth > MAX_DEPTH) {
    return;
  }
  const isBlock = layout === BLOCK || isControl(child);
  const aroundText = place.aroundText | (facts >> LAYOUT_BITS);
  const inside = placeIn(child, isBlock, aroundText, place, listing);
  // A new block begins and ends with it.
  const cuts = inside.span !== place.span || inside.hidden !== place.hidden;
  const isInline = !isBlock && inside.hidden === place.hidden;
  if (cuts && !(isInline && startsWithinWord(child, listing.run.raw))) {
    flush(place, listing);
  }
  if (tag === "a") {
    beginLink(child, place, listing.run);
  } else if (tag === "button") {
    partLine(listing.run);
  }
  visit(child, inside, depth + 1, listing);
  if (tag === "a") {
    listing.run.linkEnded = addressOf(child);
  } else if (tag === "button") {
    partLine(listing.run);
  }
  if (cuts && !(isInline && endsWithinWord(child, listing.run.raw))) {
    flush(inside, listing);
  }
}

/** Where the children of an element stand; the element's own place where it makes no difference. */
function placeIn(
  child: Element,
  isBlock: boolean,
  aroundText: number,
  place: Place,
  { withBlocks }: Listing,
): Place {
  const holdsBlocks = isBlock || withBlocks.has(child);
  const hides = hidesItself(child);
  const hidden = place.hidden || hides;
  const inLink = place.inLink || child.localName === "a";
  const cuts = holdsBlocks || hidden !== place.hidden;
  if (!cuts && aroundText === place.aroundText && inLink === place.inLink) {
    return place;
  }
  const span = holdsBlocks ? openSpan(child, place.span, hides) : place.span;
  return {
    home: isBlock ? span : place.home,
    span,
    around: isBlock ? aroundText : place.around,
    aroundText,
    inLink,
    hidden,
  };
}

/** Notes what stands in a line between its texts: a picture, a button's edge. */
function partLine(run: Run, isLetter = false): void {
  run.seams.push(run.raw.length);
  if (!isLetter) run.partedAt = run.raw.length;
}

/** Links to two places stand apart, but where the page's own white space is kept. */
function beginLink(link: Element, { aroundText }: Place, run: Run): void {
  run.links += 1;
  if (run.linkEnded !== null && (aroundText & IN_PRE) === 0 && run.linkEnded !== addressOf(link)) {
    run.seams.push(run.raw.length);
  }
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

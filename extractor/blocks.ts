import { alphabeticLength } from "./alphabetic-length.ts";
import { bitOfName } from "./names-around.ts";

/**
 * A block is the smallest piece of a page that a reader sees as one: a paragraph, a heading, a list item, a cell,
 * or a run of bare text between two of them. Everything that decides what stays decides it about blocks.
 */

/** One text block. Text outside of blocks does not exist: all visible text of a root is in exactly one block. */
export interface Block {
  /** Place in document order, from 0. */
  readonly index: number;
  /** The block-level element that holds the run (for a leaf such as `<p>`, the element itself). */
  readonly element: Element;
  /** Local name of `element`, for example `p`, `h2`, `li`, `td`, `div`. */
  readonly tag: string;
  /** Names of `element` and the elements it stands in, as bits; see names-around.ts. */
  readonly around: number;
  /** Non-blank text nodes of the run, in order: a block is kept or removed by its text nodes. */
  readonly textNodes: readonly Text[];
  /** Visible text, white space folded, trimmed; never empty. */
  readonly text: string;
  /** `text` with a space between links side by side that lead to different places: words apart, set so by their style. */
  readonly shownText: string;
  /** Characters of `text`, as if it were written in an alphabet; see alphabeticLength. */
  readonly alphabeticLength: number;
  /** Characters of `text` (roughly) that stand in links. */
  readonly linkChars: number;
  /** Links in the run. */
  readonly links: number;
  /** True when the run is the whole of `element`'s text. */
  readonly whole: boolean;
  /** True under `hidden`, `display:none`, `visibility:hidden` or a closed dialog. */
  readonly hidden: boolean;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Elements that start a block of their own wherever they stand. */
const BLOCK_TAGS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th " +
    "thead tr ul"
  ).split(" "),
);

/** Elements whose text no reader sees as text. */
const TEXTLESS_TAGS = new Set(
  (
    "applet audio canvas datalist embed head iframe input link map math-script meta noembed noframes object option param " +
    "picture-source script select source style svg template textarea title track video"
  ).split(" "),
);

/** Text with white space folded to single spaces and trimmed; soft hyphens and zero-width spaces go. */
export function foldSpace(text: string): string {
  const visible = INVISIBLE.test(text) ? text.replaceAll(EVERY_INVISIBLE, "") : text;
  return (UNFOLDED_SPACE.test(visible) ? visible.replaceAll(SPACES, " ") : visible).trim();
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const EVERY_INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const SPACES = /\s+/g;

/** White space that is no single space: most runs of text have none. */
const UNFOLDED_SPACE = /[^\S ]|\s\s/;

/** Neither white space nor invisible (`\ufeff` is white space too). */
const VISIBLE = /[^\s\u00ad\u200b\u2060]/;

/** True for an element that a browser lays out as a block. */
export function isBlockElement(element: Element): boolean {
  const tag = element.localName;
  // A button in a paragraph is a term with an explanation; elsewhere it is a control of its own.
  return BLOCK_TAGS.has(tag) || (tag === "button" && element.parentNode?.nodeName.toLowerCase() !== "p");
}

/** True for an element whose text is not shown as text: scripts, styles, form values, media fallbacks. */
export function isTextless(element: Element): boolean {
  return TEXTLESS_TAGS.has(element.localName);
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** True for an element that hides itself and all below it. */
export function hidesItself(element: Element): boolean {
  if (element.localName === "noscript" || element.hasAttribute("hidden")) {
    return true;
  }
  if (element.localName === "dialog" && !element.hasAttribute("open")) {
    return true;
  }
  const style = element.getAttribute("style");
  return style !== null && HIDING_STYLE.test(style);
}

interface Run {
  /** The address of the link that ended last, while no text came since. */
  linkEnded: string | null;
  /** Offsets in `raw` where a link follows another. */
  seams: number[];
  textNodes: Text[];
  raw: string;
  linkChars: number;
  links: number;
}

interface Place {
  /** Nearest block-level ancestor. */
  readonly element: Element;
  /** Names of that element and those above it, as bits. */
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
export function listBlocks(root: Element): Block[] {
  const blocks: (Omit<Block, "whole"> & { whole: boolean })[] = [];
  const runsOf = new Map<Element, number[]>();
  const withBlocks = findBlockHolders(root);
  let run = emptyRun();
  let breaks = 0;

  const flush = (place: Place): void => {
    breaks = 0;
    if (run.raw === "" && run.links === 0 && !run.linkEnded) {
      return;
    }
    const text = foldSpace(run.raw);
    if (text !== "" && run.textNodes.length > 0) {
      const mine = runsOf.get(place.element) ?? [];
      mine.push(blocks.length);
      runsOf.set(place.element, mine);
      blocks.push({
        index: blocks.length,
        element: place.element,
        tag: place.element.localName,
        around: place.around,
        textNodes: run.textNodes,
        text,
        shownText: run.seams.length === 0 ? text : foldSpace(withSpaces(run.raw, run.seams)),
        alphabeticLength: alphabeticLength(text),
        linkChars: run.linkChars,
        links: run.links,
        whole: false,
        hidden: place.hidden,
      });
    }
    run = emptyRun();
  };

  const addText = (node: Text, place: Place): void => {
    const data = node.data;
    run.raw += data;
    run.linkEnded = data === "" ? run.linkEnded : null;
    const text = foldSpace(data);
    if (text !== "") {
      breaks = 0;
      run.textNodes.push(node);
      run.linkChars += place.inLink ? text.length : 0;
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
      if (breaks >= 2) {
        flush(place);
      }
      return;
    }
    if (isTextless(child) || depth > MAX_DEPTH) {
      return;
    }
    const isBlock = isBlockElement(child);
    const aroundText = place.aroundText | bitOfName(tag);
    const inside = {
      element: isBlock ? child : place.element,
      around: isBlock ? aroundText : place.around,
      aroundText,
      inLink: place.inLink || tag === "a",
      hidden: place.hidden || hidesItself(child),
    };
    const cuts = isBlock || withBlocks.has(child) || inside.hidden !== place.hidden;
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
  const start = { element: root, around, aroundText: around, inLink: false, hidden: hidesItself(root) };
  visit(root, start, 0);
  flush(start);
  for (const block of blocks) {
    block.whole = runsOf.get(block.element)?.length === 1 && !withBlocks.has(block.element);
  }
  return blocks;
}

/** Where a link leads; two of one address side by side are one, split by an editor. */
export function addressOf(link: Element): string {
  return link.getAttribute("href") ?? "";
}

function withSpaces(text: string, offsets: readonly number[]): string {
  return (
    offsets.map((at, place) => text.slice(offsets[place - 1] ?? 0, at)).join(" ") +
    ` ${text.slice(offsets.at(-1))}`
  );
}

function emptyRun(): Run {
  return { linkEnded: null, seams: [], textNodes: [], raw: "", linkChars: 0, links: 0 };
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
    } else if (node.nodeType === TEXT_NODE && lastBreak !== null && VISIBLE.test((node as Text).data)) {
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

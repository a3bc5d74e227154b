/**
 * A block is the smallest piece of a page that a reader sees as one: a paragraph, a heading, a list item, a cell,
 * or a run of bare text between two of them. Everything that decides what stays decides it about blocks.
 */
import type { FoldedText } from "./words/read-words.ts";

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
  /** What word lists see in `text`, kept by who reads it first; see words/words-of.ts. */
  words: FoldedText | null;
  /** `text` with a space at pictures and between links side by side that lead to different places: words apart, set so by their style. */
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

/** How elements of a name are laid out: as blocks, as nothing of which text is seen, or in their line (0). */
export const BLOCK = 1;
export const TEXTLESS = 2;
/** The bits that this takes. */
export const LAYOUT_BITS = 2;

/** What each name says, looked up once for every element of a page. */
const KINDS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BLOCK_TAGS, (tag) => [tag, BLOCK] as const),
  ...Array.from(TEXTLESS_TAGS, (tag) => [tag, TEXTLESS] as const),
]);

/** Text with white space folded to single spaces and trimmed; soft hyphens and zero-width spaces go. */
export function foldSpace(text: string): string {
  // Most have no more to fold than the line breaks around them.
  const trimmed = text.trim();
  if (!UNFOLDED.test(trimmed)) {
    return trimmed;
  }
  return trimmed.replaceAll(INVISIBLE, "").replaceAll(SPACES, " ").trim();
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
/** White space that is more than a single space, or another than that. */
const SPACES = /\s{2,}|[^\S ]/g;

/** White space that is no single space, and what is invisible: most runs of text have none. */
const UNFOLDED = /[^\S ]|\s\s|[\u00ad\u200b\u2060]/;

/** Neither white space nor invisible (`\ufeff` is white space too). */
const VISIBLE = /[^\s\u00ad\u200b\u2060]/;

/** True for text that foldSpace leaves something of. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

export const layoutOf = (tag: string): number => KINDS.get(tag) ?? 0;

/** True for an element that a browser lays out as a block. */
export function isBlockElement(element: Element): boolean {
  return layoutOf(element.localName) === BLOCK || isControl(element);
}

/** A button in a paragraph is a term with an explanation; elsewhere it is a control of its own, and a block. */
export function isControl(element: Element): boolean {
  return element.localName === "button" && element.parentNode?.nodeName.toLowerCase() !== "p";
}

/** True for an element whose text is not shown as text: scripts, styles, form values, media fallbacks. */
export function isTextless(element: Element): boolean {
  return layoutOf(element.localName) === TEXTLESS;
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** True for an element that hides itself and all below it. */
export function hidesItself(element: Element): boolean {
  const tag = element.localName;
  if (tag === "noscript" || (tag === "dialog" && !element.hasAttribute("open"))) {
    return true;
  }
  if (!element.hasAttributes()) {
    return false;
  }
  const style = element.getAttribute("style");
  return element.hasAttribute("hidden") || (style !== null && HIDING_STYLE.test(style));
}

/** Where a link leads; two of one address side by side are one, split by an editor. */
export function addressOf(link: Element): string {
  return link.getAttribute("href") ?? "";
}

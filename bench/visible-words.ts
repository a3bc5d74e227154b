import type { Extraction } from "../types.ts";

/** Elements whose text no reader sees as text: code, style, form values, what stands in for media. */
const UNREAD = new Set(
  (
    "applet audio canvas datalist embed head iframe input link map math-script meta noembed noframes object option param " +
    "picture-source script select source style svg template textarea title track video"
  ).split(" "),
);

/**
 * Elements that begin and end lines of their own, or cells, by the HTML Standard (§15.3), and controls and pictures that stand
 * between words. All others stand within a line, also those that no standard knows.
 */
const APART = new Set(
  (
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html img legend li listing main menu nav ol p plaintext pre search " +
    "section summary table tbody td tfoot th thead tr ul xmp"
  ).split(" "),
);

/** A frame that is never closed within its `noscript`. */
const OPEN_FRAME = /<iframe\b[^>]*>(?!.*<\/iframe)/gis;

/**
 * Drops frames that a `noscript` leaves open. A browser that runs scripts reads a `noscript` as text; without scripts such a
 * frame takes all of the page after it for its own.
 */
export function withoutOpenFrames(html: string): string {
  return html.replace(/(?<=<noscript\b[^>]*>).*?(?=<\/noscript)/gis, (inside) =>
    inside.replace(OPEN_FRAME, ""),
  );
}

/** White space that this puts in, a space at the end: half of a surrogate pair, which no decoded page holds. */
const GAP = "\udfff";
/** Those that are no half of a character. */
const GAPS = /\udfff/gu;

const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]`;
/** A line break of the source within text in Chinese or Japanese is no space (CSS Text 3 §4.1.3). */
const WRAPPED_EAST = new RegExp(String.raw`(?<=${WIDE})[ \t\f]*[\n\r][ \t\n\f\r]*(?=${WIDE})`, "gu");

/**
 * All text of a page that a reader can see or a script can show, with white space wherever lines or cells part, at pictures,
 * and before a link that follows right after a link to another place, but where the page's own white space is kept.
 * Written apart from the extractor, to hold it to the page.
 */
export function visibleText(root: Node): string {
  let text = "";
  let linkEnded: string | null = null;
  const holders = findLineHolders(root);
  const visit = (node: Node, underHidden: "hidden" | "shown"): void => {
    if (node.nodeType === node.TEXT_NODE) {
      const { data } = node as Text;
      // White space of its own between two elements sets them apart in every script.
      text += /^[ \t\n\f\r]+$/u.test(data) ? GAP + data : data;
      linkEnded = data === "" ? linkEnded : null;
      return;
    }
    const { localName } = node as Element;
    if (node.nodeType !== node.ELEMENT_NODE || UNREAD.has(localName)) {
      return;
    }
    const address =
      localName === "a" && (node as Element).closest("pre") === null
        ? ((node as Element).getAttribute("href") ?? "")
        : null;
    const under = isHidden(node as Element) ? "hidden" : underHidden;
    const space = APART.has(localName) || holders.has(node) || under !== underHidden ? GAP : "";
    text += address !== null && linkEnded !== null && linkEnded !== address ? GAP : space;
    const begin = text.length;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      visit(child, under);
    }
    if (localName === "pre") text = text.slice(0, begin) + text.slice(begin).replaceAll("\n", GAP);
    text += space;
    linkEnded = address ?? linkEnded;
  };
  visit(root, isHidden(root as Element) ? "hidden" : "shown");
  return text.replaceAll(WRAPPED_EAST, "").replaceAll(GAPS, " ");
}

/** Elements with lines of their own within: what they say of it stands apart from the line around them. */
function findLineHolders(root: Node): ReadonlySet<Node> {
  const holders = new Set<Node>();
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const { localName } = child as Element;
      if (child.nodeType !== child.ELEMENT_NODE) continue;
      if (APART.has(localName) && localName !== "br" && localName !== "img") {
        for (let up: Node | null = node; up !== null && !holders.has(up); up = up.parentNode) holders.add(up);
      }
      visit(child);
    }
  };
  visit(root);
  return holders;
}

/** What a script may show stands apart from what is shown. */
function isHidden(element: Element): boolean {
  return (
    (element.localName === "dialog" && !element.hasAttribute("open")) ||
    element.localName === "noscript" ||
    element.hasAttribute("hidden") ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute("style") ?? "")
  );
}

/** What an extraction kept and removed, as one text. */
export function accountedText({ articleBody, extraction }: Extraction): string {
  return [articleBody, ...extraction.removed.map(({ text }) => text)].join("\n");
}

export interface Difference {
  /** Pieces of the page that are in no part of the extraction. */
  readonly lost: readonly string[];
  /** Pieces of the extraction that are not on the page, or more often than there. */
  readonly invented: readonly string[];
}

/** Letters and digits one by one: what no way of putting spaces changes. */
export function lettersOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]/gu) ?? [];
}

/** Words: runs of letters, digits and marks. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/gu, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Compares two multisets. */
export function differenceOf(page: readonly string[], accounted: readonly string[]): Difference {
  const counts = new Map<string, number>();
  for (const piece of page) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const piece of accounted) counts.set(piece, (counts.get(piece) ?? 0) - 1);
  const pieces = (sign: 1 | -1): readonly string[] =>
    [...counts].flatMap(([piece, count]) => Array<string>(Math.max(0, count * sign)).fill(piece));
  return { lost: pieces(1), invented: pieces(-1) };
}

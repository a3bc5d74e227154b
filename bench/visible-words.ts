import type { Extraction } from "../types.ts";

/** Elements whose text no reader sees as text: code, style, form values, what stands in for media. */
const UNREAD = new Set(
  (
    "applet audio canvas datalist embed head iframe input link map math-script meta noembed noframes object option param " +
    "picture-source script select source style svg template textarea title track video"
  ).split(" "),
);

/** Elements within a line; all others begin and end lines of their own. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math meter nobr output progress q ruby rb rp rt " +
    "rtc s samp slot small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);

/**
 * All text of a page that a reader can see or a script can show, with white space wherever lines or cells part and between links side by side to different places.
 * Written apart from the extractor, to hold it to the page.
 */
export function visibleText(root: Node): string {
  let text = "";
  let linkEnded: string | null = null;
  const visit = (node: Node, underHidden: "hidden" | "shown"): void => {
    if (node.nodeType === node.TEXT_NODE) {
      text += (node as Text).data;
      linkEnded = (node as Text).data === "" ? linkEnded : null;
      return;
    }
    const { localName } = node as Element;
    if (node.nodeType !== node.ELEMENT_NODE || UNREAD.has(localName)) {
      return;
    }
    const address = localName === "a" ? ((node as Element).getAttribute("href") ?? "") : null;
    const under = isHidden(node as Element) ? "hidden" : underHidden;
    const apart =
      !(INLINE.has(localName) || localName.includes("-")) ||
      under !== underHidden ||
      (address !== null && linkEnded !== null && linkEnded !== address);
    const space = apart ? " " : "";
    text += space;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      visit(child, under);
    }
    text += space;
    linkEnded = address ?? linkEnded;
  };
  visit(root, isHidden(root as Element) ? "hidden" : "shown");
  return text;
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

import { blankDrawing, foreignEnd } from "./foreign-content.ts";
import { isDataScript, isResourceLink } from "./prune-rules.ts";
import { hasRawText, rawTextEnd, scriptEnd } from "./raw-text.ts";
import { USUAL_TAGS, type ScannedTag } from "./scan-tag.ts";
import { endTagEnd } from "./walk-markup.ts";

/** An element that is dropped: it goes up to `end`. */
export interface Drop {
  readonly end: number;
  /** Whether an empty one of its name keeps its place. */
  readonly keepsPlace: boolean;
}

/** Where a walk through a page's tags stands. */
export interface Whereabouts {
  begun: boolean;
  /** Elements go from the head only: in the body Readability counts them as children. */
  inHead: boolean;
}

/** Tags that do not end the head (HTML Standard §13.2.6.4.4). */
const HEAD_TAGS: ReadonlySet<string> = new Set(
  "html head base basefont bgsound link meta noscript script style template title noframes".split(" "),
);

/** To be told of every start tag. */
export function passTag(where: Whereabouts, name: string): void {
  if (where.inHead || !where.begun) {
    where.inHead = HEAD_TAGS.has(name) && (where.begun ? where.inHead : name === "head");
    where.begun ||= name !== "html";
  }
}

/** 1 for each usual tag that is never dropped and whose content is markup like any other, by its place. */
const RULED_TAGS: ReadonlySet<string> = new Set(["script", "style", "svg", "noscript", "link"]);
const IS_PLAIN = Uint8Array.from(USUAL_TAGS.names, (name) =>
  RULED_TAGS.has(name) || hasRawText(name) ? 0 : 1,
);

/** Whether an element is like nearly all: of it the attributes alone are looked at. */
export const isPlainTag = ({ place }: ScannedTag): boolean => place >= 0 && IS_PLAIN[place] === 1;

/** A `noscript` that is dropped: elements that show nothing, and no text. */
const BLANK_NOSCRIPT = /^(?:[\t\n\f\r ]|<\/?(?:iframe|link|meta)\b[^>]*>|<style\b[^>]*>[^<]*<\/style\s*>)*$/i;
/** In the head it may hold less: an `iframe` there begins the body. */
const BLANK_HEAD_NOSCRIPT = /^(?:[\t\n\f\r ]|<(?:link|meta)\b[^>]*>|<style\b[^>]*>[^<]*<\/style\s*>)*$/i;
const NOSCRIPT_END = /<\/noscript[\t\n\f\r />]/i;
/** Longer ones stay: the bound keeps a page of unclosed ones from being searched to its end for each of them. */
const MAX_NOSCRIPT = 4000;

/** Whether an element is dropped with all that is in it; null for one that stays. */
export function judgeElement(html: string, tag: ScannedTag, inHead: boolean): Drop | null {
  switch (tag.name) {
    case "link":
      return inHead && isResourceLink(html, tag) ? { end: tag.end, keepsPlace: false } : null;
    case "script":
      return isDataScript(html, tag)
        ? null
        : { end: endTagEnd(html, scriptEnd(html, tag.end)), keepsPlace: !inHead };
    case "style":
      return {
        end: endTagEnd(html, rawTextEnd(html, "style", tag.end)),
        keepsPlace: !inHead,
      };
    case "noscript":
      return judgeNoscript(html, tag.end, inHead);
    default:
      return null;
  }
}

function judgeNoscript(html: string, from: number, inHead: boolean): Drop | null {
  const content = html.slice(from, from + MAX_NOSCRIPT);
  const close = content.search(NOSCRIPT_END);
  const blank = inHead ? BLANK_HEAD_NOSCRIPT : BLANK_NOSCRIPT;
  if (close < 0 || !blank.test(content.slice(0, close))) return null;
  return { end: endTagEnd(html, from + close), keepsPlace: !inHead };
}

/** What is inside of an `svg`. */
export interface Drawing {
  /** Where its end tag begins. */
  readonly close: number;
  /** Past its end tag. */
  readonly end: number;
  /** The white space that stands for a drawing which says nothing; null for one that stays as it is. */
  readonly blank: string | null;
}

/** Reads a drawing whose content begins at `from`. */
export function judgeDrawing(html: string, from: number): Drawing {
  const end = foreignEnd(html, "svg", from);
  const close = html.lastIndexOf("</", end - 1);
  return { close, end, blank: close <= from ? null : blankDrawing(html.slice(from, close)) };
}

/** Comments up to this length are not worth the copying; the marks of React's boundaries, `<!--$?-->` and `<!--/$-->`, are told by what they say. */
const SHORT_COMMENT = 9;
const BLANK_COMMENT = /^\s*--!?>$/;

/**
 * What is left of a comment's text; null for one that stays as it is. A comment keeps its place and whether it is blank:
 * Readability reads both, and nothing else of it.
 */
export function judgeComment(html: string, at: number, end: number): "" | "x" | null {
  if (end - at <= SHORT_COMMENT) return null;
  return BLANK_COMMENT.test(html.slice(at + 4, end)) ? "" : "x";
}

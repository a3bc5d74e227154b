import { beginCutting, cut, endCutting, type Cutting } from "./prune/cut-text.ts";
import { blankDrawing, foreignEnd } from "./prune/foreign-content.ts";
import { isDataScript, isResourceLink, judgeAttribute, KEPT_DATA_URL } from "./prune/prune-rules.ts";
import { hasRawText, rawTextEnd, scriptEnd } from "./prune/raw-text.ts";
import { USUAL_TAGS, type ScannedTag } from "./prune/scan-tag.ts";
import { contentEnd, endTagEnd, walkMarkup } from "./prune/walk-markup.ts";

/** A `noscript` that is dropped: elements that show nothing, and no text. */
const BLANK_NOSCRIPT = /^(?:[\t\n\f\r ]|<\/?(?:iframe|link|meta)\b[^>]*>|<style\b[^>]*>[^<]*<\/style\s*>)*$/i;
/** In the head it may hold less: an `iframe` there begins the body. */
const BLANK_HEAD_NOSCRIPT = /^(?:[\t\n\f\r ]|<(?:link|meta)\b[^>]*>|<style\b[^>]*>[^<]*<\/style\s*>)*$/i;
const NOSCRIPT_END = /<\/noscript[\t\n\f\r />]/i;
/** Longer ones stay: the bound keeps a page of unclosed ones from being searched to its end for each of them. */
const MAX_NOSCRIPT = 4000;
/** Comments up to this length are not worth the copying. */
const SHORT_COMMENT = 8;

/** Tags that do not end the head (HTML Standard §13.2.6.4.4). */
const HEAD_TAGS: ReadonlySet<string> = new Set(
  "html head base basefont bgsound link meta noscript script style template title noframes".split(" "),
);

/** 1 for each usual tag whose content is markup like any other, by its place. */
const RULED_TAGS: ReadonlySet<string> = new Set(["script", "style", "svg", "noscript"]);
const IS_PLAIN = Uint8Array.from(USUAL_TAGS.names, (name) =>
  RULED_TAGS.has(name) || hasRawText(name) ? 0 : 1,
);

/**
 * Drops from a page, before any DOM is built, what no reader of its text needs: what scripts (but for JSON-LD) and styles
 * say, drawings without text, what comments say, links to resources, what stands in a `noscript` without a picture, event
 * handlers and long attributes. One pass.
 *
 * Outside of the head an emptied element keeps its place: a path such as `div:nth-child(3)` means the same element as before.
 * Readability finds the same text in the result as in the page. A `data:` address of more than 1,000 characters is cut
 * and no longer shows its picture.
 */
export function pruneHtml(html: string): string {
  const cutting = beginCutting(html);
  // Elements go from the head only: in the body Readability counts them as children.
  let inHead = false;
  let begun = false;
  walkMarkup(html, {
    startTag(at, tag) {
      if (inHead || !begun) {
        inHead = HEAD_TAGS.has(tag.name) && (begun ? inHead : tag.name === "head");
        begun ||= tag.name !== "html";
        if (tag.name === "link" && inHead && isResourceLink(html, tag)) return cut(cutting, at, tag.end);
      }
      if (tag.place >= 0 && IS_PLAIN[tag.place] === 1) {
        if (tag.attributeCount > 0) pruneAttributes(cutting, tag);
        return tag.end;
      }
      return pruneElement(cutting, at, { tag, inHead });
    },
    comment: (at, end) => pruneComment(cutting, at, end),
  });
  return endCutting(cutting);
}

/** A comment keeps its place and whether it is blank: Readability reads both, and nothing else of it. */
function pruneComment(cutting: Cutting, at: number, end: number): number {
  if (end - at <= SHORT_COMMENT) return end;
  const isBlank = /^\s*--!?>$/.test(cutting.text.slice(at + 4, end));
  return cut(cutting, at, end, isBlank ? "<!---->" : "<!--x-->");
}

interface TagPlace {
  readonly tag: ScannedTag;
  readonly inHead: boolean;
}

function pruneElement(cutting: Cutting, at: number, { tag, inHead }: TagPlace): number {
  const html = cutting.text;
  switch (tag.name) {
    case "script": {
      const end = endTagEnd(html, scriptEnd(html, tag.end));
      return isDataScript(html, tag) ? end : cut(cutting, at, end, inHead ? "" : "<script></script>");
    }
    case "style": {
      const end = endTagEnd(html, rawTextEnd(html, "style", tag.end));
      return cut(cutting, at, end, inHead ? "" : "<style></style>");
    }
    case "svg":
      return tag.selfClosing ? tag.end : pruneDrawing(cutting, tag.end);
    case "math":
    case "plaintext":
      return contentEnd(html, tag);
    case "noscript":
      return pruneNoscript(cutting, at, { tag, inHead });
    default:
      pruneAttributes(cutting, tag);
      return contentEnd(html, tag);
  }
}

function pruneDrawing(cutting: Cutting, from: number): number {
  const html = cutting.text;
  const end = foreignEnd(html, "svg", from);
  const close = html.lastIndexOf("</", end - 1);
  if (close <= from) return end;
  const text = blankDrawing(html.slice(from, close));
  if (text !== null) cut(cutting, from, close, text);
  return end;
}

function pruneNoscript(cutting: Cutting, at: number, { tag: { end: from }, inHead }: TagPlace): number {
  const content = cutting.text.slice(from, from + MAX_NOSCRIPT);
  const close = content.search(NOSCRIPT_END);
  const blank = inHead ? BLANK_HEAD_NOSCRIPT : BLANK_NOSCRIPT;
  if (close < 0 || !blank.test(content.slice(0, close))) return from;
  return cut(cutting, at, endTagEnd(cutting.text, from + close), inHead ? "" : "<noscript></noscript>");
}

function pruneAttributes(cutting: Cutting, tag: ScannedTag): void {
  for (let index = 0; index < tag.attributeCount; index++) {
    const verdict = judgeAttribute(cutting.text, tag, index);
    if (verdict === "drop") cut(cutting, tag.nameStarts[index] ?? 0, tag.attributeEnds[index] ?? 0);
    else if (verdict === "cut") {
      cut(cutting, (tag.valueStarts[index] ?? 0) + KEPT_DATA_URL, tag.valueEnds[index] ?? 0);
    }
  }
}

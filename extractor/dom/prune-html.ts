import { beginCutting, cut, endCutting, type Cutting } from "./prune/cut-text.ts";
import { blankDrawing, foreignEnd } from "./prune/foreign-content.ts";
import { isDataScript, isResourceLink, judgeAttribute, KEPT_DATA_URL } from "./prune/prune-rules.ts";
import { rawTextEnd, scriptEnd } from "./prune/raw-text.ts";
import type { ScannedTag } from "./prune/scan-tag.ts";
import { contentEnd, endTagEnd, walkMarkup } from "./prune/walk-markup.ts";

/** What a `noscript` must not hold to be dropped: anything but elements that show nothing. */
const NOSCRIPT_REST = /<(?!\/?(?:iframe|link|style|meta)\b)/i;
const NOSCRIPT_END = /<\/noscript[\t\n\f\r />]/i;
/** Longer ones stay: the bound keeps a page of unclosed ones from being searched to its end for each of them. */
const MAX_NOSCRIPT = 4000;
/** Comments up to this length are not worth the copying. */
const SHORT_COMMENT = 8;

/**
 * Drops from a page, before any DOM is built, what no reader of its text needs: scripts (data such as JSON-LD stays),
 * styles, drawings without text, what comments say, links to resources, `noscript` without a picture, event handlers and
 * long attributes. One pass.
 *
 * Readability finds the same text in the result as in the page. A `data:` address of more than 1,000 characters is cut
 * and no longer shows its picture.
 */
export function pruneHtml(html: string): string {
  const cutting = beginCutting(html);
  // Links to resources go from the head only: in the body Readability counts them as children.
  let inBody = false;
  walkMarkup(html, {
    startTag(at, tag) {
      inBody ||= tag.name === "body";
      if (tag.name === "link" && !inBody && isResourceLink(html, tag)) return cut(cutting, at, tag.end);
      return pruneElement(cutting, at, tag);
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

function pruneElement(cutting: Cutting, at: number, tag: ScannedTag): number {
  const html = cutting.text;
  switch (tag.name) {
    case "script": {
      const end = endTagEnd(html, scriptEnd(html, tag.end));
      return isDataScript(html, tag) ? end : cut(cutting, at, end);
    }
    case "style":
      return cut(cutting, at, endTagEnd(html, rawTextEnd(html, "style", tag.end)));
    case "svg":
      return tag.selfClosing ? tag.end : pruneDrawing(cutting, tag.end);
    case "math":
    case "plaintext":
      return contentEnd(html, tag);
    case "noscript":
      return pruneNoscript(cutting, at, tag.end);
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

function pruneNoscript(cutting: Cutting, at: number, from: number): number {
  const content = cutting.text.slice(from, from + MAX_NOSCRIPT);
  const close = content.search(NOSCRIPT_END);
  if (close < 0 || NOSCRIPT_REST.test(content.slice(0, close))) return from;
  return cut(cutting, at, endTagEnd(cutting.text, from + close));
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

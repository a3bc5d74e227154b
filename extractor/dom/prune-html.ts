import { blankDrawing, foreignEnd } from "./prune/foreign-content.ts";
import { isDataScript, isResourceLink, judgeAttribute, KEPT_DATA_URL } from "./prune/prune-rules.ts";
import { commentEnd, hasRawText, rawTextEnd, scriptEnd } from "./prune/raw-text.ts";
import { emptyTag, scanTag, type ScannedTag } from "./prune/scan-tag.ts";

const STYLE_CONTENT = /(<style\b[^>]*>)[\s\S]*?(?=<\/style\b)/gi;
/** Elements that show nothing: a `noscript` with nothing else in it can go. */
const NOSCRIPT_REST = /<(?!\/?(?:iframe|link|style|meta)\b)/i;
/** Longer ones stay: the bound keeps a page of unclosed ones from being searched to its end for each of them. */
const MAX_NOSCRIPT = 4000;
const NOSCRIPT_END = /<\/noscript[\t\n\f\r />]/i;

/** The page as it is copied: what was not dropped so far, and from where on it is still to be copied. */
interface Copy {
  readonly html: string;
  readonly kept: string[];
  copied: number;
  /** Whether the body has begun: links to resources go from the head only. */
  inBody: boolean;
  readonly tag: ScannedTag;
}

/**
 * Drops from a page, before any DOM is built, what no reader of its text needs: scripts (data such as JSON-LD stays),
 * styles, drawings without text, what comments say, links to resources, `noscript` without a picture, event handlers and
 * long attributes. One pass, with a parser's idea of where raw text, comments and quoted values end.
 *
 * Readability finds the same text in the result as in the page. A `data:` address of more than 1,000 characters is cut
 * and no longer shows its picture.
 */
export function pruneHtml(html: string): string {
  const copy: Copy = { html, kept: [], copied: 0, inBody: false, tag: emptyTag() };
  let at = html.indexOf("<");
  while (at >= 0) at = html.indexOf("<", passMarkup(copy, at));
  if (copy.kept.length === 0) return html;
  copy.kept.push(html.slice(copy.copied));
  return copy.kept.join("");
}

/** Empties every style element. */
export function emptyStyles(html: string): string {
  return html.replaceAll(STYLE_CONTENT, "$1");
}

/** Deals with the markup that begins at `at` and gives the position from which to go on. */
function passMarkup(copy: Copy, at: number): number {
  const { html } = copy;
  const code = html.charCodeAt(at + 1) | 32;
  if (code >= 97 && code <= 122) return passStartTag(copy, at);
  if (html.startsWith("</", at)) {
    return isLetter(html.charCodeAt(at + 2)) ? passEndTag(copy, at) : at + 2;
  }
  if (html.startsWith("<!--", at)) return passComment(copy, at);
  return at + 1;
}

function passEndTag(copy: Copy, at: number): number {
  return scanTag(copy.html, at + 2, copy.tag) ? copy.tag.end : copy.html.length;
}

/** A comment keeps its place and whether it is blank: Readability reads both, and nothing else of it. */
function passComment(copy: Copy, at: number): number {
  const end = commentEnd(copy.html, at);
  if (end - at > 8)
    replace(copy, at, end, copy.html.slice(at + 4, end - 3).trim() === "" ? "<!---->" : "<!--x-->");
  return end;
}

function passStartTag(copy: Copy, at: number): number {
  const { html, tag } = copy;
  if (!scanTag(html, at + 1, tag)) return html.length;
  const { name, end } = tag;
  switch (name) {
    case "script":
      return passScript(copy, at);
    case "style":
      return replace(copy, at, afterEndTag(copy, rawTextEnd(html, "style", end)), "");
    case "svg":
      return tag.selfClosing ? end : passDrawing(copy, end);
    case "math":
      return tag.selfClosing ? end : foreignEnd(html, "math", end);
    case "noscript":
      return passNoscript(copy, at);
    case "plaintext":
      return html.length;
    case "body":
      copy.inBody = true;
      break;
    case "link":
      if (!copy.inBody && isResourceLink(html, tag)) return replace(copy, at, end, "");
      break;
    default:
      break;
  }
  pruneAttributes(copy);
  return hasRawText(name) ? rawTextEnd(html, name, end) : end;
}

function passScript(copy: Copy, at: number): number {
  const isData = isDataScript(copy.html, copy.tag);
  const end = afterEndTag(copy, scriptEnd(copy.html, copy.tag.end));
  return isData ? end : replace(copy, at, end, "");
}

function passDrawing(copy: Copy, from: number): number {
  const { html } = copy;
  const end = foreignEnd(html, "svg", from);
  const close = html.lastIndexOf("</", end - 1);
  if (close <= from) return end;
  const text = blankDrawing(html.slice(from, close));
  return text === null ? end : replace(copy, from, close, text) + (end - close);
}

function passNoscript(copy: Copy, at: number): number {
  const { html, tag } = copy;
  const from = tag.end;
  const content = html.slice(from, from + MAX_NOSCRIPT);
  const close = content.search(NOSCRIPT_END);
  if (close < 0 || NOSCRIPT_REST.test(content.slice(0, close))) return from;
  return replace(copy, at, afterEndTag(copy, from + close), "");
}

function pruneAttributes(copy: Copy): void {
  const { html, tag } = copy;
  for (let index = 0; index < tag.attributeCount; index++) {
    const verdict = judgeAttribute(html, tag, index);
    if (verdict === "keep") continue;
    if (verdict === "drop") replace(copy, tag.nameStarts[index] ?? 0, tag.attributeEnds[index] ?? 0, "");
    else replace(copy, (tag.valueStarts[index] ?? 0) + KEPT_DATA_URL, tag.valueEnds[index] ?? 0, "");
  }
}

/** Past the end tag that begins at `at`; the page's end when there is none. */
function afterEndTag(copy: Copy, at: number): number {
  if (at >= copy.html.length) return copy.html.length;
  return scanTag(copy.html, at + 2, copy.tag) ? copy.tag.end : copy.html.length;
}

/** Copies up to `from`, writes `instead` for what lies between, and goes on at `to`. */
function replace(copy: Copy, from: number, to: number, instead: string): number {
  copy.kept.push(copy.html.slice(copy.copied, from), instead);
  copy.copied = to;
  return to;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

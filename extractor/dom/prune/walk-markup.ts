import { foreignEnd } from "./foreign-content.ts";
import { commentEnd, hasRawText, rawTextEnd, scriptEnd } from "./raw-text.ts";
import { emptyTag, scanTag, type ScannedTag } from "./scan-tag.ts";

/** Called for each piece of markup. Both give the position from which to go on. */
export interface MarkupVisitor {
  /** `tag` is filled anew for the next tag: read it before going on. */
  startTag(at: number, tag: ScannedTag): number;
  comment(at: number, end: number): number;
}

/** Walks through a page's markup once, with a parser's idea of where raw text, comments and quoted values end. */
export function walkMarkup(html: string, visitor: MarkupVisitor): void {
  const tag = emptyTag();
  let at = html.indexOf("<");
  while (at >= 0) at = html.indexOf("<", passMarkup(html, at, { tag, visitor }));
}

function passMarkup(
  html: string,
  at: number,
  { tag, visitor }: { readonly tag: ScannedTag; readonly visitor: MarkupVisitor },
): number {
  if (isLetter(html.charCodeAt(at + 1))) {
    return scanTag(html, at + 1, tag) ? visitor.startTag(at, tag) : html.length;
  }
  if (html.startsWith("</", at)) {
    if (!isLetter(html.charCodeAt(at + 2))) return at + 2;
    return scanTag(html, at + 2, tag) ? tag.end : html.length;
  }
  if (html.startsWith("<!--", at)) return visitor.comment(at, commentEnd(html, at));
  return at + 1;
}

/** Where markup goes on after a start tag: past the text of a raw text element, past the whole of a drawing or formula. */
export function contentEnd(html: string, { name, end, selfClosing }: ScannedTag): number {
  switch (name) {
    case "script":
      return scriptEnd(html, end);
    case "svg":
    case "math":
      return selfClosing ? end : foreignEnd(html, name, end);
    case "plaintext":
      return html.length;
    default:
      return hasRawText(name) ? rawTextEnd(html, name, end) : end;
  }
}

/** Past the end tag that begins at `at`; the page's end when there is none. */
export function endTagEnd(html: string, at: number): number {
  const tag = emptyTag();
  return at < html.length && scanTag(html, at + 2, tag) ? tag.end : html.length;
}

/** Whether a tag's name may begin so. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

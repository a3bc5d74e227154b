import { isBlockElement, isTextless } from "./blocks.ts";

/** Wide characters of scripts that put no space between words (East Asian Width W and F, without Hangul), with their punctuation. */
const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]`;
/** White space that a browser folds; the ideographic space is none of it. */
const SPACE = String.raw`[ \t\n\f\r]`;
const BREAK = String.raw`[ \t\f]*[\n\r]${SPACE}*`;

/** So many characters of a page are looked at, evenly over all of it: text in such scripts has hundreds of them. */
const LOOKED_AT = 8192;
/** Ranges of code units that hold nearly all of them: marks and kana, characters, full-width forms. */
const isEastern = (code: number): boolean =>
  code >= 0x30_00 &&
  (code <= 0x30_ff || (code >= 0x34_00 && code <= 0x9f_ff) || (code >= 0xff_01 && code <= 0xff_60));

const BREAK_BETWEEN = new RegExp(`(?<=${WIDE})${BREAK}(?=${WIDE})`, "gu");
const BEGINS_WIDE = new RegExp(`^${SPACE}*${WIDE}`, "u");
const ENDS_WIDE = new RegExp(`${WIDE}${SPACE}*$`, "u");
const LEADING = new RegExp(`^${SPACE}+`);
const TRAILING = new RegExp(`${SPACE}+$`);
const LINE_END = /[\n\r]/;
const BLANK = new RegExp(`^${SPACE}*$`);

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Elements in a line that stand between its words, or in which white space counts. */
const PARTS_LINE = new Set(["br", "hr", "img", "pre", "wbr"]);

/**
 * Takes the line breaks of the source between Chinese and Japanese characters out of a page's text: in their line they are no
 * space (CSS Text Module Level 3 §4.1.3, segment break transformation), and a page that is wrapped by hand would have one in the
 * middle of words. Also where the break stands at the edge of an element in the line. `html` is what the document was made of.
 */
export function joinEasternLines({ body, title }: Document, html: string): void {
  if (body !== null && (hasEastern(title) || hasEastern(html))) new LineJoiner().readChildren(body);
}

function hasEastern(text: string): boolean {
  const step = Math.ceil(text.length / LOOKED_AT);
  for (let at = 0; at < text.length; at += step) if (isEastern(text.charCodeAt(at))) return true;
  return false;
}

class LineJoiner {
  /** The text that was read last of a line, where it ends in a wide character, be there white space after it. */
  private open: Text | null = null;

  readChildren(parent: Element): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE) this.readText(node as Text);
      else if (node.nodeType === ELEMENT_NODE) this.readElement(node as Element);
    }
  }

  private readElement(element: Element): void {
    const parts = PARTS_LINE.has(element.localName) || isBlockElement(element) || isTextless(element);
    if (parts) this.open = null;
    if (element.localName !== "pre" && !isTextless(element)) this.readChildren(element);
    if (parts) this.open = null;
  }

  private readText(text: Text): void {
    const { data } = text;
    if (BLANK.test(data)) {
      // White space of its own between two elements sets them apart: entries of a menu, names in a row.
      this.open = data === "" ? this.open : null;
      return;
    }
    const joined = LINE_END.test(data) ? data.replaceAll(BREAK_BETWEEN, "") : data;
    const rest = this.open !== null && BEGINS_WIDE.test(joined) ? joinTexts(this.open, joined) : joined;
    if (rest !== data) text.data = rest;
    this.open = ENDS_WIDE.test(rest) ? text : null;
  }
}

/** Takes the line break between a text and what comes next in its line away, on both sides; answers what is left of the next. */
function joinTexts(before: Text, next: string): string {
  const trailing = TRAILING.exec(before.data)?.[0] ?? "";
  const leading = LEADING.exec(next)?.[0] ?? "";
  if (!LINE_END.test(trailing + leading)) return next;
  if (trailing !== "") before.data = before.data.slice(0, -trailing.length);
  return next.slice(leading.length);
}

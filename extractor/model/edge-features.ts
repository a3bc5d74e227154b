/** How a block's text begins and ends, and what in it marks a short line. */
import {
  AT_SIGN,
  classOf,
  DIGIT,
  LETTER,
  LOWER,
  MONEY,
  OPENER,
  PLAIN_MARK,
  QUESTION,
  SPACE,
  STOP,
  UPPER,
} from "../char-classes.ts";
import type { CodeSpan } from "../text-codes.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { isCloser, type TextShape } from "./text-shape.ts";

/** A text ends and begins with so many characters. */
const TAIL_CHARS = 6;
const HEAD_CHARS = 8;

const codesIn = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const ARROWS = codesIn("…»›→>");
const QUOTES = codesIn('"“„‘«');
const COLONS = codesIn(":：");

/** Whether a text ends in a stop, quotation marks and brackets after it aside. */
function endsSentence({ codes, start, end }: CodeSpan): boolean {
  const from = Math.max(start, end - TAIL_CHARS);
  let at = end - 1;
  while (at >= from && isCloser(codes[at] as number)) at--;
  return at >= from && (classOf(codes[at] as number) & STOP) !== 0;
}

const ENDS_SENTENCE = feature("ends-sentence");
const ENDS_COLON = feature("ends-colon");
const ENDS_DOTS = feature("ends-dots");
const STARTS_UPPER = feature("starts-upper");
const STARTS_LOWER = feature("starts-lower");
const STARTS_DIGIT = feature("starts-digit");
const STARTS_SYMBOL = feature("starts-symbol");
const STARTS_QUOTE = feature("starts-quote");

const UPPER_START = /^["'“‘«(\s]*\p{Lu}/u;
const LOWER_START = /^\p{Ll}/u;
const SYMBOL_START = /^[^\p{L}\p{N}\s"“'‘«(]/u;
/** From here on code units may be half of a character, and are left to regular expressions. */
const BEYOND_TABLE = 0x3400;

function startsUpper(text: string, { codes, start, end }: CodeSpan): boolean {
  const last = Math.min(end, start + HEAD_CHARS);
  for (let at = start; at < last; at++) {
    const code = codes[at] as number;
    if (code >= BEYOND_TABLE) return UPPER_START.test(text.slice(0, HEAD_CHARS));
    const kind = classOf(code);
    if ((kind & UPPER) !== 0) return true;
    if ((kind & (OPENER | SPACE)) === 0) return false;
  }
  return false;
}

function startsLower(text: string, first: number): boolean {
  return first >= BEYOND_TABLE ? LOWER_START.test(text) : (classOf(first) & LOWER) !== 0;
}

function startsSymbol(text: string, first: number): boolean {
  return first >= BEYOND_TABLE
    ? SYMBOL_START.test(text)
    : (classOf(first) & (LETTER | DIGIT | SPACE | OPENER)) === 0;
}

/** `span` is the text as code units; gives whether it ends a sentence. */
export function putEnds(
  sheet: FeatureSheet,
  i: number,
  { text, span }: { readonly text: string; readonly span: CodeSpan },
): boolean {
  const { codes, start, end } = span;
  const first = codes[start] as number;
  const last = codes[end - 1] as number;
  const isSentence = endsSentence(span);
  sheet.flag(i, ENDS_SENTENCE, isSentence);
  sheet.flag(i, ENDS_COLON, COLONS.has(last));
  sheet.flag(i, ENDS_DOTS, ARROWS.has(last) || text.endsWith("...") || text.endsWith("[…]"));
  sheet.flag(i, STARTS_UPPER, startsUpper(text, span));
  sheet.flag(i, STARTS_LOWER, startsLower(text, first));
  sheet.flag(i, STARTS_DIGIT, first >= 0x30 && first <= 0x39);
  sheet.flag(i, STARTS_SYMBOL, startsSymbol(text, first));
  sheet.flag(i, STARTS_QUOTE, QUOTES.has(first));
  return isSentence;
}

/** A longer text is no line. */
const LINE_CHARS = 400;

const HAS_SEPARATOR = feature("has-separator");
const HAS_MAIL = feature("has-mail");
const HAS_URL = feature("has-url");
const HAS_DATE = feature("has-date");
const HAS_TIME = feature("has-time");
const HAS_MONEY = feature("has-money");
const HAS_QUESTION = feature("has-question");

const MAIL = /\S@\S+\.\S/;
const WEB_ADDRESS = /https?:|www\./i;
const DATE = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{4}-\d\d-\d\d|\b(19|20)\d\d\b|\d年/;
const TIME = /\b\d{1,2}[:.]\d\d\b/;
const CURRENCY = /\b(EUR|USD|CHF|PLN)\b/;

/** Things that long text may hold as well as short, but that mark a short line. */
export function putContents(
  sheet: FeatureSheet,
  i: number,
  text: string,
  { classes, separators, upper }: TextShape,
): void {
  if (text.length > LINE_CHARS) return;
  const hasDigit = (classes & DIGIT) !== 0;
  sheet.put(i, HAS_SEPARATOR, separators);
  sheet.flag(i, HAS_MAIL, (classes & AT_SIGN) !== 0 && MAIL.test(text));
  sheet.flag(i, HAS_URL, (classes & PLAIN_MARK) !== 0 && WEB_ADDRESS.test(text));
  sheet.flag(i, HAS_DATE, hasDigit && DATE.test(text));
  sheet.flag(i, HAS_TIME, hasDigit && TIME.test(text));
  sheet.flag(i, HAS_MONEY, (classes & MONEY) !== 0 || (upper > 2 && CURRENCY.test(text)));
  sheet.flag(i, HAS_QUESTION, (classes & QUESTION) !== 0);
}

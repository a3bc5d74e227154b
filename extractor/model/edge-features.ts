/** How a block's text begins and ends, and what in it marks a short line. */
import {
  AT_SIGN,
  classOf,
  DIGIT,
  LETTER,
  LOWER,
  MONEY,
  OPENER,
  QUESTION,
  SPACE,
  UPPER,
} from "../char-classes.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import type { TextShape } from "./text-shape.ts";

/** A text ends and begins with so many characters. */
const TAIL_CHARS = 6;
const HEAD_CHARS = 8;

const STOPS = ".!?…。！？";
const CLOSERS = "\"'”’»)]";
const ARROWS = "…»›→>";

export function endsSentence(text: string): boolean {
  const from = Math.max(0, text.length - TAIL_CHARS);
  let at = text.length - 1;
  while (at >= from && CLOSERS.includes(text.charAt(at))) at--;
  return at >= from && STOPS.includes(text.charAt(at));
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

function startsUpper(text: string): boolean {
  for (let at = 0; at < Math.min(HEAD_CHARS, text.length); at++) {
    const code = text.charCodeAt(at);
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

export function putEnds(sheet: FeatureSheet, i: number, text: string): void {
  const first = text.charCodeAt(0);
  const last = text.charAt(text.length - 1);
  sheet.flag(i, ENDS_SENTENCE, endsSentence(text));
  sheet.flag(i, ENDS_COLON, last === ":" || last === "：");
  sheet.flag(i, ENDS_DOTS, ARROWS.includes(last) || text.endsWith("...") || text.endsWith("[…]"));
  sheet.flag(i, STARTS_UPPER, startsUpper(text));
  sheet.flag(i, STARTS_LOWER, startsLower(text, first));
  sheet.flag(i, STARTS_DIGIT, first >= 0x30 && first <= 0x39);
  sheet.flag(i, STARTS_SYMBOL, startsSymbol(text, first));
  sheet.flag(i, STARTS_QUOTE, '"“„‘«'.includes(text.charAt(0)));
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
  sheet.flag(i, HAS_URL, WEB_ADDRESS.test(text));
  sheet.flag(i, HAS_DATE, hasDigit && DATE.test(text));
  sheet.flag(i, HAS_TIME, hasDigit && TIME.test(text));
  sheet.flag(i, HAS_MONEY, (classes & MONEY) !== 0 || (upper > 2 && CURRENCY.test(text)));
  sheet.flag(i, HAS_QUESTION, (classes & QUESTION) !== 0);
}

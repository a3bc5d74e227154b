import { classOf, isSpace, QUESTION, SPACE, STOP } from "../char-classes.ts";
import type { CodeSpan } from "../text-codes.ts";
import { addTo, counter, type Counts } from "./page-tally.ts";

const PRICE = /[$€£¥₹₽₴]\s?\d|\d\s?(?:[€£₽元円]|zł|kr\b|руб|грн|USD|EUR|CHF)/;
const YEAR_DATE = /(?:19|20)\d\d/;
/** Trails off, and ends no sentence here. */
const ELLIPSIS = 0x2026;
const [FIRST_DIGIT, LAST_DIGIT] = [0x30, 0x39];

/** Prices and years are looked for in labels and cells, not in what prose tells. */
const LABEL_LENGTH = 60;

const PRICES = counter("price");
const YEARS = counter("years");
const QUESTIONS = counter("questions");
const SENTENCES = counter("sentences");

/** The names of what is counted here. */
export const TEXT_COUNTERS = ["price", "years", "questions", "sentences"] as const;

/** Counts prices, years, questions and sentence ends of a text; gives its length. */
export function noteText(text: string, readCodes: (text: string) => CodeSpan, counts: Counts): number {
  // Trimmed by its ends: most texts have space around them, and many are nothing else.
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  if (start === text.length) return 0;
  const { codes } = readCodes(text);
  let end = text.length;
  while (isSpace(codes[end - 1] as number)) end--;
  const length = end - start;
  let sentences = 0;
  let hasDigit = false;
  let hasQuestion = false;
  for (let at = start; at < end; at++) {
    const code = codes[at] as number;
    if (code >= FIRST_DIGIT && code <= LAST_DIGIT) hasDigit = true;
    const kind = classOf(code);
    if ((kind & STOP) !== 0 && code !== ELLIPSIS) {
      if ((kind & QUESTION) !== 0) hasQuestion = true;
      if (at + 1 === end || (classOf(codes[at + 1] as number) & SPACE) !== 0) sentences++;
    }
  }
  if (hasDigit && length < LABEL_LENGTH) {
    const label = text.slice(start, end);
    if (PRICE.test(label)) addTo(counts, PRICES, 1);
    if (YEAR_DATE.test(label)) addTo(counts, YEARS, 1);
  }
  if (length > 2) {
    if (hasQuestion) addTo(counts, QUESTIONS, 1);
    addTo(counts, SENTENCES, sentences);
  }
  return length;
}

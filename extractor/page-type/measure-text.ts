import { classOf, QUESTION, SPACE, STOP } from "../char-classes.ts";
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

/** Counts prices, years, questions and sentence ends of a text node; gives its length. */
export function noteText(node: Node, counts: Counts): number {
  const text = (node.nodeValue ?? "").trim();
  if (text === "") return 0;
  let sentences = 0;
  let hasDigit = false;
  let hasQuestion = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_DIGIT && code <= LAST_DIGIT) hasDigit = true;
    const kind = classOf(code);
    if ((kind & STOP) !== 0 && code !== ELLIPSIS) {
      if ((kind & QUESTION) !== 0) hasQuestion = true;
      if (at + 1 === text.length || (classOf(text.charCodeAt(at + 1)) & SPACE) !== 0) sentences++;
    }
  }
  if (hasDigit && text.length < LABEL_LENGTH) {
    if (PRICE.test(text)) addTo(counts, PRICES, 1);
    if (YEAR_DATE.test(text)) addTo(counts, YEARS, 1);
  }
  if (text.length > 2) {
    if (hasQuestion) addTo(counts, QUESTIONS, 1);
    addTo(counts, SENTENCES, sentences);
  }
  return text.length;
}

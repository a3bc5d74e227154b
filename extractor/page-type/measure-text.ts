import { QUESTION_MARKS, STOPS } from "../char-classes.ts";
import { addTo, counter, type Counts } from "./page-tally.ts";

const PRICE = /[$€£¥₹₽₴]\s?\d|\d\s?(?:[€£₽元円]|zł|kr\b|руб|грн|USD|EUR|CHF)/;
const YEAR_DATE = /(?:19|20)\d\d/;
/** An ellipsis trails off, and ends no sentence here. */
const ENDS = STOPS.replace("…", "");
const SENTENCE_END = new RegExp(`[${ENDS}](?=\\s|$)`, "g");
const QUESTION_MARK = new RegExp(`[${QUESTION_MARKS}]`);
const DIGIT = /\d/;
/** Most labels have nothing that is counted. */
const MAY_COUNT = new RegExp(`[\\d${ENDS}]`);

/** Prices and years are looked for in labels and cells, not in what prose tells. */
const LABEL_LENGTH = 60;
/** A shorter text is a mark between others, and no sentence. */
const SHORTEST_SENTENCE = 3;

const PRICES = counter("price");
const YEARS = counter("years");
const QUESTIONS = counter("questions");
const SENTENCES = counter("sentences");

/** The names of what is counted here. */
export const TEXT_COUNTERS = ["price", "years", "questions", "sentences"] as const;

/** Counts prices, years, questions and sentence ends of a text; gives its length, without the white space around it. */
export function noteText(data: string, counts: Counts): number {
  const text = data.trim();
  const { length } = text;
  if (length === 0) return 0;
  if (length < LABEL_LENGTH) {
    if (!MAY_COUNT.test(text)) return length;
    if (DIGIT.test(text)) noteFigures(text, counts);
  }
  if (length >= SHORTEST_SENTENCE) noteSentences(text, counts);
  return length;
}

function noteFigures(label: string, counts: Counts): void {
  if (PRICE.test(label)) addTo(counts, PRICES, 1);
  if (YEAR_DATE.test(label)) addTo(counts, YEARS, 1);
}

function noteSentences(text: string, counts: Counts): void {
  let sentences = 0;
  SENTENCE_END.lastIndex = 0;
  while (SENTENCE_END.test(text)) sentences++;
  addTo(counts, SENTENCES, sentences);
  if (QUESTION_MARK.test(text)) addTo(counts, QUESTIONS, 1);
}

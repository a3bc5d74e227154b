import { addTo, type Counts } from "./page-tally.ts";

const PRICE = /[$€£¥₹₽₴]\s?\d|\d\s?(?:[€£₽元円]|zł|kr\b|руб|грн|USD|EUR|CHF)/;
const YEAR_DATE = /(?:19|20)\d\d/;
const DIGIT = /\d/;
const QUESTION = /[?？]/;
const SENTENCE_END = /[.!?。！？](?=\s|$)/g;

/** Prices and years are looked for in labels and cells, not in what prose tells. */
const LABEL_LENGTH = 60;

/** Counts prices, years, questions and sentence ends of a text node; gives its length. */
export function noteText(node: Node, counts: Counts): number {
  const text = (node.nodeValue ?? "").trim();
  if (text.length < LABEL_LENGTH && DIGIT.test(text)) {
    if (PRICE.test(text)) addTo(counts, "price", 1);
    if (YEAR_DATE.test(text)) addTo(counts, "years", 1);
  }
  if (text.length > 2) {
    if (QUESTION.test(text)) addTo(counts, "questions", 1);
    addTo(counts, "sentences", text.match(SENTENCE_END)?.length ?? 0);
  }
  return text.length;
}

/** How well a choice of blocks fits what is known of the pages. */
import { wordsOf } from "./align-labels.ts";
import type { PageSample } from "./page-sample.ts";

/** Whether block `i` of a page is kept. */
export type Choice = (page: PageSample, i: number) => boolean;

export interface Score {
  /** Mean F1 over the pages' words, and over articles alone; NaN without pages that have a text. */
  readonly all: number;
  readonly articles: number;
  /** F1 over snippets of all pages that have only those, and the share of unwanted snippets kept. */
  readonly snippets: number;
  readonly withoutKept: number;
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** F1 of two bags of words. */
export function wordF1(content: string, kept: string): number {
  const wanted = wordsOf(content);
  const got = wordsOf(kept);
  if (!wanted.length || !got.length) return wanted.length === got.length ? 1 : 0;
  const left = countWords(wanted);
  let hits = 0;
  for (const word of got) {
    const count = left.get(word) ?? 0;
    if (count > 0) hits++;
    left.set(word, count - 1);
  }
  return (2 * hits) / (wanted.length + got.length);
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const squash = (text: string): string => text.replace(/\s+/gu, " ").trim();

export function scorePages(pages: readonly PageSample[], choice: Choice): Score {
  const scores: { readonly f1: number; readonly article: boolean }[] = [];
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const page of pages) {
    const { known } = page;
    const kept = page.texts.filter((_, i) => choice(page, i)).join("\n");
    if (typeof known.text === "string") {
      scores.push({ f1: wordF1(known.text, kept), article: known.pageType === "article" });
      continue;
    }
    const text = squash(kept);
    for (const snippet of known.with ?? []) counts[text.includes(squash(snippet)) ? "tp" : "fn"]++;
    for (const snippet of known.without ?? []) counts[text.includes(squash(snippet)) ? "fp" : "tn"]++;
  }
  return {
    all: mean(scores.map(({ f1 }) => f1)),
    articles: mean(scores.filter(({ article }) => article).map(({ f1 }) => f1)),
    snippets: (2 * counts.tp) / (2 * counts.tp + counts.fp + counts.fn),
    withoutKept: counts.fp / (counts.fp + counts.tn),
  };
}

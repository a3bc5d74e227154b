import { alphabeticLength } from "../alphabetic-length.ts";
import type { Line } from "./dump.ts";
import { isParagraph, LIST_MARK } from "./line-shape.ts";

/** A paragraph weighs its length, up to this: one long legal notice must not outweigh an article. */
const HEAVIEST_PARAGRAPH = 600;
/** A line that is no sentence: of a menu or a list of titles. Twenty of them outweigh one paragraph. */
const SHORT_LINE = -20;
/** A line that is no sentence and yet as often the article's: a list item, a label over a paragraph. */
const ITEM_OR_HEADING = -4;
/** A table between two paragraphs is many short lines in a row; they weigh no more than this. */
const LIGHTEST_RUN = -80;
/** A line that a pass pointed at: as often a teaser between paragraphs as a menu's. */
const POINTED_AT = -15;

/** First and last line of the article's text, by index; null where there is no paragraph. */
export interface BodyRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds the stretch of lines that holds the most prose for the fewest other lines (the maximum subarray of the
 * lines' weights).
 */
export function findBody(lines: readonly Line[], isOpen: (line: Line) => boolean): BodyRange | null {
  let best: (BodyRange & { readonly weight: number }) | null = null;
  let start = 0;
  let weight = 0;
  let run = 0;
  for (const line of lines) {
    const paragraph = isOpen(line) && isParagraph(line.text);
    if (weight <= 0) {
      start = line.index;
      weight = 0;
    }
    const own = isOpen(line) ? weightOf(line, lines[line.index + 1]) : POINTED_AT;
    weight += own === SHORT_LINE && run <= LIGHTEST_RUN ? 0 : own;
    run = own === SHORT_LINE ? run + own : isOpen(line) ? 0 : run;
    if (paragraph && weight > (best?.weight ?? 0)) {
      best = { first: start, last: line.index, weight };
    }
  }
  return best;
}

function weightOf({ text }: Line, next: Line | undefined): number {
  if (isParagraph(text)) {
    return Math.min(alphabeticLength(text), HEAVIEST_PARAGRAPH);
  }
  const heads = next !== undefined && isParagraph(next.text);
  return LIST_MARK.test(text) || heads ? ITEM_OR_HEADING : SHORT_LINE;
}

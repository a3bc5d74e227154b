import { alphabeticLength } from "../prose.ts";
import type { Line } from "./dump.ts";
import { isParagraph } from "./line-shape.ts";

/** A paragraph weighs its length, up to this: one long legal notice must not outweigh an article. */
const HEAVIEST_PARAGRAPH = 600;
/** A line that is no sentence: of a menu, a list of titles, or a subheading. Ten of them outweigh one paragraph. */
const SHORT_LINE = -25;
/** A line that a pass pointed at. */
const POINTED_AT = -40;

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
  for (const line of lines) {
    const paragraph = isOpen(line) && isParagraph(line.text);
    if (weight <= 0) {
      start = line.index;
      weight = 0;
    }
    weight += paragraph
      ? Math.min(alphabeticLength(line.text), HEAVIEST_PARAGRAPH)
      : isOpen(line)
        ? SHORT_LINE
        : POINTED_AT;
    if (paragraph && weight > (best?.weight ?? 0)) {
      best = { first: start, last: line.index, weight };
    }
  }
  return best;
}

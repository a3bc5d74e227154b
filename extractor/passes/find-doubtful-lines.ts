import type { Block } from "../blocks.ts";
import { isProse } from "../prose.ts";
import { headingLevel, isSentence, isShorterThan, standsIn } from "./block-shape.ts";
import { bitsOfNames } from "../names-around.ts";
import type { Finding } from "./pass.ts";

/** Elements in which short lines are what one expects. */
const LINES_EXPECTED = bitsOfNames("li", "dt", "dd", "td", "th", "pre", "code", "blockquote", "figcaption");

/** Short lines that nothing speaks for; asked only by who wants nothing but the article. */
export function* findDoubtfulLines(kept: readonly Block[], shorterThan: number): Iterable<Finding> {
  if (shorterThan === 0) {
    return;
  }
  for (const block of kept) {
    const doubtful =
      isShorterThan(block, shorterThan) &&
      headingLevel(block) === 0 &&
      !isSentence(block) &&
      !isProse(block) &&
      !standsIn(block, LINES_EXPECTED);
    if (doubtful) {
      yield { target: block, type: "boilerplate", rule: "doubtful-line" };
    }
  }
}

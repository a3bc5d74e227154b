import { foldSpace } from "../blocks.ts";
import type { Block } from "../blocks.ts";
import { isProse } from "../prose.ts";
import { readEasternByline } from "../read-eastern-byline.ts";
import { isCounterLine, MAGNITUDE } from "../text-mode/counters.ts";
import { cutDates, isDateLine, readUndated, timesSince } from "../text-mode/date-matter.ts";
import { unsaidIn } from "../text-mode/line-shape.ts";
import { COMMENT_WORDS } from "../words/comment-words.ts";
import { COUNTER_WORDS } from "../words/counter-words.ts";
import { NETWORK_NAMES, SHARE_WORDS } from "../words/share-words.ts";
import { readWordsAnew } from "../words/read-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { headingLevel, isTableCell } from "./block-shape.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

const counters = createMatcher(COUNTER_WORDS);
const labels = createMatcher(COUNTER_WORDS, COMMENT_WORDS, SHARE_WORDS, NETWORK_NAMES);

/** Longest line of counters, times and labels, as if written in an alphabet. */
const LONGEST_META_LINE = 140;

/** Letters that may be left: a plural ending that the lists lack, "v" of "v 14:05". */
const SPARED = 2;

/**
 * Counters, times and labels that share one line: `1,204 views · Updated 2 hours ago · 3 comments`. Each visit shows other
 * numbers there, and no sentence is made up of such words alone.
 */
export const findMetaLines: AfterPass = {
  name: "meta-lines",
  description: "lines made up of counters, times and labels together, and of times since",
  find: judgeEach(
    (_page, { kept }) => kept.findIndex(isProse),
    (block, firstProse, place) =>
      headingLevel(block) > 0 || isTableCell(block)
        ? null
        : ((block.alphabeticLength > LONGEST_META_LINE ? null : judgeLine(block)) ??
          (place <= firstProse ? judgePieces(block) : null)),
  ),
};

/** The rule's name in the ledger. */
export const META_LINE_RULE = "meta-line";

const COUNTERS: Verdict = { type: "view-counter", rule: META_LINE_RULE };
const TIMES: Verdict = { type: "timestamp", rule: META_LINE_RULE };

function judgeLine(block: Block): Verdict | null {
  if (!/\p{N}/u.test(block.text) || !/\p{L}/u.test(block.text)) return null;
  const isApart = block.textNodes.length > 1;
  const text = isApart ? apartText(block) : block.text;
  const words = isApart ? readWordsAnew(text) : wordsOf(block);
  // Nothing is counted and no time is since in most lines that have a number: dates are read out of the others alone.
  if (!timesSince.mayHave(words) && !counters.mayHave(words) && !NUMBER_BEFORE_LETTER.test(text)) return null;
  // Times since go first: "hours ago 3" is no third of August, which "ago" is short for.
  const isSince = timesSince.has(words);
  const besides = isSince ? timesSince.without(words) : text;
  const undated = cutDates(besides);
  const { dates, clocks } = undated;
  if (!isSince && dates === 0 && clocks === 0) return null;
  const { rest, labelled } = readUndated(besides, undated);
  const counts = counters.has(rest);
  // "Updated today, 14:05", "2 hours ago"; but "Today 9:00–17:00" may be when a shop is open.
  const isOfVisit = counts || (isSince && (labelled || (dates === 0 && clocks === 0)));
  if (!isOfVisit || unsaidIn(labels.without(rest.replace(MAGNITUDE, " "))) > SPARED) return null;
  return counts ? COUNTERS : TIMES;
}

/** More pieces than these are a table or a form. */
const [FEWEST_PIECES, MOST_PIECES] = [3, 12];
const LONGEST_PIECE = 60;

/** Above the text: times, counters and bylines set side by side, with at most one short piece that says something else. */
function judgePieces({ textNodes, alphabeticLength: length }: Block): Verdict | null {
  if (textNodes.length < FEWEST_PIECES || length > LONGEST_PIECE * MOST_PIECES) return null;
  const pieces = textNodes.map(({ data }) => foldSpace(data)).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < FEWEST_PIECES || pieces.length > MOST_PIECES) return null;
  const others = pieces.filter((piece) => !isMetaPiece(piece));
  const isDated = pieces.some(isDateLine);
  return isDated && others.length <= 1 && others.every((piece) => piece.length <= LONGEST_PIECE / 2)
    ? TIMES
    : null;
}

const isMetaPiece = (piece: string): boolean =>
  piece.length <= LONGEST_PIECE &&
  (isDateLine(piece) || isCounterLine(piece) || readEasternByline(piece) !== null);

/** Where a date ends, a word may begin that looks like a part of another as long as the date is there. */
const NUMBER_BEFORE_LETTER = /\p{N}\p{L}/u;

/** The line with its pieces apart: style sets them so, where the markup has "2 hours ago</span><a>3 comments". */
function apartText({ textNodes }: Block): string {
  let text = "";
  for (const { data } of textNodes) text += ` ${data}`;
  return foldSpace(text);
}

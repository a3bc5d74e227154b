import { COUNTER_WORDS } from "../words/counter-words.ts";
import { foldLetters } from "../words/fold-letters.ts";
import { createMatcher } from "../words/word-list.ts";
import { unsaidIn } from "./line-shape.ts";

/** View, comment and share counters: a number, what it counts, and marks around them. */

const words = createMatcher(COUNTER_WORDS);

/** What stands between a number and what it counts: "3.2k", "1,2 тыс.", "1.2万". */
export const MAGNITUDE =
  /(?<=\d\s?)(?:k|m|mio|mln|tys|mil|mille|тыс|тис|млн|bin|rb|tsd|万|萬|千|만|천|ألف)(?!\p{L})\.?/giu;
const EYES = /[👁👀💬🗨]/u;
const LONGEST_COUNTER = 45;
/** Letters that a counter may hold besides its words: a plural ending that the lists lack. */
const SPARED = 2;

/** What counts comments rather than readers. */
const COMMENT_COUNT = /comment|komment|коммент|комент|reacti|yorum|コメント|评论|評論|댓글|تعليق/iu;

/** True for a line that is only a counter: `• 3228 views`, `[views_12]`, `閲覧数：1,234`. */
export function isCounterLine(text: string): boolean {
  if (text.length > LONGEST_COUNTER || !/\p{Nd}/u.test(text)) {
    return false;
  }
  const plain = foldLetters(text.replace(MAGNITUDE, " "));
  if (!words.has(plain) && !EYES.test(text)) {
    return false;
  }
  return unsaidIn(words.without(plain)) <= SPARED;
}

/** True when the counter has a mark of its own: a bullet, brackets, an eye, a colon. */
export function isMarkedCounter(text: string): boolean {
  return isCounterLine(text) && /^[•·●▪|[(👁👀💬]|[:：_]/u.test(text);
}

/** Comment counters belong to the discussion, the others to the readers. */
export function countsComments(text: string): boolean {
  return COMMENT_COUNT.test(text);
}

/** A counter at the end of a line, after a mark: `… • [views_5231]`, `… (1 234 просмотра)`; its first character. */
export function findTrailingCounter(text: string): number | null {
  const mark = /[•·●|[(👁]\s*[[(]?[^•·●|[(👁]{1,40}$/u.exec(text);
  if (mark === null) {
    return null;
  }
  return isCounterLine(text.slice(mark.index)) ? mark.index : null;
}

/** The line with its numbers made alike, to see what repeats: `• 3228 views` and `• 12 views` are one. */
export function counterTemplate(text: string): string {
  return foldLetters(text)
    .replace(/\p{Nd}[\p{Nd}.,\s]*/gu, "#")
    .trim();
}

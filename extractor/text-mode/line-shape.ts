import { alphabeticLength, denseCharacters } from "../alphabetic-length.ts";
import { remember } from "../remember.ts";

/**
 * What a line looks like, without knowing its words: sentence, paragraph, title, label. Lengths are counted as if
 * written in an alphabet. Every pass asks the same of the same lines, so the answers are kept while a dump is read.
 */

/** A full stop of any script, with what may close after it: quotation marks, or a signature in brackets. */
const SENTENCE_END = /[.!?…。！？؟।॥۔｡](?:["'”’»›」』）)\]]|\s[»›])*(?:\s*[(（][^()（）]{1,40}[)）])?$/u;

/** A truncated title ends with three dots; a paragraph seldom does. */
const CUT_OFF = /(?:…|\.{3})$/u;

/** A shorter line with a full stop is an abbreviation or an exclamation of a button. */
const FEWEST_SENTENCE_WORDS = 3;
const SHORTEST_SENTENCE = 12;

/** Titles end before this: the longest of the news titles that were looked at had 160 characters. */
const LONGEST_TITLE = 220;
const SHORTEST_TITLE = 15;
const FEWEST_TITLE_WORDS = 3;

/** Lines without a full stop longer than this are paragraphs that lost their end, or scripts without full stops. */
const LONGEST_UNENDED = 230;

/** An abbreviation's full stop stands after a few words of a title. */
const FEWEST_WORDS_BEFORE_END = 10;

/** Labels over lists, section names, buttons. */
const LONGEST_LABEL = 45;
const MOST_LABEL_WORDS = 6;

/** Lines broken at a width are at most this long, and all but the last are nearly as long as the longest. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;
const RAGGED = 0.72;

/** What stands before an item of a list. */
export const LIST_MARK = /^(?:[-–—*•‣◦▪]|\d{1,3}[.)])\s/u;

/** Words of a text; in scripts without spaces every two characters count as one. */
export const wordCountOf = remember((text): number => {
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu) ?? [];
  return spaced.reduce(
    (sum, word) => sum + Math.max(1, Math.round((alphabeticLength(word) - word.length) / 2.4)),
    0,
  );
});

/** True when the line ends as a sentence does and is long enough for one. */
export const isSentence = remember((text): boolean => {
  return (
    SENTENCE_END.test(text) &&
    alphabeticLength(text) >= SHORTEST_SENTENCE &&
    wordCountOf(text) >= FEWEST_SENTENCE_WORDS
  );
});

/** True for a line that reads as a paragraph: a sentence, too long for a title, or a sentence with something behind it. */
export const isParagraph = remember((text): boolean => {
  return isSentence(text) || alphabeticLength(text) >= LONGEST_UNENDED || holdsSentence(text);
});

/** `… the following month. AGENCY`, `… of the harbour. He said the`: cut off, signed, but no title. */
function holdsSentence(text: string): boolean {
  const end = text.search(/\p{Ll}[.。।]["'”’»」]*\s+(?=[\p{Lu}\p{Lo}("“(])/u);
  return end > 0 && wordCountOf(text.slice(0, end + 1)) >= FEWEST_WORDS_BEFORE_END;
}

/** True for a line that can be the title of an article: some words, no full stop (a question mark may be). */
export const isTitle = remember((text): boolean => {
  const length = alphabeticLength(text);
  const ended = /[.。।۔]["'”’»」]*$/u.test(text) && !CUT_OFF.test(text);
  return (
    !ended &&
    length >= SHORTEST_TITLE &&
    length <= LONGEST_TITLE &&
    wordCountOf(text) >= FEWEST_TITLE_WORDS &&
    /\p{L}/u.test(text)
  );
});

/** True for a line that can head a list: few words, no full stop. */
export const isLabel = remember((text): boolean => {
  return (
    alphabeticLength(text) <= LONGEST_LABEL &&
    wordCountOf(text) <= MOST_LABEL_WORDS &&
    !/[.!?。！？؟।॥۔｡]$/u.test(text) &&
    /\p{L}/u.test(text)
  );
});

/** True for lines without a gap that are one paragraph broken at a width: equally long, broken inside of sentences. */
export function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) {
    return false;
  }
  const full = lines.slice(0, -1);
  const widest = Math.max(...lines.map((line) => line.length));
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP || full.some((line) => line.length < widest * RAGGED)) {
    return false;
  }
  const goesOn = full.filter(
    (line, at) => !SENTENCE_END.test(line) && /^[\p{Ll}\d(]/u.test(lines[at + 1] ?? ""),
  );
  return goesOn.length * 2 >= full.length;
}

/** Letters that remain of a text. */
export function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** How much letters that remain of a text say: one of a script that has a word in two characters says as much as three. */
export function unsaidIn(text: string): number {
  return lettersIn(text) + 2 * denseCharacters(text);
}

export type Script =
  | "latin"
  | "cyrillic"
  | "greek"
  | "arabic"
  | "hebrew"
  | "devanagari"
  | "east-asian"
  | "hangul"
  | "other";

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ["latin", /\p{Script=Latin}/gu],
  ["cyrillic", /\p{Script=Cyrillic}/gu],
  ["greek", /\p{Script=Greek}/gu],
  ["arabic", /\p{Script=Arabic}/gu],
  ["hebrew", /\p{Script=Hebrew}/gu],
  ["devanagari", /\p{Script=Devanagari}/gu],
  ["east-asian", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["hangul", /\p{Script=Hangul}/gu],
];

/** The script that most of a text's letters are of. */
export function scriptOf(text: string): Script {
  let best: Script = "other";
  let most = 0;
  for (const [script, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > most) {
      [best, most] = [script, count];
    }
  }
  return best;
}

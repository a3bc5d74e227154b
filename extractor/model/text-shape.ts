/** Counts over a text's characters, in one walk. */
import {
  classOf,
  COMMA,
  DIGIT,
  LETTER,
  LOWER,
  PLAIN_MARK,
  SEPARATOR,
  smallOf,
  SPACE,
  STOP,
  UNSPACED,
  UPPER,
} from "../char-classes.ts";
import type { CodeSpan } from "../text-codes.ts";
import { hashOn } from "./spelling-table.ts";

/** What a letter of a script without spaces weighs, in words. */
const UNSPACED_WEIGHT = 0.5;

const CLOSERS: ReadonlySet<number> = new Set(Array.from("\"'”’»)]", (mark) => mark.charCodeAt(0)));

/** Whether a code unit may stand between a sentence's stop and its end: quotation marks and brackets that close. */
export const isCloser = (code: number): boolean => CLOSERS.has(code);

/** Of a long text, only words in so many characters are listed. */
export const LISTED_CHARS = 400;

/** The words of a text's beginning, the last one perhaps cut off. One list is enough for many texts. */
export interface WordList {
  count: number;
  /** Where each begins and ends among the text's code units. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Their hashes; see spelling-table.ts. */
  readonly hashes: Int32Array;
}

/** Between two words is a character at least. */
const MOST_LISTED = LISTED_CHARS / 2 + 1;

export const startWords = (): WordList => ({
  count: 0,
  starts: new Int32Array(MOST_LISTED),
  ends: new Int32Array(MOST_LISTED),
  hashes: new Int32Array(MOST_LISTED),
});

/** What is counted. One is enough for many texts: a page has hundreds. */
export interface TextShape {
  chars: number;
  /** Words of scripts with spaces between them; see wordsOf. */
  spaced: number;
  letters: number;
  upper: number;
  digits: number;
  unspaced: number;
  /** Words that start with a capital letter. */
  titled: number;
  /** Words of one to three small letters: articles, prepositions and their like in most languages with an alphabet. */
  shortLower: number;
  stops: number;
  commas: number;
  /** Stops that end a sentence: a space or the end comes next. */
  sentences: number;
  /** Characters that are not letters, digits, spaces or common marks. */
  symbols: number;
  separators: number;
  /** All classes of characters that the text has; see ../char-classes.ts. */
  classes: number;
}

export const startShape = (): TextShape => ({
  chars: 0,
  spaced: 0,
  letters: 0,
  upper: 0,
  digits: 0,
  unspaced: 0,
  titled: 0,
  shortLower: 0,
  stops: 0,
  commas: 0,
  sentences: 0,
  symbols: 0,
  separators: 0,
  classes: 0,
});

/**
 * Words of a text, those of scripts without spaces counted by their letters. Not a part of its shape, where all else is a whole
 * number: V8 compiles what reads an object anew once one of its numbers has a fraction.
 */
export const wordsOf = ({ spaced, unspaced }: TextShape): number => spaced + unspaced * UNSPACED_WEIGHT;

/** Stops beyond this need no space after them. */
const LAST_SPACED = 0x3000;

function endsSentence({ codes, end }: CodeSpan, stop: number): boolean {
  let at = stop + 1;
  while (at < end && isCloser(codes[at] as number)) at++;
  return at >= end || (codes[stop] as number) > LAST_SPACED || (classOf(codes[at] as number) & SPACE) > 0;
}

const SHORT_WORD = 3;

/** Words of scripts with spaces between them are made of these. */
const isInWord = (kind: number): boolean => (kind & (LETTER | DIGIT)) !== 0 && (kind & UNSPACED) === 0;

/** Counts a text into `shape` and lists its words. */
export function readShape(text: CodeSpan, shape: TextShape, list: WordList): void {
  const { codes, start, end } = text;
  const { starts, ends, hashes } = list;
  const listed = Math.min(end, start + LISTED_CHARS);
  let letters = 0;
  let upper = 0;
  let digits = 0;
  let unspaced = 0;
  let separators = 0;
  let classes = 0;
  let stops = 0;
  let commas = 0;
  let sentences = 0;
  let symbols = 0;
  let words = 0;
  let titled = 0;
  let shortLower = 0;
  let count = 0;
  for (let at = start; at < end; at++) {
    let kind = classOf(codes[at] as number);
    if (isInWord(kind)) {
      const first = at;
      let hash = 0;
      /** All classes that each character of the word has. */
      let shared = kind;
      words++;
      titled += (kind & UPPER) >> 1;
      do {
        classes |= kind;
        shared &= kind;
        letters += kind & LETTER;
        upper += (kind & UPPER) >> 1;
        digits += (kind & DIGIT) >> 3;
        hash = hashOn(hash, smallOf(codes[at] as number));
        at++;
        if (at === end) break;
        kind = classOf(codes[at] as number);
      } while (isInWord(kind));
      if ((shared & LOWER) !== 0 && at - first <= SHORT_WORD) shortLower++;
      if (first < listed) {
        starts[count] = first;
        ends[count] = at;
        hashes[count++] = hash;
      }
      if (at === end) break;
    }
    classes |= kind;
    if (kind === SPACE) continue;
    if ((kind & UNSPACED) !== 0) unspaced++;
    if ((kind & LETTER) !== 0) {
      letters++;
      if ((kind & UPPER) !== 0) upper++;
    } else if ((kind & DIGIT) !== 0) digits++;
    else {
      if ((kind & COMMA) !== 0) commas++;
      if ((kind & SEPARATOR) !== 0) separators++;
      if ((kind & (SPACE | PLAIN_MARK)) === 0) symbols++;
      if ((kind & STOP) !== 0) {
        stops++;
        if (endsSentence(text, at)) sentences++;
      }
    }
  }
  list.count = count;
  if (count > 0 && (ends[count - 1] as number) > listed) cutLast(list, codes, listed);
  shape.chars = end - start;
  shape.spaced = words;
  shape.letters = letters;
  shape.upper = upper;
  shape.digits = digits;
  shape.unspaced = unspaced;
  shape.titled = titled;
  shape.shortLower = shortLower;
  shape.stops = stops;
  shape.commas = commas;
  shape.sentences = sentences;
  shape.symbols = symbols;
  shape.separators = separators;
  shape.classes = classes;
}

/** Lets the last word of the list end where the list does. */
function cutLast({ count, starts, ends, hashes }: WordList, codes: Uint16Array, end: number): void {
  let hash = 0;
  for (let at = starts[count - 1] as number; at < end; at++)
    hash = hashOn(hash, smallOf(codes[at] as number));
  ends[count - 1] = end;
  hashes[count - 1] = hash;
}

/** Counts over a text's characters, in one walk. */
import {
  classOf,
  COMMA,
  DIGIT,
  LETTER,
  LOWER,
  PLAIN_MARK,
  SEPARATOR,
  SPACE,
  STOP,
  UNSPACED,
  UPPER,
} from "../char-classes.ts";

/** So many letters of a script without spaces weigh as much as one word. */
const UNSPACED_PER_WORD = 2;
const CLOSERS = "\"'”’»)]";

export interface TextShape {
  readonly chars: number;
  /** Words, those of scripts without spaces counted by their letters. */
  readonly words: number;
  readonly letters: number;
  readonly upper: number;
  readonly digits: number;
  readonly unspaced: number;
  /** Words that start with a capital letter. */
  readonly titled: number;
  /** Words of one to three small letters: articles, prepositions and their like in most languages with an alphabet. */
  readonly shortLower: number;
  readonly stops: number;
  readonly commas: number;
  /** Stops that end a sentence: a space or the end comes next. */
  readonly sentences: number;
  /** Characters that are not letters, digits, spaces or common marks. */
  readonly symbols: number;
  readonly separators: number;
  /** All classes of characters that the text has; see ../char-classes.ts. */
  readonly classes: number;
}

function endsSentence(text: string, i: number): boolean {
  let at = i + 1;
  while (at < text.length && CLOSERS.includes(text[at] ?? "")) at++;
  return at >= text.length || text.charCodeAt(i) > 0x3000 || (classOf(text.charCodeAt(at)) & SPACE) > 0;
}

const SHORT_WORD = 3;

export function shapeOf(text: string): TextShape {
  const { length } = text;
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
  let wordLength = 0;
  let wordIsLower = false;
  for (let i = 0; i <= length; i++) {
    const kind = i < length ? classOf(text.charCodeAt(i)) : SPACE;
    if ((kind & (LETTER | DIGIT)) !== 0 && (kind & UNSPACED) === 0) {
      if (wordLength++ === 0) {
        words++;
        wordIsLower = true;
        if ((kind & UPPER) !== 0) titled++;
      }
      if ((kind & LOWER) === 0) wordIsLower = false;
    } else {
      if (wordIsLower && wordLength <= SHORT_WORD) shortLower++;
      wordLength = 0;
      wordIsLower = false;
    }
    if (i === length) break;
    classes |= kind;
    if ((kind & UNSPACED) !== 0) unspaced++;
    if ((kind & LETTER) !== 0) {
      letters++;
      if ((kind & UPPER) !== 0) upper++;
    } else if ((kind & DIGIT) !== 0) digits++;
    else if (kind !== SPACE) {
      if ((kind & COMMA) !== 0) commas++;
      if ((kind & SEPARATOR) !== 0) separators++;
      if ((kind & (SPACE | PLAIN_MARK)) === 0) symbols++;
      if ((kind & STOP) !== 0) {
        stops++;
        if (endsSentence(text, i)) sentences++;
      }
    }
  }
  return {
    chars: length,
    words: words + unspaced / UNSPACED_PER_WORD,
    letters,
    upper,
    digits,
    unspaced,
    titled,
    shortLower,
    stops,
    commas,
    sentences,
    symbols,
    separators,
    classes,
  };
}

/** Counts over a text's characters, in one walk. */

/** Bits of a character's class. */
const LETTER = 1;
const UPPER = 2;
const LOWER = 4;
const DIGIT = 8;
const SPACE = 16;
const STOP = 32;
const COMMA = 64;
const PLAIN_MARK = 128;
const UNSPACED = 256;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER],
  [/\p{Lu}/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/\p{N}/u, DIGIT],
  [/\s/u, SPACE],
  [/[.!?。！？…]/u, STOP],
  [/[,，、;；]/u, COMMA],
  [/[.,;:!?'"“”‘’()-]/u, PLAIN_MARK],
  // Letters of scripts without spaces between words.
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u, UNSPACED],
];

const classify = (code: number): number => {
  const char = String.fromCharCode(code);
  return CLASSES.reduce((mask, [pattern, flag]) => (pattern.test(char) ? mask | flag : mask), 0);
};

/** Classes of the UTF-16 code units below this are kept in a table; it covers all scripts with cases. */
const TABLE_SIZE = 0x3400;
const TABLE = Uint16Array.from({ length: TABLE_SIZE }, (_, code) => classify(code));
/** From the ideographs to the end of the Hangul syllables, and compatibility ideographs. */
function classOf(code: number): number {
  if (code < TABLE_SIZE) return TABLE[code] ?? 0;
  if (code < 0xa000 || (code >= 0xf900 && code < 0xfb00)) return LETTER | UNSPACED;
  if (code >= 0xac00 && code < 0xd7a4) return LETTER;
  if (code >= 0xff00) return classify(code);
  return 0;
}

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
}

type Counts = { -readonly [K in keyof TextShape]: number };

interface Word {
  start: number;
  first: number;
  allLower: boolean;
}

function closeWord(counts: Counts, word: Word, end: number): void {
  if (word.start < 0) return;
  counts.words++;
  if (word.first & UPPER) counts.titled++;
  if (word.allLower && end - word.start <= 3) counts.shortLower++;
  word.start = -1;
}

function endsSentence(text: string, i: number): boolean {
  let at = i + 1;
  while (at < text.length && CLOSERS.includes(text[at] ?? "")) at++;
  return at >= text.length || text.charCodeAt(i) > 0x3000 || (classOf(text.charCodeAt(at)) & SPACE) > 0;
}

export function shapeOf(text: string): TextShape {
  const counts: Counts = {
    chars: text.length,
    words: 0,
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
  };
  const word: Word = { start: -1, first: 0, allLower: true };
  for (let i = 0; i < text.length; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind & UNSPACED) counts.unspaced++;
    if (kind & (LETTER | DIGIT) && !(kind & UNSPACED)) {
      if (word.start < 0) Object.assign(word, { start: i, first: kind, allLower: true });
      if (!(kind & LOWER)) word.allLower = false;
    } else closeWord(counts, word, i);
    if (kind & LETTER) counts.letters++;
    if (kind & UPPER) counts.upper++;
    if (kind & DIGIT) counts.digits++;
    if (kind & COMMA) counts.commas++;
    if (kind & STOP) {
      counts.stops++;
      if (endsSentence(text, i)) counts.sentences++;
    }
    if (!(kind & (LETTER | DIGIT | SPACE | PLAIN_MARK))) counts.symbols++;
  }
  closeWord(counts, word, text.length);
  counts.words += counts.unspaced / UNSPACED_PER_WORD;
  return counts;
}

/** Classes of characters as bits, looked up by UTF-16 code unit: a page has ten thousands of them. */

export const LETTER = 1;
export const UPPER = 2;
export const LOWER = 4;
export const DIGIT = 8;
export const SPACE = 16;
export const STOP = 32;
export const COMMA = 64;
export const PLAIN_MARK = 128;
/** Letters of scripts without spaces between words. */
export const UNSPACED = 256;
/** What stands between the parts of a line of links or facts. */
export const SEPARATOR = 512;
export const MONEY = 1024;
export const QUESTION = 2048;
export const AT_SIGN = 4096;
/** A quotation mark or bracket that may come before the first word. */
export const OPENER = 8192;
/** Does not become one lower-case code unit whatever its neighbours are. */
export const NOT_SIMPLE = 16384;

/** Marks that end a sentence, and an ellipsis, which may only trail off. */
export const STOPS = ".!?。！？…؟۔।॥｡";
export const QUESTION_MARKS = "?？؟";

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER],
  [/\p{Lu}/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/\p{N}/u, DIGIT],
  [/\s/u, SPACE],
  [new RegExp(`[${STOPS}]`, "u"), STOP],
  [/[,，、;；،؛]/u, COMMA],
  [/[.,;:!?'"“”‘’()-]/u, PLAIN_MARK],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u, UNSPACED],
  [/[|•·/›»]/u, SEPARATOR],
  [/[$€£¥₹]/u, MONEY],
  [new RegExp(`[${QUESTION_MARKS}]`, "u"), QUESTION],
  [/@/, AT_SIGN],
  [/["'“‘«(「『（]/u, OPENER],
];

/** A capital sigma becomes one letter at the end of a word and another within it. */
const CAPITAL_SIGMA = 0x3a3;

const classify = (code: number): number => {
  const char = String.fromCharCode(code);
  const isSimple = char.toLowerCase().length === 1 && code !== CAPITAL_SIGMA;
  return CLASSES.reduce(
    (mask, [pattern, flag]) => (pattern.test(char) ? mask | flag : mask),
    isSimple ? 0 : NOT_SIMPLE,
  );
};

/** Classes of the code units below this are kept in a table; it covers all scripts with cases. */
const TABLE_SIZE = 0x3400;
const TABLE = Uint16Array.from({ length: TABLE_SIZE }, (_, code) => classify(code));
const LOWER_CASE = Uint16Array.from({ length: TABLE_SIZE }, (_, code) =>
  String.fromCharCode(code).toLowerCase().charCodeAt(0),
);

/** The classes of a code unit. Code units beyond the table count as not simple. */
export function classOf(code: number): number {
  return code < TABLE_SIZE ? (TABLE[code] as number) : classBeyond(code);
}

/** From the ideographs to the end of the Hangul syllables, and compatibility ideographs. */
function classBeyond(code: number): number {
  if (code < 0xa000 || (code >= 0xf900 && code < 0xfb00)) return LETTER | UNSPACED | NOT_SIMPLE;
  if (code >= 0xac00 && code < 0xd7a4) return LETTER | NOT_SIMPLE;
  if (code >= 0xff00) return classify(code) | NOT_SIMPLE;
  return NOT_SIMPLE;
}

/** The lower-case form of a code unit whose classes are without NOT_SIMPLE. */
export const lowerCase = (code: number): number => LOWER_CASE[code] as number;

/** The same for any code unit: one beyond the table stays as it is. */
export const smallOf = (code: number): number => (code < TABLE_SIZE ? (LOWER_CASE[code] as number) : code);

/** Letters and digits beyond the table are asked for one by one, and kept: KNOWN and the classes they have. */
const BEYOND = new Uint8Array(0x1_0000 - TABLE_SIZE);
const KNOWN = 128;
const [FIRST_HALF, SECOND_HALF, HALVES_END] = [0xd800, 0xdc00, 0xe000];

/** LETTER, DIGIT or 0 for the character that a code unit is part of, wherever in Unicode it is. */
function wordClassOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < TABLE_SIZE) return (TABLE[code] as number) & (LETTER | DIGIT);
  if (code >= FIRST_HALF && code < HALVES_END) {
    const first = code >= SECOND_HALF ? at - 1 : at;
    return askWordClass(text.slice(Math.max(0, first), first + 2));
  }
  const known = BEYOND[code - TABLE_SIZE] as number;
  if (known !== 0) return known & ~KNOWN;
  const found = askWordClass(text.charAt(at));
  BEYOND[code - TABLE_SIZE] = found | KNOWN;
  return found;
}

const askWordClass = (char: string): number =>
  /\p{L}/u.test(char) ? LETTER : /\p{N}/u.test(char) ? DIGIT : 0;

/** Whether the character that a code unit is part of is a letter or a digit (`[\p{L}\p{N}]`). */
export const isWordCharacter = (text: string, at: number): boolean => wordClassOf(text, at) !== 0;

/** Whether it is a letter (`\p{L}`). */
export const isLetter = (text: string, at: number): boolean => wordClassOf(text, at) === LETTER;

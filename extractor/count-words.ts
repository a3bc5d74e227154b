import { spanOver } from "./text-codes.ts";

/** Scripts written without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** All of their letters are at or beyond these. */
const MAY_BE_UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\uffff]/;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/** The same for texts in the letters of Western Europe, which are most. */
const WESTERN = /^[\0-\u00ff’‘“”–—…]*$/;
/** Whether their code units below this begin a word, as LETTER, or go on with one, as JOINER. */
const WESTERN_CODES = 0x100;
const [LETTER, JOINER] = [2, 1];
const WESTERN_KINDS = Uint8Array.from({ length: WESTERN_CODES }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[\p{L}\p{N}]/u.test(char) ? LETTER : /['_-]/.test(char) ? JOINER : 0;
});
const APOSTROPHE = 0x2019;

/** Words in a text; for scripts without spaces, as Intl.Segmenter finds them. */
export function countWords(text: string, language: string | null): number {
  if (WESTERN.test(text)) {
    return countWestern(text);
  }
  if (!MAY_BE_UNSPACED.test(text) || !UNSPACED.test(text)) {
    return countMatches(text, WORD);
  }
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(safeLocale(language), { granularity: "word" }).segment(
    text,
  )) {
    words += isWordLike === true ? 1 : 0;
  }
  return words;
}

/** What WORD counts, in one walk over the code units. */
function countWestern(text: string): number {
  const { codes } = spanOver(text);
  let count = 0;
  let isInside = false;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] as number;
    const kind = code < WESTERN_CODES ? (WESTERN_KINDS[code] as number) : code === APOSTROPHE ? JOINER : 0;
    if (!isInside && kind === LETTER) count += 1;
    isInside = kind === LETTER || (isInside && kind === JOINER);
  }
  return count;
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) {
    count += 1;
  }
  return count;
}

function safeLocale(language: string | null): string {
  try {
    return Intl.getCanonicalLocales(language ?? "und")[0] ?? "und";
  } catch {
    return "und";
  }
}

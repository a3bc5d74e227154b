/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** All of their letters are at or beyond these. */
const MAY_BE_UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\uffff]/;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/** The same for texts in the letters of Western Europe, which are most. */
const WESTERN = /^[\0-\u00ff’‘“”–—…]*$/;
const WESTERN_WORD =
  /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff][0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff'’_-]*/g;

/** Words in a text; for scripts without spaces, as Intl.Segmenter finds them. */
export function countWords(text: string, language: string | null): number {
  if (WESTERN.test(text)) {
    return countMatches(text, WESTERN_WORD);
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

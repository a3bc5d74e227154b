/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/** Words in a text; for scripts without spaces, as Intl.Segmenter finds them. */
export function countWords(text: string, language: string | null): number {
  if (!UNSPACED.test(text)) {
    return text.match(WORD)?.length ?? 0;
  }
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(safeLocale(language), { granularity: "word" }).segment(
    text,
  )) {
    words += isWordLike === true ? 1 : 0;
  }
  return words;
}

function safeLocale(language: string | null): string {
  try {
    return Intl.getCanonicalLocales(language ?? "und")[0] ?? "und";
  } catch {
    return "und";
  }
}

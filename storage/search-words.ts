import type { StorableArticle } from "./article-store.ts";

/** Runs of letters, digits and the marks on them; everything else separates. */
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that write no spaces between words, and Hangul, whose words carry their particles. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu;
/** The scripts without spaces begin here in Unicode; asking this first is fast. */
const FROM_THAI = /[\u0E00-\u{10FFFF}]/u;
/** Accents on Latin and Greek letters; elsewhere a mark makes another letter (й, が) or a vowel (कि). */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036F]+/gu;

/** Characters of a token that count: PostgreSQL takes lexemes of at most 2 KB. */
const MAX_TOKEN_CHARACTERS = 64;
/** PostgreSQL numbers a word's place up to 16,383 and takes 1 MB of words a row; what an article says beyond is not found. */
const MAX_TOKENS = 16_000;
const MAX_TOKEN_BYTES = 512 * 1024;

/**
 * The tokens of a text, in order: words in lower case without accents. Scripts without spaces give their overlapping
 * pairs of characters and, at a run's end, the last character: 東京都 is 東京, 京都, 都. So any part of two characters or
 * more is a phrase of pairs, and one character is the beginning of a token. The same in every store: databases get the
 * tokens, not the text.
 */
export function searchTokens(text: string): string[] {
  const folded = foldText(text);
  const runs = folded.match(RUN) ?? [];
  const tokens: string[] = [];
  const mayBeUnspaced = FROM_THAI.test(folded);
  for (const run of runs) {
    if (mayBeUnspaced && FROM_THAI.test(run)) pushRun(run, tokens);
    else tokens.push(clip(run));
  }
  return tokens;
}

/** The tokens that an article is found by: those of its headline, its description and its text, up to a limit. */
export function articleTokens(article: StorableArticle): string[] {
  const tokens: string[] = [];
  let bytes = 0;
  for (const text of [article.headline, article.description, article.articleBody]) {
    for (const token of searchTokens((text ?? "").slice(0, MAX_TOKEN_BYTES))) {
      bytes += Buffer.byteLength(token) + 1;
      if (tokens.length >= MAX_TOKENS || bytes > MAX_TOKEN_BYTES) return tokens;
      tokens.push(token);
    }
  }
  return tokens;
}

/** Whether a token is one character of a script without spaces, which tokens of two characters begin with. */
export function isHalfPair(token: string): boolean {
  return [...token].length === 1 && token.match(UNSPACED) !== null;
}

function foldText(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase();
  return /[^\0-\u007F]/u.test(folded)
    ? folded.normalize("NFD").replaceAll(ACCENTS, "").normalize("NFC")
    : folded;
}

function pushRun(run: string, tokens: string[]): void {
  let from = 0;
  for (const match of run.matchAll(UNSPACED)) {
    if (match.index > from) tokens.push(clip(run.slice(from, match.index)));
    const characters = [...match[0]];
    for (const [i, character] of characters.entries()) tokens.push(character + (characters[i + 1] ?? ""));
    from = match.index + match[0].length;
  }
  if (from < run.length) tokens.push(clip(run.slice(from)));
}

function clip(token: string): string {
  return token.length <= MAX_TOKEN_CHARACTERS ? token : [...token].slice(0, MAX_TOKEN_CHARACTERS).join("");
}

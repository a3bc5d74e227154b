import { foldLetters } from "./fold-letters.ts";

/** Words of one kind, by language (BCP 47). Every language is tried on every page: pages mix them. */
export type WordList = Readonly<Record<string, readonly string[]>>;

/** Reads phrases that stand in one text, separated by commas. */
export function phrases(text: string): readonly string[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** Tells whether a text has words of one kind, and where. Texts are folded first; see foldLetters. */
export interface WordMatcher {
  /** The text is one of the phrases, give or take the punctuation around it. */
  readonly is: (text: string) => boolean;
  /** The text begins with one of the phrases. */
  readonly starts: (text: string) => boolean;
  readonly ends: (text: string) => boolean;
  readonly has: (text: string) => boolean;
  /** The text without every occurrence of the phrases, folded; to see what else it says. */
  readonly without: (text: string) => string;
}

/** Scripts that put no spaces between words: a phrase may stand anywhere in them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const EDGE = "[^\\p{L}\\p{N}]";

/** Compiles word lists into one matcher. Phrases are plain text; `*` stands for the rest of a word, `_` for some words. */
export function createMatcher(...lists: readonly WordList[]): WordMatcher {
  const phrases = [...new Set(lists.flatMap((list) => Object.values(list).flat()).map(foldPhrase))];
  const any = `(?:${phrases
    .toSorted((a, b) => b.length - a.length)
    .map(phrasePattern)
    .join("|")})`;
  const whole = new RegExp(`^${EDGE}*${any}${EDGE}*$`, "u");
  const start = new RegExp(`^${EDGE}*${any}`, "u");
  const end = new RegExp(`${any}${EDGE}*$`, "u");
  const anywhere = new RegExp(any, "u");
  const everywhere = new RegExp(any, "gu");
  return {
    is: (text) => whole.test(foldLetters(text)),
    starts: (text) => start.test(foldLetters(text)),
    ends: (text) => end.test(foldLetters(text)),
    has: (text) => anywhere.test(foldLetters(text)),
    without: (text) => foldLetters(text).replace(everywhere, " "),
  };
}

function foldPhrase(phrase: string): string {
  return foldLetters(phrase).trim();
}

function phrasePattern(phrase: string): string {
  const body = phrase
    .replace(/[.+?^${}()|[\]\\/]/gu, "\\$&")
    .replaceAll("*", "[\\p{L}\\p{N}]*")
    .replaceAll(" _ ", "(?: [^.!?]{1,60}?)? ")
    .replaceAll(" ", "\\s+");
  const before = UNSPACED.test(phrase[0] ?? "") ? "" : "(?<![\\p{L}\\p{N}])";
  const after = UNSPACED.test(phrase.at(-1) ?? "") || phrase.endsWith("*") ? "" : "(?![\\p{L}\\p{N}])";
  return `${before}${body}${after}`;
}

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
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u;

const EDGE = "[^\\p{L}\\p{N}]";

/**
 * Compiles word lists into one matcher. Phrases are plain text; `*` stands for the rest of a word, `_` for some words.
 * Phrases that need the same edges share them: one alternation of plain text is what regular expression engines
 * read, and match, fast.
 */
export function createMatcher(...lists: readonly WordList[]): WordMatcher {
  const phrases = [...new Set(lists.flatMap((list) => Object.values(list).flat()).map(foldPhrase))];
  const groups = Map.groupBy(
    phrases.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    edgesOf,
  );
  const any = `(?:${[...groups].map(([edges, group]) => groupPattern(edges, group)).join("|")})`;
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

/** Which ends of a phrase must be ends of words. */
type Edges = "both" | "before" | "after" | "neither";

function edgesOf(phrase: string): Edges {
  const before = !UNSPACED.test(phrase[0] ?? "");
  const after = !UNSPACED.test(phrase.at(-1) ?? "") && !phrase.endsWith("*");
  return before ? (after ? "both" : "before") : after ? "after" : "neither";
}

function groupPattern(edges: Edges, phrases: readonly string[]): string {
  const before = edges === "both" || edges === "before" ? "(?<![\\p{L}\\p{N}])" : "";
  const after = edges === "both" || edges === "after" ? "(?![\\p{L}\\p{N}])" : "";
  return `${before}(?:${phrases.map(phrasePattern).join("|")})${after}`;
}

/** Folded text has single spaces only, so a space stands for itself. */
function phrasePattern(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()|[\]\\/]/gu, "\\$&")
    .replaceAll("*", "[\\p{L}\\p{N}]*")
    .replaceAll(" _ ", "(?: [^.!?]{1,60}?)? ");
}

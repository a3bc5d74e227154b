/** Phrases of word lists, compared with a text at a place where a word begins. */
import { isWordCharacter } from "../char-classes.ts";

/** `*` stands for the rest of a word, ` _ ` for some words or none. */
const REST_OF_WORD = "[\\p{L}\\p{N}]*";
const SOME_WORDS = "(?: [^.!?]{1,60}?)? ";

/** A folded phrase. Nearly all stand for themselves: to compare them is quicker than any regular expression is compiled. */
export interface Phrase {
  /** What stands for itself, up to the first `*` or `_`. */
  readonly literal: string;
  /** Whether the last word may go on: a `*` is all that follows. */
  readonly goesOn: boolean;
  /** Whether a word of the text must end where the phrase does. */
  readonly endsWord: boolean;
  /** For a phrase with a `*` or `_` in its midst, the two forms of it; null for others. */
  readonly patterns: PhrasePatterns | null;
}

/** A phrase at a place, and the same with nothing but punctuation after it. Both sticky. */
interface PhrasePatterns {
  readonly here: () => RegExp;
  readonly last: () => RegExp;
}

/** The source of an expression for a phrase. Folded text has single spaces only, so a space stands for itself. */
export function phraseSource(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()|[\]\\/]/gu, "\\$&")
    .replaceAll("*", REST_OF_WORD)
    .replaceAll(" _ ", SOME_WORDS);
}

/** @param endsWord Whether a word of the text must end where the phrase does; said of all that do not end in `*`. */
export function readPhrase(phrase: string, endsWord: boolean): Phrase {
  const special = /\*| _ /u.exec(phrase);
  if (special === null) return { literal: phrase, goesOn: false, endsWord, patterns: null };
  const literal = phrase.slice(0, special.index);
  if (special.index === phrase.length - 1) return { literal, goesOn: true, endsWord: false, patterns: null };
  const source = `${phraseSource(phrase)}${endsWord ? "(?![\\p{L}\\p{N}])" : ""}`;
  return {
    literal,
    goesOn: false,
    endsWord,
    patterns: {
      here: once(() => new RegExp(source, "uy")),
      last: once(() => new RegExp(`${source}[^\\p{L}\\p{N}]*$`, "uy")),
    },
  };
}

/** Where a phrase that stands at an offset of a folded text ends; 0 when it does not stand there. */
export function endOfPhrase(
  { literal, goesOn, endsWord, patterns }: Phrase,
  text: string,
  at: number,
): number {
  if (!text.startsWith(literal, at)) return 0;
  if (patterns !== null) return endOfMatch(patterns.here(), text, at);
  let end = at + literal.length;
  if (goesOn) while (end < text.length && isWordCharacter(text, end)) end += 1;
  return endsWord && end < text.length && isWordCharacter(text, end) ? 0 : end;
}

/** Whether a phrase stands at an offset with nothing but punctuation after it. */
export function isLast(phrase: Phrase, text: string, at: number): boolean {
  if (phrase.patterns !== null)
    return text.startsWith(phrase.literal, at) && endOfMatch(phrase.patterns.last(), text, at) > 0;
  let end = endOfPhrase(phrase, text, at);
  if (end === 0) return false;
  while (end < text.length && !isWordCharacter(text, end)) end += 1;
  return end >= text.length;
}

function endOfMatch(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : 0;
}

/** Makes something when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  const made: { known?: T } = {};
  return () => (made.known ??= make());
}

import { UNSPACED, type FoldedText } from "./read-words.ts";

/**
 * What a list's phrases begin with: a quick way to see that a text has none of them. A phrase that begins with a letter
 * begins where a word of the text does, and its first word, as far as it goes, is that word or its beginning.
 */
export interface Openings {
  /** First words that must be whole words of the text. */
  readonly words: ReadonlySet<string>;
  /** Beginnings of words, by length. */
  readonly beginnings: ReadonlyMap<number, ReadonlySet<string>>;
  /** Some phrase begins with a letter of a script without spaces, so it may stand inside of a word. */
  readonly unspaced: boolean;
  /** Characters that are neither letter nor digit and begin some phrase. */
  readonly marks: ReadonlySet<string>;
}

const FIRST_WORD = /^[\p{L}\p{N}]+/u;

/** Reads the openings of folded phrases. */
export function readOpenings(phrases: readonly string[]): Openings {
  const words = new Set<string>();
  const beginnings = new Map<number, Set<string>>();
  let unspaced = false;
  const marks = new Set<string>();
  for (const phrase of phrases) {
    const word = FIRST_WORD.exec(phrase)?.[0];
    if (word === undefined) {
      marks.add(phrase.charAt(0));
    } else if (UNSPACED.test(phrase[0] ?? "")) {
      unspaced = true;
    } else if (endsWord(phrase, word)) {
      words.add(word);
    } else {
      const alike = beginnings.get(word.length) ?? new Set();
      beginnings.set(word.length, alike.add(word));
    }
  }
  return { words, beginnings, unspaced, marks };
}

/** Whether a word of the text must end where the phrase's first word does. */
function endsWord(phrase: string, word: string): boolean {
  return word.length < phrase.length ? phrase[word.length] !== "*" : !UNSPACED.test(phrase.at(-1) ?? "");
}

/** False when no phrase can stand in the text. */
export function mayHold(openings: Openings, text: FoldedText): boolean {
  return isOpen(openings, text) || text.words.some((word) => opensWith(openings, word));
}

/** False when no phrase can stand at the beginning of the text. */
export function mayOpen(openings: Openings, text: FoldedText): boolean {
  const first = text.words[0];
  return isOpen(openings, text) || (first !== undefined && opensWith(openings, first));
}

function isOpen({ marks, unspaced }: Openings, { folded, isUnspaced }: FoldedText): boolean {
  if (unspaced && isUnspaced) {
    return true;
  }
  for (const mark of marks) {
    if (folded.includes(mark)) {
      return true;
    }
  }
  return false;
}

function opensWith({ words, beginnings }: Openings, word: string): boolean {
  if (words.has(word)) {
    return true;
  }
  for (const [length, alike] of beginnings) {
    if (word.length >= length && alike.has(word.slice(0, length))) {
      return true;
    }
  }
  return false;
}

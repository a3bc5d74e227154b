import { remember } from "../remember.ts";
import { fold } from "./fold-letters.ts";

/** A text as word lists see it. */
export interface FoldedText {
  /** See foldLetters. */
  readonly folded: string;
  /** Runs of letters and digits of the folded text, in order. */
  readonly words: readonly string[];
  /** Whether any letter is of a script that puts no spaces between words. */
  readonly isUnspaced: boolean;
}

/** Scripts that put no spaces between words: a phrase may stand anywhere in them. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u;

/** The same without the rest of Unicode to look through: every such letter is at or beyond these. */
const MAY_BE_UNSPACED = /[\u0e00-\u0e7f\u1100-\u11ff\u2e80-\uffff]/;

const WORD = /[\p{L}\p{N}]+/gu;
/** The same for texts in plain letters, which are most. */
const PLAIN_WORD = /[a-z0-9]+/g;
const BEYOND_PLAIN = /[^\0-\u007f]/;

const NO_WORDS: readonly string[] = [];

/** Folds a text and finds its words; kept for the next matcher that asks. */
export const readWords: (text: string) => FoldedText = remember((text) => {
  const folded = fold(text);
  return {
    folded,
    words: folded.match(BEYOND_PLAIN.test(folded) ? WORD : PLAIN_WORD) ?? NO_WORDS,
    isUnspaced: MAY_BE_UNSPACED.test(folded) && UNSPACED.test(folded),
  };
});

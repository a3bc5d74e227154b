import { remember } from "../remember.ts";
import { fold } from "./fold-letters.ts";
import { findOpenings, type Opened } from "./find-openings.ts";
import { readOpenings, type Openings } from "./openings.ts";

/** A text as word lists see it: folded, see foldLetters. */
export type FoldedText = Opened;

/** The phrases of every list that a matcher was made of, by the list's number; read when the first text is. */
const lists: (() => readonly string[])[] = [];
const known: { openings: Openings; reader: (text: string) => FoldedText } = {
  openings: readOpenings([]),
  reader: (text) => readText(text),
};

/** Adds a list of folded phrases; gives its number. */
export function registerList(phrases: () => readonly string[]): number {
  return lists.push(phrases) - 1;
}

/** Folds a text and finds what phrases may stand in it; kept for the next matcher that asks. */
export function readWords(text: string): FoldedText {
  if (known.openings.lists < lists.length) {
    known.openings = readOpenings(lists.map((phrases) => phrases()));
    known.reader = remember(readText);
  }
  return known.reader(text);
}

/** The same, kept by who asks. */
export function readWordsAnew(text: string): FoldedText {
  if (known.openings.lists < lists.length) readWords("");
  return readText(text);
}

function readText(text: string): FoldedText {
  return findOpenings(known.openings, fold(text));
}

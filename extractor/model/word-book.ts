/** Compares the words of a page's texts without cutting them out: a page has thousands of them, in a few hundred spellings. */
import { classOf, lowerCase, NOT_SIMPLE, UNSPACED } from "../char-classes.ts";
import { type CodeSpan, createCodeReader } from "../text-codes.ts";
import { emptySpellings, hashOn, slotOf, type SpellingTable, startSpellings } from "./spelling-table.ts";
import { LISTED_CHARS, type WordList } from "./text-shape.ts";

/** How a text's words compare with each other and with those of the title and the description. */
export interface Wording {
  words: number;
  /** Different ones among them. */
  unique: number;
  /** Those that the title has too. */
  inTitle: number;
  inDescription: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const wordList = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** A text with any of these is compared by strings. */
const UNUSUAL = NOT_SIMPLE | UNSPACED;

/** A spelling's mark: the number of the text that had it last, and whether title and description have it. */
const IN_TITLE = 1;
const IN_DESCRIPTION = 2;
const NAMED = IN_TITLE | IN_DESCRIPTION;
const TEXT_SHIFT = 2;

export interface WordBook {
  readonly ofTitle: ReadonlySet<string>;
  readonly ofDescription: ReadonlySet<string>;
  readonly counter: Counter;
}

/** @param table Spellings of another page, which are forgotten. */
export function openWordBook(title: string, description: string, table = startSpellings()): WordBook {
  const ofTitle = new Set(wordList(title));
  const ofDescription = new Set(wordList(description));
  emptySpellings(table);
  const wording: Wording = { words: 0, unique: 0, inTitle: 0, inDescription: 0 };
  markNames(table, ofTitle, IN_TITLE);
  markNames(table, ofDescription, IN_DESCRIPTION);
  const word = { codes: NO_CODES, start: 0, end: 0 };
  return { ofTitle, ofDescription, counter: { table, wording, word, text: 0 } };
}

/**
 * Compares the words that are listed of a text. The answer holds until the next text is asked about. `classes` are all classes of
 * the text's characters.
 */
export function compareWords(
  { counter, ofTitle, ofDescription }: WordBook,
  text: CodeSpan,
  list: WordList,
  classes: number,
): Readonly<Wording> {
  const { wording } = counter;
  wording.words = wording.unique = wording.inTitle = wording.inDescription = 0;
  if ((classes & UNUSUAL) === 0) countWords(text.codes, list, counter);
  else countStrings(text, { wording, ofTitle, ofDescription });
  return wording;
}

const readCodes = createCodeReader();

function isUsual({ codes, start, end }: CodeSpan): boolean {
  for (let at = start; at < end; at++) if ((classOf(codes[at] as number) & UNUSUAL) !== 0) return false;
  return true;
}

/** Marks those of the words that a text of simple characters may have. */
function markNames(table: SpellingTable, words: ReadonlySet<string>, mark: number): void {
  for (const text of words) {
    const word = readCodes(text);
    if (!isUsual(word)) continue;
    let hash = 0;
    for (let at = word.start; at < word.end; at++) hash = hashOn(hash, lowerCase(word.codes[at] as number));
    const slot = slotOf(table, word, hash);
    table.marks[slot] = (table.marks[slot] as number) | mark;
  }
}

const NO_CODES = new Uint16Array(0);

interface Counter {
  readonly table: SpellingTable;
  readonly wording: Wording;
  /** The word that is being counted. */
  readonly word: { codes: Uint16Array; start: number; end: number };
  /** Numbers the texts from 1. */
  text: number;
}

/** Counts the words of a text of simple characters. */
function countWords(codes: Uint16Array, { count, starts, ends, hashes }: WordList, counter: Counter): void {
  const { word } = counter;
  counter.text++;
  word.codes = codes;
  for (let i = 0; i < count; i++) {
    word.start = starts[i] as number;
    word.end = ends[i] as number;
    countWord(counter, hashes[i] as number);
  }
}

function countWord({ table, word, wording, text }: Counter, hash: number): void {
  const slot = slotOf(table, word, hash);
  const mark = table.marks[slot] as number;
  wording.words++;
  if (mark >> TEXT_SHIFT !== text) {
    wording.unique++;
    table.marks[slot] = (text << TEXT_SHIFT) | (mark & NAMED);
  }
  if ((mark & IN_TITLE) !== 0) wording.inTitle++;
  if ((mark & IN_DESCRIPTION) !== 0) wording.inDescription++;
}

function countStrings(
  { codes, start, end }: CodeSpan,
  {
    wording,
    ofTitle,
    ofDescription,
  }: {
    readonly wording: Wording;
    readonly ofTitle: ReadonlySet<string>;
    readonly ofDescription: ReadonlySet<string>;
  },
): void {
  const listed = codes.subarray(start, Math.min(end, start + LISTED_CHARS));
  const words = wordList(String.fromCharCode(...listed));
  wording.words = words.length;
  wording.unique = new Set(words).size;
  for (const word of words) {
    if (ofTitle.has(word)) wording.inTitle++;
    if (ofDescription.has(word)) wording.inDescription++;
  }
}

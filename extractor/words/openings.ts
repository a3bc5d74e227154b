/**
 * What the phrases of all lists begin with. A phrase that begins with a letter begins where a word of a text does, and its
 * first word, as far as it goes, is that word or its beginning.
 */
import { type Phrase, readPhrase } from "./phrase.ts";
import { createWordTable, type WordTable } from "./word-table.ts";
import { createWordTrie, type WordTrie } from "./word-trie.ts";

/** Scripts that put no spaces between words: a phrase may stand anywhere in them. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u;

/** Numbers of lists. */
type Lists = number[];

/** A set of lists, a bit for each by its number, 32 to an item. */
export type ListBits = readonly number[];

/** The phrases of all lists that begin with the same word. */
export interface Opening {
  /** The lists that have such phrases. */
  readonly lists: Lists;
  /** By the place of their list among these; the longest first. */
  readonly phrases: Phrase[][];
}

export interface Openings {
  /** How many lists there are. */
  readonly lists: number;
  readonly all: readonly Opening[];
  /** The lists of each opening as bits, one opening after the other. */
  readonly bits: Int32Array;
  /** Numbers of openings whose word must be a whole word of the text, by that word. */
  readonly words: WordTable<number>;
  /** The ways to first words that may be the beginning of a word, and by node the opening that begins so. */
  readonly trie: WordTrie;
  readonly beginnings: readonly (number | undefined)[];
  /** 1 for each pair of letters that such words begin with; see pairOf. */
  readonly pairs: Uint8Array;
  /** Lists by the code unit that begins one of their phrases and is no part of a letter or digit. */
  readonly marks: ReadonlyMap<number, Lists>;
  /** By code unit: 1 for those of `marks`. */
  readonly isMark: Uint8Array;
  /** Lists with a phrase that begins with a letter of a script without spaces, so it may stand inside of a word. */
  readonly unspaced: Lists;
  /** Bits of no list at all; shared, so never to be changed. */
  readonly none: ListBits;
}

const FIRST_WORD = /^[\p{L}\p{N}]+/u;
const CODE_UNITS = 0x1_0000;

const PAIRS = 1 << 12;
const PAIR_FACTOR = 31;
/** Stands for the second letter of a word of one letter. */
export const NO_LETTER = 0;

/** The place of two letters that a word begins with, which others may share: most words have none of those that matter. */
export const pairOf = (first: number, second: number): number => (first * PAIR_FACTOR + second) & (PAIRS - 1);

/** Reads the openings of the folded phrases of each list. */
export function readOpenings(lists: readonly (readonly string[])[]): Openings {
  const trie = createWordTrie();
  const all: Opening[] = [];
  const words = new Map<string, number>();
  const beginnings: number[] = [];
  const pairs = new Uint8Array(PAIRS);
  const marks = new Map<number, Lists>();
  const isMark = new Uint8Array(CODE_UNITS);
  const unspaced = new Set<number>();
  const open = (): number => all.push({ lists: [], phrases: [] }) - 1;
  for (const [list, phrases] of lists.entries()) {
    for (const phrase of phrases) {
      const word = FIRST_WORD.exec(phrase)?.[0];
      if (word === undefined) {
        const mark = phrase.charCodeAt(0);
        marks.set(mark, withList(marks.get(mark), list));
        isMark[mark] = 1;
      } else if (!beginsWithWord(phrase)) {
        unspaced.add(list);
      } else if (endsWord(phrase, word)) {
        const number = words.get(word) ?? open();
        words.set(word, number);
        addPhrase(all[number] as Opening, list, phrase);
      } else {
        const number = (beginnings[trie.add(word)] ??= open());
        markPair(pairs, word);
        addPhrase(all[number] as Opening, list, phrase);
      }
    }
  }
  const width = (lists.length + 31) >>> 5;
  return {
    lists: lists.length,
    all,
    bits: bitsOf(all, width),
    words: createWordTable(words),
    trie,
    beginnings,
    pairs,
    marks,
    isMark,
    unspaced: [...unspaced],
    none: Array.from({ length: width }, () => 0),
  };
}

function markPair(pairs: Uint8Array, word: string): void {
  if (word.length > 1) pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  // Any letter may follow it.
  else pairs.fill(1);
}

function bitsOf(all: readonly Opening[], width: number): Int32Array {
  const bits = new Int32Array(all.length * width);
  for (const [number, { lists }] of all.entries())
    for (const list of lists) {
      const at = number * width + (list >>> 5);
      bits[at] = (bits[at] as number) | (1 << (list & 31));
    }
  return bits;
}

function withList(lists: Lists | undefined, list: number): Lists {
  if (lists === undefined) return [list];
  if (!lists.includes(list)) lists.push(list);
  return lists;
}

function addPhrase({ lists, phrases }: Opening, list: number, phrase: string): void {
  let place = lists.indexOf(list);
  if (place < 0) {
    place = lists.push(list) - 1;
    phrases.push([]);
  }
  phrases[place]?.push(readPhrase(phrase, !UNSPACED.test(phrase.at(-1) ?? "")));
}

/** The phrases of a list that begin with the word of an opening; none for a list without any. */
export const phrasesOf = ({ lists, phrases }: Opening, list: number): readonly Phrase[] =>
  phrases[lists.indexOf(list)] ?? NO_PHRASES;

const NO_PHRASES: readonly Phrase[] = [];

/** Whether a folded phrase begins with a word that stands apart from others. */
export const beginsWithWord = (phrase: string): boolean =>
  FIRST_WORD.test(phrase) && !UNSPACED.test(phrase[0] ?? "");

/** Whether a word of the text must end where the phrase's first word does. */
function endsWord(phrase: string, word: string): boolean {
  return word.length < phrase.length ? phrase[word.length] !== "*" : !UNSPACED.test(phrase.at(-1) ?? "");
}

/** Whether a list is among those in the bits. */
export const isIn = (bits: ListBits, list: number): boolean =>
  (((bits[list >>> 5] as number) >>> (list & 31)) & 1) === 1;

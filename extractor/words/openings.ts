/**
 * What the phrases of all lists begin with: one walk over a text tells which lists may have a phrase in it, and where; most
 * texts have none of most. A phrase that begins with a letter begins where a word of the text does, and its first word, as
 * far as it goes, is that word or its beginning.
 */
import { isWordCharacter } from "../char-classes.ts";
import { type Phrase, readPhrase } from "./phrase.ts";
import { createWordTable, EMPTY_HASH, hashOn, type WordTable } from "./word-table.ts";
import { createWordTrie, type WordTrie } from "./word-trie.ts";

/** Scripts that put no spaces between words: a phrase may stand anywhere in them. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u;

/** The same without the rest of Unicode to look through: every such letter is at or beyond these. */
const MAY_BE_UNSPACED = /[\u0e00-\u0e7f\u1100-\u11ff\u2e80-\uffff]/;

/** Numbers of lists. */
type Lists = number[];

/** The phrases of a list that begin with the same word, longest first. */
export interface Opening {
  readonly list: number;
  readonly phrases: Phrase[];
}

/** Numbers of openings. */
type Opens = number[];

/** A set of lists, a bit for each by its number, 32 to an item. Plain lists: typed ones are dear to make, and each text needs some. */
type ListBits = readonly number[];

export interface Openings {
  /** How many lists there are. */
  readonly lists: number;
  readonly all: readonly Opening[];
  /** Openings whose first word must be a whole word of the text, by that word. */
  readonly words: WordTable<Opens>;
  /** The ways to first words that may be the beginning of a word, and by node the openings that begin so. */
  readonly trie: WordTrie;
  readonly beginnings: readonly (Opens | undefined)[];
  /** By code unit: 1 for those that such words begin with. */
  readonly begins: Uint8Array;
  /** Lists by the code unit that begins one of their phrases and is no part of a letter or digit. */
  readonly marks: ReadonlyMap<number, Lists>;
  /** Lists with a phrase that begins with a letter of a script without spaces, so it may stand inside of a word. */
  readonly unspaced: Lists;
  /** Bits of no list at all; shared, so never to be changed. */
  readonly none: ListBits;
  /** Where the places of the text at hand are noted, to be copied: a list that is emptied gives up its room. */
  readonly noted: Notes;
}

/** Places as they are found: offset and opening in turn. */
interface Notes {
  items: Int32Array;
  count: number;
}

/** Which lists may have a phrase in a text. */
export interface Opened {
  /** The text. */
  readonly folded: string;
  /** May have one anywhere; each as bits, by the list's number. */
  readonly holds: ListBits;
  /** May have one at the beginning of the text. */
  readonly opens: ListBits;
  /** May have one that does not begin with a word of the text. */
  readonly elsewhere: ListBits;
  /** Where words stand with which phrases begin, and with which phrases: offset and opening in turn. */
  readonly places: readonly number[];
  /** How many of these numbers are the first word's. */
  readonly ofFirst: number;
  readonly openings: readonly Opening[];
}

const FIRST_WORD = /^[\p{L}\p{N}]+/u;
const SPACE = 0x20;
const CODE_UNITS = 0x1_0000;

/** Reads the openings of the folded phrases of each list. */
export function readOpenings(lists: readonly (readonly string[])[]): Openings {
  const trie = createWordTrie();
  const all: Opening[] = [];
  const words = new Map<string, Opens>();
  const beginnings: Opens[] = [];
  const begins = new Uint8Array(CODE_UNITS);
  const marks = new Map<number, Lists>();
  const unspaced = new Set<number>();
  for (const [list, phrases] of lists.entries()) {
    for (const phrase of phrases) {
      const word = FIRST_WORD.exec(phrase)?.[0];
      if (word === undefined) {
        const mark = phrase.charCodeAt(0);
        marks.set(mark, withList(marks.get(mark), list));
      } else if (!beginsWithWord(phrase)) {
        unspaced.add(list);
      } else if (endsWord(phrase, word)) {
        words.set(word, withPhrase(words.get(word), list, phrase, all));
      } else {
        const node = trie.add(word);
        beginnings[node] = withPhrase(beginnings[node], list, phrase, all);
        begins[word.charCodeAt(0)] = 1;
      }
    }
  }
  return {
    lists: lists.length,
    all,
    words: createWordTable(words),
    trie,
    beginnings,
    begins,
    marks,
    unspaced: [...unspaced],
    none: Array.from({ length: (lists.length + 31) >>> 5 }, () => 0),
    noted: { items: new Int32Array(256), count: 0 },
  };
}

function withList(lists: Lists | undefined, list: number): Lists {
  if (lists === undefined) return [list];
  if (!lists.includes(list)) lists.push(list);
  return lists;
}

/** Adds a phrase to the opening of its list among those of its first word. */
function withPhrase(opens: Opens = [], list: number, phrase: string, all: Opening[]): Opens {
  let opening = opens.map((number) => all[number] as Opening).find((known) => known.list === list);
  if (opening === undefined) {
    opening = { list, phrases: [] };
    opens.push(all.push(opening) - 1);
  }
  opening.phrases.push(readPhrase(phrase, !UNSPACED.test(phrase.at(-1) ?? "")));
  return opens;
}

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

function withAll(bits: ListBits, lists: Lists): ListBits {
  const all = bits.slice();
  for (const list of lists) all[list >>> 5] = (all[list >>> 5] as number) | (1 << (list & 31));
  return all;
}

/** Looks through a folded text. */
export function findOpenings(openings: Openings, folded: string): Opened {
  // Most texts have nothing in one or all of the sets: they share the empty one.
  let elsewhere = openings.none;
  const { noted } = openings;
  noted.count = 0;
  if (MAY_BE_UNSPACED.test(folded) && UNSPACED.test(folded)) {
    elsewhere = withAll(elsewhere, openings.unspaced);
  }
  let words = 0;
  let ofFirst = 0;
  const { length } = folded;
  for (let at = 0; at < length;) {
    if (isWordCharacter(folded, at)) {
      at = readWord(openings, folded, at, noted);
      words += 1;
      if (words === 1) ofFirst = noted.count;
    } else {
      const code = folded.charCodeAt(at);
      const marked = code === SPACE ? undefined : openings.marks.get(code);
      if (marked !== undefined) elsewhere = withAll(elsewhere, marked);
      at++;
    }
  }
  const places = noted.count === 0 ? NO_PLACES : copyOf(noted);
  const { all } = openings;
  const opens = withPlaces(elsewhere, places, ofFirst, all);
  const holds = ofFirst === places.length ? opens : withPlaces(elsewhere, places, places.length, all);
  return { folded, holds, opens, elsewhere, places, ofFirst, openings: all };
}

const NO_PLACES: readonly number[] = [];

/** A plain list: a typed one is dear to make. */
function copyOf({ items, count }: Notes): readonly number[] {
  // oxlint-disable-next-line unicorn/no-new-array -- a list that grows gets room for seventeen
  const places = new Array<number>(count);
  for (let i = 0; i < count; i += 1) places[i] = items[i] as number;
  return places;
}

function note(notes: Notes, start: number, opening: number): void {
  if (notes.count + 2 > notes.items.length) {
    const items = new Int32Array(2 * notes.items.length);
    items.set(notes.items);
    notes.items = items;
  }
  notes.items[notes.count] = start;
  notes.items[notes.count + 1] = opening;
  notes.count += 2;
}

/** The bits with those of the lists in the first so many places. */
function withPlaces(
  bits: ListBits,
  places: readonly number[],
  end: number,
  openings: readonly Opening[],
): ListBits {
  if (end === 0) return bits;
  const all = bits.slice();
  for (let i = 1; i < end; i += 2) {
    const { list } = openings[places[i] as number] as Opening;
    all[list >>> 5] = (all[list >>> 5] as number) | (1 << (list & 31));
  }
  return all;
}

/** Notes the openings that the word at `start` may be; gives the word's end. */
function readWord(openings: Openings, folded: string, start: number, notes: Notes): number {
  const { length } = folded;
  let hash = EMPTY_HASH;
  let end = start;
  do {
    hash = hashOn(hash, folded.charCodeAt(end));
    end++;
  } while (end < length && isWordCharacter(folded, end));
  const whole = openings.words.find(folded, start, end, hash);
  if (whole !== undefined) for (const opening of whole) note(notes, start, opening);
  if (openings.begins[folded.charCodeAt(start)] === 1) readBeginnings(openings, folded, start, notes);
  return end;
}

/** Few phrases begin with the beginning of a word: their letters are followed one by one. */
function readBeginnings({ trie, beginnings }: Openings, folded: string, start: number, notes: Notes): void {
  const { length } = folded;
  let node = 0;
  for (let at = start; at < length; at++) {
    node = trie.step(node, folded.charCodeAt(at));
    if (node < 0) return;
    const begun = beginnings[node];
    if (begun !== undefined) for (const opening of begun) note(notes, start, opening);
  }
}

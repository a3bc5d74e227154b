/**
 * Which lists may have a phrase in a text, and where: one walk over the text tells it for all lists, and most texts have none
 * of most.
 */
import { classOf, DIGIT, isWordCharacter, LETTER } from "../char-classes.ts";
import { type ListBits, NO_LETTER, type Opening, type Openings, pairOf, UNSPACED } from "./openings.ts";
import { EMPTY_HASH, hashOn } from "./word-table.ts";

/** UNSPACED without the rest of Unicode to look through: every such letter is at or beyond these. */
const MAY_BE_UNSPACED = /[\u0e00-\u0e7f\u1100-\u11ff\u2e80-\uffff]/;

/** From here on a code unit may be half of a character. */
const BEYOND_TABLE = 0x3400;

/** What is found in a text. Its lists are plain: typed ones are dear to make, and each text needs some. */
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

/** Places as they are found: offset and opening in turn. */
interface Notes {
  items: Int32Array;
  count: number;
}

/** Those of the text at hand, to be copied: a list that is emptied gives up its room. */
const noted: Notes = { items: new Int32Array(256), count: 0 };

/** Looks through a folded text. */
export function findOpenings(openings: Openings, folded: string): Opened {
  // Most texts have nothing in one or all of the sets: they share the empty one.
  let elsewhere = openings.none;
  noted.count = 0;
  if (MAY_BE_UNSPACED.test(folded) && UNSPACED.test(folded)) {
    elsewhere = withAll(elsewhere, openings.unspaced);
  }
  let words = 0;
  let ofFirst = 0;
  const { length } = folded;
  for (let at = 0; at < length;) {
    const code = folded.charCodeAt(at);
    if (isOfWord(code, folded, at)) {
      at = readWord(openings, folded, at);
      words += 1;
      if (words === 1) ofFirst = noted.count;
    } else {
      if (openings.isMark[code] === 1) elsewhere = withAll(elsewhere, openings.marks.get(code) ?? []);
      at += 1;
    }
  }
  const places = noted.count === 0 ? NO_PLACES : copyOf(noted);
  const opens = withPlaces(elsewhere, openings, places, 0, ofFirst);
  const holds = withPlaces(opens, openings, places, ofFirst, places.length);
  return { folded, holds, opens, elsewhere, places, ofFirst, openings: openings.all };
}

const NO_PLACES: readonly number[] = [];

/** A plain list: a typed one is dear to make. */
function copyOf({ items, count }: Notes): readonly number[] {
  // oxlint-disable-next-line unicorn/no-new-array -- a list that grows gets room for seventeen
  const places = new Array<number>(count);
  for (let i = 0; i < count; i += 1) places[i] = items[i] as number;
  return places;
}

function note(start: number, opening: number): void {
  if (noted.count + 2 > noted.items.length) {
    const items = new Int32Array(2 * noted.items.length);
    items.set(noted.items);
    noted.items = items;
  }
  noted.items[noted.count] = start;
  noted.items[noted.count + 1] = opening;
  noted.count += 2;
}

function withAll(bits: ListBits, lists: readonly number[]): ListBits {
  const all = bits.slice();
  for (const list of lists) all[list >>> 5] = (all[list >>> 5] as number) | (1 << (list & 31));
  return all;
}

/** The bits with those of the openings in some of the places. */
function withPlaces(
  bits: ListBits,
  openings: Openings,
  places: readonly number[],
  from: number,
  end: number,
): ListBits {
  if (from === end) return bits;
  const all = bits.slice();
  const width = all.length;
  for (let i = from + 1; i < end; i += 2) {
    const first = (places[i] as number) * width;
    for (let k = 0; k < width; k += 1) all[k] = (all[k] as number) | (openings.bits[first + k] as number);
  }
  return all;
}

/** Whether the character that a code unit is part of, which stands at an offset, is a letter or a digit. */
const isOfWord = (code: number, folded: string, at: number): boolean =>
  code < BEYOND_TABLE ? (classOf(code) & (LETTER | DIGIT)) !== 0 : isWordCharacter(folded, at);

/** Notes the openings that the word at `start` may be; gives the word's end. */
function readWord(openings: Openings, folded: string, start: number): number {
  const { length } = folded;
  const first = folded.charCodeAt(start);
  let hash = EMPTY_HASH;
  let code = first;
  let end = start;
  do {
    hash = hashOn(hash, code);
    end += 1;
    if (end === length) break;
    // Read once for each character: V8 finds out anew every time how the string is kept.
    code = folded.charCodeAt(end);
  } while (isOfWord(code, folded, end));
  const whole = openings.words.find(folded, start, end, hash);
  if (whole !== undefined) note(start, whole);
  const second = end - start > 1 ? folded.charCodeAt(start + 1) : NO_LETTER;
  if (openings.pairs[pairOf(first, second)] === 1) readBeginnings(openings, folded, start);
  return end;
}

/** Few phrases begin with the beginning of a word: their letters are followed one by one. */
function readBeginnings({ trie, beginnings }: Openings, folded: string, start: number): void {
  const { length } = folded;
  let node = 0;
  for (let at = start; at < length; at++) {
    node = trie.step(node, folded.charCodeAt(at));
    if (node < 0) return;
    const begun = beginnings[node];
    if (begun !== undefined) note(start, begun);
  }
}

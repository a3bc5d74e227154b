/**
 * What the phrases of all lists begin with: one walk over a text tells which lists may have a phrase in it, and where; most
 * texts have none of most. A phrase that begins with a letter begins where a word of the text does, and its first word, as
 * far as it goes, is that word or its beginning.
 */
import { isWordCharacter } from "../char-classes.ts";
import { createWordTrie, type WordTrie } from "./word-trie.ts";

/** Scripts that put no spaces between words: a phrase may stand anywhere in them. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u;

/** The same without the rest of Unicode to look through: every such letter is at or beyond these. */
const MAY_BE_UNSPACED = /[\u0e00-\u0e7f\u1100-\u11ff\u2e80-\uffff]/;

/** Numbers of lists. */
type Lists = number[];

export interface Openings {
  /** How many lists there are. */
  readonly lists: number;
  readonly trie: WordTrie;
  /** By node of the trie: lists with a phrase whose first word must be a whole word of the text. */
  readonly words: readonly (Lists | undefined)[];
  /** The same for phrases whose first word may be the beginning of a word. */
  readonly beginnings: readonly (Lists | undefined)[];
  /** Lists by the code unit that begins one of their phrases and is no part of a letter or digit. */
  readonly marks: ReadonlyMap<number, Lists>;
  /** Lists with a phrase that begins with a letter of a script without spaces, so it may stand inside of a word. */
  readonly unspaced: Lists;
}

/** Which lists may have a phrase in a text. */
export interface Opened {
  /** May have one anywhere; each as bits, by the list's number. */
  readonly holds: Int32Array;
  /** May have one at the beginning of the text. */
  readonly opens: Int32Array;
  /** May have one that does not begin with a word of the text. */
  readonly elsewhere: Int32Array;
  /** Where words stand with which phrases begin, and with those of which list: offset and list in turn. */
  readonly places: readonly number[];
}

const FIRST_WORD = /^[\p{L}\p{N}]+/u;
const SPACE = 0x20;

/** Reads the openings of the folded phrases of each list. */
export function readOpenings(lists: readonly (readonly string[])[]): Openings {
  const trie = createWordTrie();
  const words: Lists[] = [];
  const beginnings: Lists[] = [];
  const marks = new Map<number, Lists>();
  const unspaced = new Set<number>();
  for (const [list, phrases] of lists.entries()) {
    for (const phrase of phrases) {
      const word = FIRST_WORD.exec(phrase)?.[0];
      if (word === undefined) {
        const mark = phrase.charCodeAt(0);
        marks.set(mark, withList(marks.get(mark), list));
      } else if (UNSPACED.test(phrase[0] ?? "")) {
        unspaced.add(list);
      } else {
        const node = trie.add(word);
        const sort = endsWord(phrase, word) ? words : beginnings;
        sort[node] = withList(sort[node], list);
      }
    }
  }
  return { lists: lists.length, trie, words, beginnings, marks, unspaced: [...unspaced] };
}

function withList(lists: Lists | undefined, list: number): Lists {
  if (lists === undefined) return [list];
  if (!lists.includes(list)) lists.push(list);
  return lists;
}

/** Whether a word of the text must end where the phrase's first word does. */
function endsWord(phrase: string, word: string): boolean {
  return word.length < phrase.length ? phrase[word.length] !== "*" : !UNSPACED.test(phrase.at(-1) ?? "");
}

/** Whether a list is among those in the bits. */
export const isIn = (bits: Int32Array, list: number): boolean =>
  (((bits[list >>> 5] as number) >>> (list & 31)) & 1) === 1;

function add(bits: Int32Array, list: number): void {
  bits[list >>> 5] = (bits[list >>> 5] as number) | (1 << (list & 31));
}

function addAll(bits: Int32Array, lists: Lists | undefined): void {
  if (lists !== undefined) for (const list of lists) add(bits, list);
}

/** Looks through a folded text. */
export function findOpenings(openings: Openings, folded: string): Opened {
  const size = (openings.lists + 31) >>> 5;
  const elsewhere = new Int32Array(size);
  const opens = new Int32Array(size);
  const places: number[] = [];
  if (MAY_BE_UNSPACED.test(folded) && UNSPACED.test(folded)) addAll(elsewhere, openings.unspaced);
  let inWord = false;
  let isFirst = true;
  for (let at = 0; at < folded.length; at++) {
    if (!isWordCharacter(folded, at)) {
      const code = folded.charCodeAt(at);
      if (code !== SPACE) addAll(elsewhere, openings.marks.get(code));
      inWord = false;
    } else if (!inWord) {
      readWord(openings, folded, at, places);
      if (isFirst) for (let i = 1; i < places.length; i += 2) add(opens, places[i] as number);
      inWord = true;
      isFirst = false;
    }
  }
  const holds = elsewhere.slice();
  for (let i = 1; i < places.length; i += 2) add(holds, places[i] as number);
  for (let i = 0; i < size; i++) opens[i] = (opens[i] as number) | (elsewhere[i] as number);
  return { holds, opens, elsewhere, places };
}

/** Notes the lists with a phrase that may begin with the word at `start`. */
function readWord(
  { trie, words, beginnings }: Openings,
  folded: string,
  start: number,
  places: number[],
): void {
  let node = 0;
  for (let at = start; at < folded.length;) {
    node = trie.step(node, folded.charCodeAt(at));
    if (node < 0) return;
    at++;
    const begun = beginnings[node];
    if (begun !== undefined) for (const list of begun) places.push(start, list);
    const whole = words[node];
    if (whole !== undefined && (at === folded.length || !isWordCharacter(folded, at)))
      for (const list of whole) places.push(start, list);
  }
}

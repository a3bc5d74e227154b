/** The spellings of words met so far, in whatever case, each in a slot of a hash table of plain numbers. */
import { lowerCase } from "../char-classes.ts";
import type { CodeSpan } from "../text-codes.ts";

export interface SpellingTable {
  hashes: Int32Array;
  /** A spelling's letters, in lower case, as a stretch of `letters`; a slot without letters is free. */
  starts: Int32Array;
  lengths: Int32Array;
  /** What its users keep for each spelling, 0 at first. */
  marks: Int32Array;
  letters: Uint16Array;
  lettersEnd: number;
  count: number;
}

const FIRST_SLOTS = 1024;
const FIRST_LETTERS = 4096;

/** The multiplier of Bernstein's string hash. */
const HASH_FACTOR = 33;

/** The hash of a spelling with one more code unit, in lower case; that of none is 0. */
export const hashOn = (hash: number, code: number): number => (Math.imul(hash, HASH_FACTOR) + code) | 0;

export const startSpellings = (): SpellingTable => ({
  hashes: new Int32Array(FIRST_SLOTS),
  starts: new Int32Array(FIRST_SLOTS),
  lengths: new Int32Array(FIRST_SLOTS),
  marks: new Int32Array(FIRST_SLOTS),
  letters: new Uint16Array(FIRST_LETTERS),
  lettersEnd: 0,
  count: 0,
});

/** A table of a page with more slots is not kept: the next would pay for clearing them. */
const MOST_KEPT_SLOTS = 1 << 14;

/** The table without its spellings, for the next page: memory that is at hand is faster than new memory. */
export function emptySpellings(table: SpellingTable): void {
  if (table.hashes.length > MOST_KEPT_SLOTS) {
    Object.assign(table, startSpellings());
    return;
  }
  table.lengths.fill(0);
  table.marks.fill(0);
  table.lettersEnd = 0;
  table.count = 0;
}

/** The slot of a word of simple characters with this hash, made if need be; good until the next is asked for. */
export function slotOf(table: SpellingTable, word: CodeSpan, hash: number): number {
  const { hashes, lengths } = table;
  const last = hashes.length - 1;
  const length = word.end - word.start;
  let slot = firstSlot(hash, last);
  for (let known = lengths[slot] as number; known !== 0; known = lengths[slot] as number) {
    if (known === length && hashes[slot] === hash && isSpelled(table, slot, word)) return slot;
    slot = (slot + 1) & last;
  }
  if (2 * table.count >= hashes.length) {
    makeSlots(table);
    return slotOf(table, word, hash);
  }
  hashes[slot] = hash;
  lengths[slot] = length;
  table.starts[slot] = addLetters(table, word);
  table.count++;
  return slot;
}

const firstSlot = (hash: number, last: number): number => (hash ^ (hash >>> 15)) & last;

function isSpelled(
  { starts, letters }: SpellingTable,
  slot: number,
  { codes, start, end }: CodeSpan,
): boolean {
  let from = starts[slot] as number;
  for (let at = start; at < end; at++, from++)
    if (letters[from] !== lowerCase(codes[at] as number)) return false;
  return true;
}

/** Gives the place of the first. */
function addLetters(table: SpellingTable, { codes, start, end }: CodeSpan): number {
  const first = table.lettersEnd;
  table.lettersEnd += end - start;
  if (table.lettersEnd > table.letters.length) {
    const more = new Uint16Array(2 * table.lettersEnd);
    more.set(table.letters);
    table.letters = more;
  }
  const { letters } = table;
  for (let at = start, to = first; at < end; at++, to++) letters[to] = lowerCase(codes[at] as number);
  return first;
}

/** Twice as many slots. */
function makeSlots(table: SpellingTable): void {
  const { hashes, starts, lengths, marks } = table;
  const slots = 2 * hashes.length;
  table.hashes = new Int32Array(slots);
  table.starts = new Int32Array(slots);
  table.lengths = new Int32Array(slots);
  table.marks = new Int32Array(slots);
  for (let from = 0; from < hashes.length; from++) {
    if (lengths[from] === 0) continue;
    let to = firstSlot(hashes[from] as number, slots - 1);
    while (table.lengths[to] !== 0) to = (to + 1) & (slots - 1);
    table.hashes[to] = hashes[from] as number;
    table.starts[to] = starts[from] as number;
    table.lengths[to] = lengths[from] as number;
    table.marks[to] = marks[from] as number;
  }
}

/** Words of a fixed stock with what belongs to them, found by a hash that is worked out while a text is read letter by letter. */
export interface WordTable<T> {
  /** What belongs to the word that stands in a text from `start` to `end`, whose hash is given; undefined for any other. */
  readonly find: (text: string, start: number, end: number, hash: number) => T | undefined;
}

export const EMPTY_HASH = 0;
/** Odd, so that no letter's bits are lost. */
const FACTOR = 0x01000193;

/** The hash of a word that goes on by one code unit (Fowler, Noll and Vo's, over code units). */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, FACTOR);

/** Puts words in a table; at most half of its slots are taken. */
export function createWordTable<T>(entries: ReadonlyMap<string, T>): WordTable<T> {
  const words = [...entries.keys()];
  const values = [...entries.values()];
  let capacity = 4;
  while (capacity < 2 * words.length) capacity *= 2;
  const last = capacity - 1;
  /** The hash of each slot's word, and after it the word's place plus one; 0 for a free slot. Side by side: one look at memory. */
  const slots = new Int32Array(2 * capacity);
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & last;
  for (const [place, word] of words.entries()) {
    let hash = EMPTY_HASH;
    for (let at = 0; at < word.length; at += 1) hash = hashOn(hash, word.charCodeAt(at));
    let slot = slotOf(hash);
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & last;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = place + 1;
  }
  return {
    find: (text, start, end, hash) => {
      for (let slot = slotOf(hash); ; slot = (slot + 1) & last) {
        const place = slots[2 * slot + 1] as number;
        if (place === 0) return undefined;
        if (slots[2 * slot] === hash) {
          const word = words[place - 1] as string;
          if (word.length === end - start && text.startsWith(word, start)) return values[place - 1];
        }
      }
    },
  };
}

/**
 * Sums over a page's blocks, a row of numbers for each block, each element or each make of element. Rows lie one after the other
 * in one array: as objects, of which every page has thousands, each would hold its numbers as objects again.
 */
export type Sums = Float64Array;

export const WORDS = 0;
/** Words in blocks of running text. */
export const PROSE = 1;
/** Share of the words that stand in links; how many do, until the row is settled. */
export const LINK_SHARE = 2;
/** Share of the words that the rules kept; how many they kept, until the row is settled. */
export const KEPT_SHARE = 3;
/** What is added up; what else a row has is worked out when it is settled. */
const ADDED = 4;
/** `log(1 + words)`. */
export const LOG_WORDS = 4;
export const BLOCKS = 5;
const WIDTH = 6;

export const startSums = (rows: number): Sums => new Float64Array(WIDTH * rows);

export const sumAt = (sums: Sums, row: number, which: number): number => sums[WIDTH * row + which] as number;

/** What each block adds: a row of ADDED numbers. */
export const startParts = (blocks: number): Float64Array => new Float64Array(ADDED * blocks);

export function putParts(
  parts: Float64Array,
  block: number,
  { words, prose, linked, kept }: Readonly<Record<"words" | "prose" | "linked" | "kept", number>>,
): void {
  const at = ADDED * block;
  parts[at + WORDS] = words;
  parts[at + PROSE] = prose;
  parts[at + LINK_SHARE] = linked;
  parts[at + KEPT_SHARE] = kept;
}

/** For each block, what all before it add up to; at last what all do. */
export function runningTotals(parts: Float64Array): Float64Array {
  const totals = new Float64Array(parts.length + ADDED);
  for (let at = 0; at < parts.length; at++)
    totals[at + ADDED] = (totals[at] as number) + (parts[at] as number);
  return totals;
}

/** Adds a block to a row that is not settled. */
export function addBlock(sums: Sums, row: number, parts: Float64Array, block: number): void {
  const to = WIDTH * row;
  const from = ADDED * block;
  for (let which = 0; which < ADDED; which++)
    sums[to + which] = (sums[to + which] as number) + (parts[from + which] as number);
  sums[to + BLOCKS] = (sums[to + BLOCKS] as number) + 1;
}

export function settleRow(sums: Sums, row: number): void {
  const at = WIDTH * row;
  const words = sums[at + WORDS] as number;
  sums[at + LOG_WORDS] = Math.log1p(words);
  sums[at + LINK_SHARE] = words ? (sums[at + LINK_SHARE] as number) / words : 0;
  sums[at + KEPT_SHARE] = words ? (sums[at + KEPT_SHARE] as number) / words : 0;
}

/** Words in the blocks from `first` to before `end`, as far as there are such blocks. */
export function wordsIn(totals: Float64Array, first: number, end: number): number {
  const from = Math.max(0, first);
  const to = Math.min(totals.length / ADDED - 1, Math.max(from, end));
  return (totals[ADDED * to + WORDS] as number) - (totals[ADDED * from + WORDS] as number);
}

/** Makes a row the sums over the blocks from `first` to before `end`, as far as there are such blocks. */
export function sumStretch(totals: Float64Array, first: number, end: number, sums: Sums, row: number): void {
  const from = Math.max(0, first);
  const to = Math.min(totals.length / ADDED - 1, Math.max(from, end));
  const at = WIDTH * row;
  for (let which = 0; which < ADDED; which++)
    sums[at + which] = (totals[ADDED * to + which] as number) - (totals[ADDED * from + which] as number);
  sums[at + BLOCKS] = to - from;
  settleRow(sums, row);
}

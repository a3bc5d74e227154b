/** Sums over a page's blocks, so that any stretch of them, any element and any make of element is measured in one step. */
import { flagsOf, floatsOf } from "../number-columns.ts";
import { numberOf, pairKey } from "../number-things.ts";
import type { PageOutline, Frame } from "./page-outline.ts";

/** Fewer words than this, or more links than that, and a block is not prose. */
const LEAST_PROSE_WORDS = 12;
const MOST_PROSE_LINK_SHARE = 0.35;

/** Where more than this share of the words is hidden, script shows them later, and hidden text is as good as any. */
const MOSTLY_HIDDEN = 0.7;

export interface Sums {
  readonly blocks: number;
  readonly words: number;
  /** `log(1 + words)`. */
  readonly logWords: number;
  /** Words in blocks of running text. */
  readonly prose: number;
  /** Share of the words that stand in links. */
  readonly linkShare: number;
  /** Share of the words that the rules kept. */
  readonly keptShare: number;
}

export interface PageStats {
  /** Words of each block. */
  readonly words: Float64Array;
  /** `log(1 + words)` of each block. */
  readonly logWords: Float64Array;
  /** Share of each block's text that stands in links. */
  readonly linkShare: Float64Array;
  readonly isProse: Uint8Array;
  readonly page: Sums;
  /** Share of the page's words that are hidden. */
  readonly hiddenShare: number;
  /** Sums over the blocks from `first` to before `end`. */
  readonly range: (first: number, end: number) => Sums;
  /** Words in them alone. */
  readonly wordsIn: (first: number, end: number) => number;
  readonly span: (frame: Frame) => Sums;
  /** Sums over all blocks whose element and its next two ancestors are of the same make as those of this block. */
  readonly make: (block: number) => Sums;
}

interface Tally {
  blocks: number;
  words: number;
  prose: number;
  link: number;
  kept: number;
}

const toSums = ({ blocks, words, prose, link, kept }: Tally): Sums => ({
  blocks,
  words,
  logWords: Math.log1p(words),
  prose,
  linkShare: words ? link / words : 0,
  keptShare: words ? kept / words : 0,
});

function shareOfHidden({ blocks }: PageOutline, words: Float64Array): number {
  let hidden = 0;
  let all = 0;
  for (let i = 0; i < blocks.length; i++) {
    const count = words[i] as number;
    all += count;
    if (blocks[i]?.hidden) hidden += count;
  }
  return all ? hidden / all : 0;
}

/** What is summed, block by block. */
interface Measured {
  readonly words: Float64Array;
  readonly prose: Float64Array;
  readonly link: Float64Array;
  readonly kept: Float64Array;
}

function runningTotals(of: Float64Array): Float64Array {
  const totals = new Float64Array(of.length + 1);
  let sum = 0;
  for (let i = 0; i < of.length; i++) totals[i + 1] = sum += of[i] as number;
  return totals;
}

/** For each block, the sums over all blocks of its make. */
function sumMakes({ frames }: PageOutline, { words, prose, link, kept }: Measured): readonly Sums[] {
  const above = new Map<number, number>();
  const numbers = new Map<number, number>();
  const tallies: Tally[] = [];
  const makes = frames.map(({ signature, parent }, i) => {
    const around = numberOf(pairKey(parent?.signature ?? 0, parent?.parent?.signature ?? 0), above);
    const make = numberOf(pairKey(signature, around), numbers) - 1;
    const tally = (tallies[make] ??= { blocks: 0, words: 0, prose: 0, link: 0, kept: 0 });
    tally.blocks++;
    tally.words += words[i] as number;
    tally.prose += prose[i] as number;
    tally.link += link[i] as number;
    tally.kept += kept[i] as number;
    return make;
  });
  const sums = tallies.map(toSums);
  return makes.map((make) => sums[make] as Sums);
}

/** Measures stretches of blocks by the difference of two running totals. */
function createRuler(measured: Measured): Pick<PageStats, "range" | "wordsIn"> {
  const n = measured.words.length;
  const words = runningTotals(measured.words);
  const prose = runningTotals(measured.prose);
  const link = runningTotals(measured.link);
  const kept = runningTotals(measured.kept);
  const over = (totals: Float64Array, first: number, end: number): number => {
    const from = Math.max(0, first);
    return (totals[Math.min(n, Math.max(from, end))] ?? 0) - (totals[from] ?? 0);
  };
  return {
    wordsIn: (first, end) => over(words, first, end),
    range: (first, end) => {
      const from = Math.max(0, first);
      return toSums({
        blocks: Math.min(n, Math.max(from, end)) - from,
        words: over(words, first, end),
        prose: over(prose, first, end),
        link: over(link, first, end),
        kept: over(kept, first, end),
      });
    },
  };
}

/** `words` are those of each block, `kept` is 1 for each that the rules kept, else 0. */
export function measurePage(outline: PageOutline, words: Float64Array, kept: Uint8Array): PageStats {
  const { blocks } = outline;
  const linkShare = floatsOf(blocks, ({ linkChars, text }) => Math.min(1, linkChars / text.length));
  const hiddenShare = shareOfHidden(outline, words);
  const hiddenCounts = hiddenShare > MOSTLY_HIDDEN;
  const isProse = flagsOf(
    blocks,
    ({ hidden }, i) =>
      (words[i] as number) >= LEAST_PROSE_WORDS &&
      (linkShare[i] as number) < MOST_PROSE_LINK_SHARE &&
      (!hidden || hiddenCounts),
  );
  const measured: Measured = {
    words,
    prose: floatsOf(blocks, (_, i) => (isProse[i] === 1 ? (words[i] as number) : 0)),
    link: floatsOf(blocks, (_, i) => (words[i] as number) * (linkShare[i] as number)),
    kept: floatsOf(blocks, (_, i) => (words[i] as number) * (kept[i] as number)),
  };
  const { range, wordsIn } = createRuler(measured);
  const makes = sumMakes(outline, measured);
  const spans = Array.from<Sums | undefined>({ length: outline.size });
  return {
    words,
    logWords: words.map((count) => Math.log1p(count)),
    linkShare,
    isProse,
    page: range(0, blocks.length),
    hiddenShare,
    range,
    wordsIn,
    // Every block asks for the same few elements around it.
    span: (frame) => (spans[frame.index] ??= range(frame.firstBlock, frame.endBlock)),
    make: (block) => makes[block] ?? range(0, 0),
  };
}

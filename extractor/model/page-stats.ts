/** Sums over a page's blocks, so that any stretch of them, any element and any make of element is measured in one step. */
import type { Block } from "../blocks.ts";
import { numberOf, pairKey } from "../number-things.ts";
import type { PageOutline, Frame } from "./page-outline.ts";
import {
  addBlock,
  putParts,
  runningTotals,
  settleRow,
  startParts,
  startSums,
  type Sums,
  sumStretch,
} from "./sums.ts";

/** Fewer words than this, or more links than that, and a block is not prose. */
const LEAST_PROSE_WORDS = 12;
const MOST_PROSE_LINK_SHARE = 0.35;

/** Where more than this share of the words is hidden, script shows them later, and hidden text is as good as any. */
const MOSTLY_HIDDEN = 0.7;

export interface PageStats {
  /** Words of each block. */
  readonly words: Float64Array;
  /** `log(1 + words)` of each block. */
  readonly logWords: Float64Array;
  /** Share of each block's text that stands in links. */
  readonly linkShare: Float64Array;
  readonly isProse: Uint8Array;
  /** What any stretch of blocks is measured by; see sumStretch. */
  readonly totals: Float64Array;
  /** Sums over all blocks, in one row. */
  readonly page: Sums;
  /** Sums over the blocks of each frame, by its index. */
  readonly spans: Sums;
  /** Sums over all blocks whose element and its next two ancestors are of the same make, by the make's number. */
  readonly makes: Sums;
  /** The make of each block. */
  readonly makeOf: Int32Array;
}

/** Share of the page's words that are hidden. */
export function shareOfHidden({ blocks }: PageOutline, words: Float64Array): number {
  let hidden = 0;
  let all = 0;
  for (let i = 0; i < blocks.length; i++) {
    const count = words[i] as number;
    all += count;
    if (blocks[i]?.hidden) hidden += count;
  }
  return all ? hidden / all : 0;
}

/** Numbers the makes of blocks from 0, by block. */
function numberMakes({ frames }: PageOutline): Int32Array {
  const above = new Map<number, number>();
  const numbers = new Map<number, number>();
  const makeOf = new Int32Array(frames.length);
  for (let i = 0; i < frames.length; i++) {
    const { signature, parent } = frames[i] as Frame;
    const around = numberOf(pairKey(parent?.signature ?? 0, parent?.parent?.signature ?? 0), above);
    makeOf[i] = numberOf(pairKey(signature, around), numbers) - 1;
  }
  return makeOf;
}

function sumMakes(makeOf: Int32Array, parts: Float64Array): Sums {
  // No more makes than blocks.
  const sums = startSums(makeOf.length);
  for (let i = 0; i < makeOf.length; i++) addBlock(sums, makeOf[i] as number, parts, i);
  for (let make = 0; make < makeOf.length; make++) settleRow(sums, make);
  return sums;
}

function sumSpans({ all }: PageOutline, totals: Float64Array): Sums {
  const sums = startSums(all.length);
  for (let at = 0; at < all.length; at++) {
    const { firstBlock, endBlock } = all[at] as Frame;
    sumStretch(totals, firstBlock, endBlock, sums, at);
  }
  return sums;
}

/** `words` are those of each block, `kept` is 1 for each that the rules kept, else 0. */
export function measurePage(outline: PageOutline, words: Float64Array, kept: Uint8Array): PageStats {
  const { blocks } = outline;
  const hiddenCounts = shareOfHidden(outline, words) > MOSTLY_HIDDEN;
  const linkShare = new Float64Array(blocks.length);
  const logWords = new Float64Array(blocks.length);
  const isProse = new Uint8Array(blocks.length);
  const parts = startParts(blocks.length);
  for (let i = 0; i < blocks.length; i++) {
    const { linkChars, text, hidden } = blocks[i] as Block;
    const count = words[i] as number;
    const linked = Math.min(1, linkChars / text.length);
    linkShare[i] = linked;
    logWords[i] = Math.log1p(count);
    if (count >= LEAST_PROSE_WORDS && linked < MOST_PROSE_LINK_SHARE && (!hidden || hiddenCounts))
      isProse[i] = 1;
    putParts(parts, i, {
      words: count,
      prose: isProse[i] === 1 ? count : 0,
      linked: count * linked,
      kept: count * (kept[i] as number),
    });
  }
  const totals = runningTotals(parts);
  const page = startSums(1);
  sumStretch(totals, 0, blocks.length, page, 0);
  const makeOf = numberMakes(outline);
  return {
    words,
    logWords,
    linkShare,
    isProse,
    totals,
    page,
    spans: sumSpans(outline, totals),
    makes: sumMakes(makeOf, parts),
    makeOf,
  };
}

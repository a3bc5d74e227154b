/** Sums over a page's blocks, so that any stretch of them, any element and any make of element is measured in one step. */
import type { PageOutline, Frame } from "./page-outline.ts";
import type { TextShape } from "./text-shape.ts";

/** Fewer words than this, or more links than that, and a block is not prose. */
const LEAST_PROSE_WORDS = 12;
const MOST_PROSE_LINK_SHARE = 0.35;

/** Where more than this share of the words is hidden, script shows them later, and hidden text is as good as any. */
const MOSTLY_HIDDEN = 0.7;

export interface Sums {
  readonly blocks: number;
  readonly words: number;
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
  readonly isProse: Uint8Array;
  readonly page: Sums;
  /** Share of the page's words that are hidden. */
  readonly hiddenShare: number;
  /** Sums over the blocks from `first` to before `end`. */
  readonly range: (first: number, end: number) => Sums;
  readonly span: (frame: Frame) => Sums;
  /** Sums over all blocks whose element and its next two ancestors are of the same make. */
  readonly make: (frame: Frame) => Sums;
}

const makeOf = (frame: Frame): string =>
  `${frame.signature}<${frame.parent?.signature ?? ""}<${frame.parent?.parent?.signature ?? ""}`;

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
  prose,
  linkShare: words ? link / words : 0,
  keptShare: words ? kept / words : 0,
});

function shareOfHidden({ blocks }: PageOutline, shapes: readonly TextShape[]): number {
  let [hidden, all] = [0, 0];
  blocks.forEach((block, i) => {
    const words = shapes[i]?.words ?? 0;
    all += words;
    if (block.hidden) hidden += words;
  });
  return all ? hidden / all : 0;
}

/** `kept` is 1 for each block that the rules kept, else 0. */
export function measurePage(
  outline: PageOutline,
  shapes: readonly TextShape[],
  kept: readonly number[],
): PageStats {
  const { blocks, frames } = outline;
  const n = blocks.length;
  const words = new Float64Array(n);
  const isProse = new Uint8Array(n);
  const sums = {
    words: new Float64Array(n + 1),
    prose: new Float64Array(n + 1),
    link: new Float64Array(n + 1),
    kept: new Float64Array(n + 1),
  };
  const hiddenShare = shareOfHidden(outline, shapes);
  const hiddenCounts = hiddenShare > MOSTLY_HIDDEN;
  const makes = new Map<string, Tally>();
  blocks.forEach((block, i) => {
    const count = shapes[i]?.words ?? 0;
    const linkShare = Math.min(1, block.linkChars / block.text.length);
    const prose =
      count >= LEAST_PROSE_WORDS && linkShare < MOST_PROSE_LINK_SHARE && (!block.hidden || hiddenCounts);
    words[i] = count;
    isProse[i] = prose ? 1 : 0;
    const add = {
      words: count,
      prose: prose ? count : 0,
      link: count * linkShare,
      kept: count * (kept[i] ?? 0),
    };
    for (const key of ["words", "prose", "link", "kept"] as const)
      sums[key][i + 1] = (sums[key][i] ?? 0) + add[key];
    const frame = frames[i];
    const make = frame ? makeOf(frame) : "";
    const tally = makes.get(make) ?? { blocks: 0, words: 0, prose: 0, link: 0, kept: 0 };
    tally.blocks++;
    for (const key of ["words", "prose", "link", "kept"] as const) tally[key] += add[key];
    makes.set(make, tally);
  });
  const range = (first: number, end: number): Sums => {
    const a = Math.max(0, first);
    const b = Math.min(n, Math.max(a, end));
    const over = (s: Float64Array): number => (s[b] ?? 0) - (s[a] ?? 0);
    return toSums({
      blocks: b - a,
      words: over(sums.words),
      prose: over(sums.prose),
      link: over(sums.link),
      kept: over(sums.kept),
    });
  };
  const none = toSums({ blocks: 0, words: 0, prose: 0, link: 0, kept: 0 });
  return {
    words,
    isProse,
    page: range(0, n),
    hiddenShare,
    range,
    span: (frame) => range(frame.firstBlock, frame.endBlock),
    make: (frame) => {
      const tally = makes.get(makeOf(frame));
      return tally ? toSums(tally) : none;
    },
  };
}

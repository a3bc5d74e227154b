/** For each block of a page, the nearest one of a kind on either side; and where on the page the kept text and the prose are. */
import type { Block } from "../blocks.ts";
import { headingLevel } from "../passes/block-shape.ts";
import type { PageOutline, Frame } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import { KEPT_SHARE, PROSE, sumAt, type Sums, WORDS } from "./sums.ts";

/** The centre of the page is the deepest element that holds this share of its text. */
const CENTRE_SHARE = 0.75;

/** Each by block, by index (-1 or n where there is none). */
export interface PageMaps {
  /** 1 to 6 for a heading, 0 for all else. */
  readonly level: Uint8Array;
  readonly prevKept: Int32Array;
  readonly nextKept: Int32Array;
  readonly prevHeading: Int32Array;
  readonly nextBody: Int32Array;
  readonly nextHeading: Int32Array;
  readonly prevTop: Int32Array;
  readonly prevProse: Int32Array;
  readonly nextProse: Int32Array;
  readonly keptCentre: Frame;
  readonly proseCentre: Frame;
  /** The first and the last block of kept prose. */
  readonly firstKept: number;
  readonly lastKept: number;
}

/** `is` has a 1 for each block of the kind. */
function nearestBefore(is: Uint8Array): Int32Array {
  const out = new Int32Array(is.length);
  let last = -1;
  for (let i = 0; i < is.length; i++) {
    out[i] = last;
    if (is[i] === 1) last = i;
  }
  return out;
}

function nearestAfter(is: Uint8Array): Int32Array {
  const out = new Int32Array(is.length);
  let last = is.length;
  for (let i = is.length - 1; i >= 0; i--) {
    out[i] = last;
    if (is[i] === 1) last = i;
  }
  return out;
}

/** The deepest frame with CENTRE_SHARE of something, of which `shares` tells what share each frame has. */
function centreOf(outline: PageOutline, shares: Float64Array): Frame {
  let best = outline.root;
  const seen = new Uint8Array(outline.all.length);
  for (const start of outline.frames) {
    for (let up: Frame | null = start; up && seen[up.index] === 0; up = up.parent) {
      seen[up.index] = 1;
      if (up.depth > best.depth && (shares[up.index] as number) >= CENTRE_SHARE) best = up;
    }
  }
  return best;
}

/** Words that the rules kept. */
const keptIn = (sums: Sums, row: number): number => sumAt(sums, row, KEPT_SHARE) * sumAt(sums, row, WORDS);

/** Where the kept text is. */
function centreOfKept(outline: PageOutline, { page, spans }: PageStats): Frame {
  const all = keptIn(page, 0);
  const shares = new Float64Array(outline.all.length);
  for (let at = 0; at < shares.length; at++) shares[at] = all ? keptIn(spans, at) / all : 0;
  return centreOf(outline, shares);
}

function centreOfProse(outline: PageOutline, { page, spans }: PageStats): Frame {
  const all = sumAt(page, 0, PROSE);
  const shares = new Float64Array(outline.all.length);
  for (let at = 0; at < shares.length; at++) shares[at] = all ? sumAt(spans, at, PROSE) / all : 0;
  return centreOf(outline, shares);
}

export function mapPage(outline: PageOutline, stats: PageStats, kept: Uint8Array): PageMaps {
  const { blocks } = outline;
  const n = blocks.length;
  const { isProse } = stats;
  const level = new Uint8Array(n);
  const isHeading = new Uint8Array(n);
  const isTop = new Uint8Array(n);
  const isBody = new Uint8Array(n);
  const isKeptProse = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const its = headingLevel(blocks[i] as Block);
    level[i] = its;
    isHeading[i] = its === 0 ? 0 : 1;
    isTop[i] = its === 1 ? 1 : 0;
    isBody[i] = its === 0 ? 1 : 0;
    isKeptProse[i] = (kept[i] as number) & (isProse[i] as number);
  }
  const lastKept = isKeptProse.lastIndexOf(1);
  return {
    level,
    prevKept: nearestBefore(kept),
    nextKept: nearestAfter(kept),
    prevHeading: nearestBefore(isHeading),
    nextHeading: nearestAfter(isHeading),
    nextBody: nearestAfter(isBody),
    prevTop: nearestBefore(isTop),
    prevProse: nearestBefore(isProse),
    nextProse: nearestAfter(isProse),
    keptCentre: centreOfKept(outline, stats),
    proseCentre: centreOfProse(outline, stats),
    firstKept: Math.max(0, isKeptProse.indexOf(1)),
    lastKept: lastKept < 0 ? n - 1 : lastKept,
  };
}

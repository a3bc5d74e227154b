/** For each block of a page, the nearest one of a kind on either side; and where on the page the kept text and the prose are. */
import { flagsOf } from "../number-columns.ts";
import type { PageOutline, Frame } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import { headingLevel } from "./place-features.ts";

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
  /** Shares of the blocks. */
  readonly headings: number;
  readonly listItems: number;
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

function centre(outline: PageOutline, share: (frame: Frame) => number): Frame {
  let best = outline.root;
  const seen = new Uint8Array(outline.size);
  for (const start of outline.frames) {
    for (let up: Frame | null = start; up && seen[up.index] === 0; up = up.parent) {
      seen[up.index] = 1;
      if (up.depth > best.depth && share(up) >= CENTRE_SHARE) best = up;
    }
  }
  return best;
}

export function mapPage(outline: PageOutline, stats: PageStats, kept: Uint8Array): PageMaps {
  const { blocks } = outline;
  const n = blocks.length;
  const { isProse } = stats;
  const level = new Uint8Array(n);
  for (let i = 0; i < n; i++) level[i] = headingLevel(blocks[i]?.tag ?? "");
  const isHeading = flagsOf(blocks, (_, i) => level[i] !== 0);
  const keptProse = flagsOf(blocks, (_, i) => kept[i] === 1 && isProse[i] === 1);
  const keptWords = stats.page.keptShare * stats.page.words;
  const lastKept = keptProse.lastIndexOf(1);
  return {
    level,
    prevKept: nearestBefore(kept),
    nextKept: nearestAfter(kept),
    prevHeading: nearestBefore(isHeading),
    nextHeading: nearestAfter(isHeading),
    nextBody: nearestAfter(flagsOf(blocks, (_, i) => level[i] === 0)),
    prevTop: nearestBefore(flagsOf(blocks, (_, i) => level[i] === 1)),
    prevProse: nearestBefore(isProse),
    nextProse: nearestAfter(isProse),
    keptCentre: centre(outline, (frame) => {
      const { keptShare, words } = stats.span(frame);
      return keptWords ? (keptShare * words) / keptWords : 0;
    }),
    proseCentre: centre(outline, (frame) =>
      stats.page.prose ? stats.span(frame).prose / stats.page.prose : 0,
    ),
    firstKept: Math.max(0, keptProse.indexOf(1)),
    lastKept: lastKept < 0 ? n - 1 : lastKept,
    headings: blocks.reduce((sum, _, i) => sum + (isHeading[i] as number), 0) / Math.max(1, n),
    listItems: blocks.reduce((sum, { tag }) => sum + (tag === "li" ? 1 : 0), 0) / Math.max(1, n),
  };
}

/** What stands around a block: its heading, its neighbours, and the nearest kept text. */
import type { FeatureRow } from "./feature-row.ts";
import type { PageOutline, Frame } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import { headingLevel } from "./place-features.ts";
import { endsSentence } from "./text-features.ts";

/** Distances in blocks beyond this are all "far". */
const FAR_BLOCKS = 60;
/** Half widths, in blocks, of the stretches measured around a block. */
const WINDOWS = [3, 8].map((half) => ({
  half,
  words: `near${half}-words`,
  linkShare: `near${half}-link-share`,
  kept: `near${half}-kept`,
  prose: `near${half}-prose`,
}));
/** The neighbours looked at one by one. */
const STEPS = [-2, -1, 1, 2].map((step) => {
  const name = step < 0 ? `back${-step}` : `on${step}`;
  return {
    step,
    words: `${name}-words`,
    linkShare: `${name}-link-share`,
    kept: `${name}-kept`,
    heading: `${name}-heading`,
    endsSentence: `${name}-ends-sentence`,
    sameMake: `${name}-same-make`,
    levels: `${name}-levels`,
    levelsBack: `${name}-levels-back`,
  };
});
/** Levels that stand for "no such block". */
const FAR_LEVELS = 20;
/** A block counts as kept when Readability kept this share of its characters. */
const KEPT_SHARE = 0.5;
/** The centre of the page is the deepest element that holds this share of its text. */
const CENTRE_SHARE = 0.75;

export interface Surroundings {
  readonly outline: PageOutline;
  readonly stats: PageStats;
  readonly kept: readonly number[];
  readonly maps: PageMaps;
}

/** For each block, the index of the nearest one of a kind before or after it (-1 or n where there is none). */
export interface PageMaps {
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
  readonly firstKept: number;
  readonly lastKept: number;
  readonly headings: number;
  readonly listItems: number;
}

function nearest(n: number, direction: "before" | "after", test: (i: number) => boolean): Int32Array {
  const out = new Int32Array(n);
  let last = direction === "before" ? -1 : n;
  for (let k = 0; k < n; k++) {
    const i = direction === "before" ? k : n - 1 - k;
    out[i] = last;
    if (test(i)) last = i;
  }
  return out;
}

function centre(outline: PageOutline, share: (frame: Frame) => number): Frame {
  let best = outline.root;
  const seen = new Set<Frame>();
  for (const start of outline.frames) {
    for (let up: Frame | null = start; up && !seen.has(up); up = up.parent) {
      seen.add(up);
      if (up.depth > best.depth && share(up) >= CENTRE_SHARE) best = up;
    }
  }
  return best;
}

export function mapPage(outline: PageOutline, stats: PageStats, kept: readonly number[]): PageMaps {
  const { blocks } = outline;
  const n = blocks.length;
  const isKept = (i: number): boolean => (kept[i] ?? 0) >= KEPT_SHARE;
  const level = blocks.map((b) => headingLevel(b.tag));
  const isHeading = (i: number): boolean => (level[i] ?? 0) > 0;
  const isProse = (i: number): boolean => stats.isProse[i] === 1;
  const keptWords = stats.page.keptShare * stats.page.words;
  const keptProse = blocks.map((_, i) => i).filter((i) => isKept(i) && isProse(i));
  return {
    prevKept: nearest(n, "before", isKept),
    nextKept: nearest(n, "after", isKept),
    prevHeading: nearest(n, "before", isHeading),
    nextHeading: nearest(n, "after", isHeading),
    nextBody: nearest(n, "after", (i) => !isHeading(i)),
    prevTop: nearest(n, "before", (i) => level[i] === 1),
    prevProse: nearest(n, "before", isProse),
    nextProse: nearest(n, "after", isProse),
    keptCentre: centre(outline, (f) => {
      const s = stats.span(f);
      return keptWords ? (s.keptShare * s.words) / keptWords : 0;
    }),
    proseCentre: centre(outline, (f) => (stats.page.prose ? stats.span(f).prose / stats.page.prose : 0)),
    firstKept: keptProse[0] ?? 0,
    lastKept: keptProse.at(-1) ?? n - 1,
    headings: level.filter((l) => l > 0).length / Math.max(1, n),
    listItems: blocks.filter((b) => b.tag === "li").length / Math.max(1, n),
  };
}

const far = (distance: number): number => Math.min(FAR_BLOCKS, Math.max(-FAR_BLOCKS, distance));

/** Levels from `frame` up to the nearest ancestor that holds block `other` too. */
function levelsTo(frame: Frame, other: number): number {
  let levels = 0;
  let up: Frame | null = frame;
  while (up && !(up.firstBlock <= other && other < up.endBlock)) {
    up = up.parent;
    levels++;
  }
  return Math.min(levels, FAR_LEVELS);
}

function putNeighbour(row: FeatureRow, i: number, names: (typeof STEPS)[number], around: Surroundings): void {
  const { outline, stats, kept } = around;
  const at = i + names.step;
  const block = outline.blocks[at];
  const frame = outline.frames[i];
  const other = outline.frames[at];
  row.put(names.words, block ? Math.log1p(stats.words[at] ?? 0) : -1);
  row.put(names.linkShare, block ? Math.min(1, block.linkChars / block.text.length) : -1);
  row.put(names.kept, block ? (kept[at] ?? 0) : -1);
  row.put(names.heading, block ? headingLevel(block.tag) : -1);
  row.flag(names.endsSentence, block !== undefined && endsSentence(block.text));
  row.flag(names.sameMake, frame !== undefined && other?.signature === frame.signature);
  row.put(names.levels, block && frame ? levelsTo(frame, at) : FAR_LEVELS);
  row.put(names.levelsBack, other ? levelsTo(other, i) : FAR_LEVELS);
}

/** The heading a block stands under, and, for a heading, what it heads. */
function putHeading(row: FeatureRow, i: number, { outline, stats, kept, maps }: Surroundings): void {
  const n = outline.blocks.length;
  const heading = maps.prevHeading[i] ?? -1;
  const top = maps.prevTop[i] ?? -1;
  const body = maps.nextBody[i] ?? n;
  const next = maps.nextHeading[i] ?? n;
  const ahead = stats.range(i + 1, next);
  const section = stats.range(heading + 1, next);
  const bodyBlock = outline.blocks[body];
  const headingBlock = outline.blocks[heading];
  row.put("heading-back", heading < 0 ? FAR_BLOCKS : far(i - heading));
  row.put("heading-level", headingBlock ? headingLevel(headingBlock.tag) : 0);
  row.put("heading-kept", heading < 0 ? -1 : (kept[heading] ?? 0));
  row.put("heading-words", heading < 0 ? -1 : (stats.words[heading] ?? 0));
  row.put("top-back", top < 0 ? FAR_BLOCKS : far(i - top));
  row.put("heading-on", next >= n ? FAR_BLOCKS : far(next - i));
  row.put("section-words", Math.log1p(section.words));
  row.put("section-link-share", section.linkShare);
  row.put("section-kept", section.keptShare);
  row.put("section-prose", section.prose / Math.max(1, section.words));
  row.put("ahead-words", Math.log1p(ahead.words));
  row.put("ahead-link-share", ahead.linkShare);
  row.put("ahead-kept", ahead.keptShare);
  row.put("body-words", bodyBlock ? Math.log1p(stats.words[body] ?? 0) : -1);
  row.put("body-link-share", bodyBlock ? Math.min(1, bodyBlock.linkChars / bodyBlock.text.length) : -1);
  row.put("body-kept", bodyBlock ? (kept[body] ?? 0) : -1);
}

const within = (frame: Frame, i: number): boolean => frame.firstBlock <= i && i < frame.endBlock;

function putKept(
  row: FeatureRow,
  i: number,
  frame: Frame,
  { kept, maps, stats, outline }: Surroundings,
): void {
  const n = outline.blocks.length;
  const putNearest = (names: readonly [string, string], other: number): void => {
    const none = other < 0 || other >= n;
    row.put(names[0], none ? FAR_BLOCKS : far(Math.abs(other - i)));
    row.put(names[1], none ? FAR_LEVELS : levelsTo(frame, other));
  };
  const before = stats.range(0, i);
  row.put("kept", kept[i] ?? 0);
  putNearest(KEPT_BACK, maps.prevKept[i] ?? -1);
  putNearest(KEPT_ON, maps.nextKept[i] ?? n);
  putNearest(PROSE_BACK, maps.prevProse[i] ?? -1);
  putNearest(PROSE_ON, maps.nextProse[i] ?? n);
  row.put("since-first-kept", far(i - maps.firstKept));
  row.put("until-last-kept", far(maps.lastKept - i));
  row.put("words-since-last-kept", Math.log1p(stats.range(maps.lastKept + 1, i).words));
  row.put("kept-words-before", Math.log1p(before.keptShare * before.words));
  row.put("kept-centre-up", levelsTo(frame, maps.keptCentre.firstBlock));
  row.flag("in-kept-centre", within(maps.keptCentre, i));
  row.flag("in-kept-centre-parent", within(maps.keptCentre.parent ?? maps.keptCentre, i));
  row.put("prose-centre-up", levelsTo(frame, maps.proseCentre.firstBlock));
  row.flag("in-prose-centre", within(maps.proseCentre, i));
}

const KEPT_BACK = ["kept-back", "kept-back-levels"] as const;
const KEPT_ON = ["kept-on", "kept-on-levels"] as const;
const PROSE_BACK = ["prose-back", "prose-back-levels"] as const;
const PROSE_ON = ["prose-on", "prose-on-levels"] as const;

export function putAround(row: FeatureRow, i: number, frame: Frame, around: Surroundings): void {
  const { stats } = around;
  const before = stats.range(0, i);
  row.put("position", i / Math.max(1, around.outline.blocks.length));
  row.put("words-before", before.words / Math.max(1, stats.page.words));
  row.put("prose-before", before.prose / Math.max(1, stats.page.prose));
  for (const names of WINDOWS) {
    const part = stats.range(i - names.half, i + names.half + 1);
    row.put(names.words, Math.log1p(part.words));
    row.put(names.linkShare, part.linkShare);
    row.put(names.kept, part.keptShare);
    row.put(names.prose, part.prose / Math.max(1, part.words));
  }
  for (const names of STEPS) putNeighbour(row, i, names, around);
  putHeading(row, i, around);
  putKept(row, i, frame, around);
}

/** What stands around a block: its heading, its neighbours, and the nearest kept text. */
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import type { PageMaps } from "./page-maps.ts";
import type { PageOutline, Frame } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import {
  KEPT_SHARE,
  LINK_SHARE,
  LOG_WORDS,
  PROSE,
  sumAt,
  type Sums,
  sumStretch,
  WORDS,
  wordsIn,
} from "./sums.ts";

/** Distances in blocks beyond this are all "far". */
const FAR_BLOCKS = 60;
/** Levels that stand for "no such block". */
const FAR_LEVELS = 20;

export interface Surroundings {
  readonly outline: PageOutline;
  readonly stats: PageStats;
  /** 1 for each block that the rules kept, else 0. */
  readonly kept: Uint8Array;
  readonly maps: PageMaps;
  /** 1 for each block whose text ends a sentence, else 0. */
  readonly endsSentence: Uint8Array;
  /** Room for the sums over two stretches, which hold until the next are measured. */
  readonly near: Sums;
}

const POSITION = feature("position");
const WORDS_BEFORE = feature("words-before");
const PROSE_BEFORE = feature("prose-before");

/** Half widths, in blocks, of the stretches measured around a block. */
const WINDOWS = [3, 8].map((half) => ({
  half,
  words: feature(`near${half}-words`),
  linkShare: feature(`near${half}-link-share`),
  kept: feature(`near${half}-kept`),
  prose: feature(`near${half}-prose`),
}));

/** The neighbours looked at one by one. */
const STEPS = [-2, -1, 1, 2].map((step) => {
  const name = step < 0 ? `back${-step}` : `on${step}`;
  return {
    step,
    words: feature(`${name}-words`),
    linkShare: feature(`${name}-link-share`),
    kept: feature(`${name}-kept`),
    heading: feature(`${name}-heading`),
    endsSentence: feature(`${name}-ends-sentence`),
    sameMake: feature(`${name}-same-make`),
    levels: feature(`${name}-levels`),
    levelsBack: feature(`${name}-levels-back`),
  };
});

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

function putNeighbour(
  sheet: FeatureSheet,
  i: number,
  columns: (typeof STEPS)[number],
  around: Surroundings,
): void {
  const { outline, stats, kept, maps } = around;
  const at = i + columns.step;
  if (at < 0 || at >= outline.frames.length) {
    sheet.put(i, columns.words, -1);
    sheet.put(i, columns.linkShare, -1);
    sheet.put(i, columns.kept, -1);
    sheet.put(i, columns.heading, -1);
    sheet.put(i, columns.levels, FAR_LEVELS);
    sheet.put(i, columns.levelsBack, FAR_LEVELS);
    return;
  }
  const frame = outline.frames[i] as Frame;
  const other = outline.frames[at] as Frame;
  sheet.put(i, columns.words, stats.logWords[at] as number);
  sheet.put(i, columns.linkShare, stats.linkShare[at] as number);
  sheet.put(i, columns.kept, kept[at] as number);
  sheet.put(i, columns.heading, maps.level[at] as number);
  sheet.put(i, columns.endsSentence, around.endsSentence[at] as number);
  sheet.flag(i, columns.sameMake, other.signature === frame.signature);
  sheet.put(i, columns.levels, levelsTo(frame, at));
  sheet.put(i, columns.levelsBack, levelsTo(other, i));
}

const HEADING_BACK = feature("heading-back");
const HEADING_LEVEL = feature("heading-level");
const HEADING_KEPT = feature("heading-kept");
const HEADING_WORDS = feature("heading-words");
const TOP_BACK = feature("top-back");
const HEADING_ON = feature("heading-on");
const SECTION_WORDS = feature("section-words");
const SECTION_LINK_SHARE = feature("section-link-share");
const SECTION_KEPT = feature("section-kept");
const SECTION_PROSE = feature("section-prose");
const AHEAD_WORDS = feature("ahead-words");
const AHEAD_LINK_SHARE = feature("ahead-link-share");
const AHEAD_KEPT = feature("ahead-kept");
const BODY_WORDS = feature("body-words");
const BODY_LINK_SHARE = feature("body-link-share");
const BODY_KEPT = feature("body-kept");

/** Rows of the sums near a block. */
const AHEAD = 0;
const SECTION = 1;
export const NEAR_ROWS = 2;

/** The heading a block stands under, and, for a heading, what it heads. */
function putHeading(sheet: FeatureSheet, i: number, around: Surroundings): void {
  const { outline, stats, kept, maps, near } = around;
  const n = outline.blocks.length;
  const heading = maps.prevHeading[i] as number;
  const top = maps.prevTop[i] as number;
  const body = maps.nextBody[i] as number;
  const next = maps.nextHeading[i] as number;
  sumStretch(stats.totals, i + 1, next, near, AHEAD);
  sumStretch(stats.totals, heading + 1, next, near, SECTION);
  sheet.put(i, HEADING_BACK, heading < 0 ? FAR_BLOCKS : far(i - heading));
  sheet.put(i, HEADING_LEVEL, heading < 0 ? 0 : (maps.level[heading] as number));
  sheet.put(i, HEADING_KEPT, heading < 0 ? -1 : (kept[heading] as number));
  sheet.put(i, HEADING_WORDS, heading < 0 ? -1 : (stats.words[heading] as number));
  sheet.put(i, TOP_BACK, top < 0 ? FAR_BLOCKS : far(i - top));
  sheet.put(i, HEADING_ON, next >= n ? FAR_BLOCKS : far(next - i));
  sheet.put(i, SECTION_WORDS, sumAt(near, SECTION, LOG_WORDS));
  sheet.put(i, SECTION_LINK_SHARE, sumAt(near, SECTION, LINK_SHARE));
  sheet.put(i, SECTION_KEPT, sumAt(near, SECTION, KEPT_SHARE));
  sheet.put(i, SECTION_PROSE, sumAt(near, SECTION, PROSE) / Math.max(1, sumAt(near, SECTION, WORDS)));
  sheet.put(i, AHEAD_WORDS, sumAt(near, AHEAD, LOG_WORDS));
  sheet.put(i, AHEAD_LINK_SHARE, sumAt(near, AHEAD, LINK_SHARE));
  sheet.put(i, AHEAD_KEPT, sumAt(near, AHEAD, KEPT_SHARE));
  sheet.put(i, BODY_WORDS, body < n ? (stats.logWords[body] as number) : -1);
  sheet.put(i, BODY_LINK_SHARE, body < n ? (stats.linkShare[body] as number) : -1);
  sheet.put(i, BODY_KEPT, body < n ? (kept[body] as number) : -1);
}

const nearestColumns = (name: string) => ({
  distance: feature(name),
  levels: feature(`${name}-levels`),
});

type Nearest = ReturnType<typeof nearestColumns>;

const KEPT = feature("kept");
const KEPT_BACK = nearestColumns("kept-back");
const KEPT_ON = nearestColumns("kept-on");
const PROSE_BACK = nearestColumns("prose-back");
const PROSE_ON = nearestColumns("prose-on");
const SINCE_FIRST_KEPT = feature("since-first-kept");
const UNTIL_LAST_KEPT = feature("until-last-kept");
const WORDS_SINCE_LAST_KEPT = feature("words-since-last-kept");
const KEPT_WORDS_BEFORE = feature("kept-words-before");
const KEPT_CENTRE_UP = feature("kept-centre-up");
const IN_KEPT_CENTRE = feature("in-kept-centre");
const IN_KEPT_CENTRE_PARENT = feature("in-kept-centre-parent");
const PROSE_CENTRE_UP = feature("prose-centre-up");
const IN_PROSE_CENTRE = feature("in-prose-centre");

const within = (frame: Frame, i: number): boolean => frame.firstBlock <= i && i < frame.endBlock;

/** What lies at `other`, which is -1 or n where there is none, seen from block i and its frame. */
function putNearest(sheet: FeatureSheet, i: number, columns: Nearest, frame: Frame, other: number): void {
  const none = other < 0 || other >= sheet.rows;
  sheet.put(i, columns.distance, none ? FAR_BLOCKS : far(Math.abs(other - i)));
  sheet.put(i, columns.levels, none ? FAR_LEVELS : levelsTo(frame, other));
}

function putKept(sheet: FeatureSheet, i: number, frame: Frame, { kept, maps, stats }: Surroundings): void {
  sheet.put(i, KEPT, kept[i] as number);
  putNearest(sheet, i, KEPT_BACK, frame, maps.prevKept[i] as number);
  putNearest(sheet, i, KEPT_ON, frame, maps.nextKept[i] as number);
  putNearest(sheet, i, PROSE_BACK, frame, maps.prevProse[i] as number);
  putNearest(sheet, i, PROSE_ON, frame, maps.nextProse[i] as number);
  sheet.put(i, SINCE_FIRST_KEPT, far(i - maps.firstKept));
  sheet.put(i, UNTIL_LAST_KEPT, far(maps.lastKept - i));
  sheet.put(i, WORDS_SINCE_LAST_KEPT, Math.log1p(wordsIn(stats.totals, maps.lastKept + 1, i)));
  sheet.put(i, KEPT_CENTRE_UP, levelsTo(frame, maps.keptCentre.firstBlock));
  sheet.flag(i, IN_KEPT_CENTRE, within(maps.keptCentre, i));
  sheet.flag(i, IN_KEPT_CENTRE_PARENT, within(maps.keptCentre.parent ?? maps.keptCentre, i));
  sheet.put(i, PROSE_CENTRE_UP, levelsTo(frame, maps.proseCentre.firstBlock));
  sheet.flag(i, IN_PROSE_CENTRE, within(maps.proseCentre, i));
}

function putBefore(sheet: FeatureSheet, i: number, { stats, near }: Surroundings): void {
  sumStretch(stats.totals, 0, i, near, 0);
  const words = sumAt(near, 0, WORDS);
  sheet.put(i, POSITION, i / Math.max(1, sheet.rows));
  sheet.put(i, WORDS_BEFORE, words / Math.max(1, sumAt(stats.page, 0, WORDS)));
  sheet.put(i, PROSE_BEFORE, sumAt(near, 0, PROSE) / Math.max(1, sumAt(stats.page, 0, PROSE)));
  sheet.put(i, KEPT_WORDS_BEFORE, Math.log1p(sumAt(near, 0, KEPT_SHARE) * words));
}

function putWindow(
  sheet: FeatureSheet,
  i: number,
  columns: (typeof WINDOWS)[number],
  { stats, near }: Surroundings,
): void {
  sumStretch(stats.totals, i - columns.half, i + columns.half + 1, near, 0);
  sheet.put(i, columns.words, sumAt(near, 0, LOG_WORDS));
  sheet.put(i, columns.linkShare, sumAt(near, 0, LINK_SHARE));
  sheet.put(i, columns.kept, sumAt(near, 0, KEPT_SHARE));
  sheet.put(i, columns.prose, sumAt(near, 0, PROSE) / Math.max(1, sumAt(near, 0, WORDS)));
}

export function putAround(sheet: FeatureSheet, i: number, frame: Frame, around: Surroundings): void {
  putBefore(sheet, i, around);
  for (const columns of WINDOWS) putWindow(sheet, i, columns, around);
  for (const columns of STEPS) putNeighbour(sheet, i, columns, around);
  putHeading(sheet, i, around);
  putKept(sheet, i, frame, around);
}

/** Where a block stands: its tag, what it is part of, how its ancestors' text is made, and how often its make repeats. */
import type { Block } from "../blocks.ts";
import type { Surroundings } from "./around-features.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { LANDMARKS, MARKS } from "./landmarks.ts";
import { type Frame, levelsToMark, likeSiblings, type PageOutline } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import { ROLE_HINTS } from "./role-words.ts";
import { BLOCKS, KEPT_SHARE, LINK_SHARE, LOG_WORDS, PROSE, sumAt, WORDS } from "./sums.ts";

const HEADING = feature("heading");
const TAG_COLUMNS: ReadonlyMap<string, number> = new Map(
  ["p", "li", "td", "th", "dd", "dt", "div", "span", "pre", "figcaption", "button", "summary", "section"].map(
    (tag) => [tag, feature(`is-${tag}`)],
  ),
);
const MARK_COLUMNS = [
  ...LANDMARKS.map((name) => feature(`up-to-${name}`)),
  ...ROLE_HINTS.map(({ role }) => feature(`named-${role}`)),
];

/** Ancestors whose text is measured: levels above the block. */
const LEVELS = [1, 2, 3, 5, 8].map((level) => ({
  level,
  words: feature(`above${level}-words`),
  linkShare: feature(`above${level}-link-share`),
  kept: feature(`above${level}-kept`),
  prose: feature(`above${level}-prose`),
  wordsPerBlock: feature(`above${level}-words-per-block`),
}));

/** How many levels up a repeating element is looked for: a card's text lies a few levels inside the card. */
const REPEATING_LEVELS = 5;

const LIKE_SIBLINGS = feature("like-siblings");
const LIKE_SIBLINGS_LEVEL = feature("like-siblings-level");
const MAKE_BLOCKS = feature("make-blocks");
const MAKE_WORDS = feature("make-words");
const MAKE_KEPT = feature("make-kept");
const MAKE_LINK_SHARE = feature("make-link-share");
const MAKE_PROSE = feature("make-prose");
const DEPTH = feature("depth");

/** The frame so many levels up, or the page's where there are fewer. */
export function above(frame: Frame, levels: number): Frame {
  let up = frame;
  for (let i = 0; i < levels && up.parent; i++) up = up.parent;
  return up;
}

function putTag(sheet: FeatureSheet, i: number, tag: string, level: number): void {
  sheet.put(i, HEADING, level);
  const column = TAG_COLUMNS.get(tag);
  if (column !== undefined) sheet.put(i, column, 1);
}

function putLandmarks(sheet: FeatureSheet, i: number, frame: Frame, outline: PageOutline): void {
  for (let mark = 0; mark < MARKS; mark++)
    sheet.put(i, MARK_COLUMNS[mark] as number, levelsToMark(outline, frame, mark));
}

/** Text of the ancestors at several levels, after "composite text density" (Sun, Song, Liao: DOM based content extraction, 2011). */
function putAncestors(sheet: FeatureSheet, i: number, frame: Frame, { spans, page }: PageStats): void {
  const prose = Math.max(1, sumAt(page, 0, PROSE));
  let up = frame;
  let level = 0;
  for (const columns of LEVELS) {
    up = above(up, columns.level - level);
    level = columns.level;
    const at = up.index;
    sheet.put(i, columns.words, sumAt(spans, at, LOG_WORDS));
    sheet.put(i, columns.linkShare, sumAt(spans, at, LINK_SHARE));
    sheet.put(i, columns.kept, sumAt(spans, at, KEPT_SHARE));
    sheet.put(i, columns.prose, sumAt(spans, at, PROSE) / prose);
    sheet.put(i, columns.wordsPerBlock, sumAt(spans, at, WORDS) / Math.max(1, sumAt(spans, at, BLOCKS)));
  }
}

/** The most like siblings that the element or one of its next ancestors has, and at which level that is. */
function putSiblings(sheet: FeatureSheet, i: number, frame: Frame): void {
  let most = 1;
  let mostLevel = 0;
  let up: Frame | null = frame;
  for (let level = 0; up?.parent && level < REPEATING_LEVELS; level++, up = up.parent) {
    const count = likeSiblings(up);
    if (count > most) {
      most = count;
      mostLevel = level;
    }
  }
  sheet.put(i, LIKE_SIBLINGS, Math.min(most, 60));
  sheet.put(i, LIKE_SIBLINGS_LEVEL, mostLevel);
}

function putMake(sheet: FeatureSheet, i: number, { makes, makeOf, page }: PageStats): void {
  const make = makeOf[i] as number;
  const blocks = sumAt(makes, make, BLOCKS);
  sheet.put(i, MAKE_BLOCKS, Math.log1p(blocks));
  sheet.put(i, MAKE_WORDS, sumAt(makes, make, WORDS) / Math.max(1, blocks));
  sheet.put(i, MAKE_KEPT, sumAt(makes, make, KEPT_SHARE));
  sheet.put(i, MAKE_LINK_SHARE, sumAt(makes, make, LINK_SHARE));
  sheet.put(i, MAKE_PROSE, sumAt(makes, make, PROSE) / Math.max(1, sumAt(page, 0, PROSE)));
}

export function putPlace(
  sheet: FeatureSheet,
  i: number,
  frame: Frame,
  { outline, stats, maps }: Surroundings,
): void {
  putTag(sheet, i, (outline.blocks[i] as Block).tag, maps.level[i] as number);
  putLandmarks(sheet, i, frame, outline);
  putAncestors(sheet, i, frame, stats);
  putSiblings(sheet, i, frame);
  putMake(sheet, i, stats);
  sheet.put(i, DEPTH, frame.depth);
}

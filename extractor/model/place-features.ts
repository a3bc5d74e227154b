/** Where a block stands: its tag, what it is part of, how its ancestors' text is made, and how often its make repeats. */
import type { FeatureRow } from "./feature-row.ts";
import { FAR, type Frame, LANDMARKS } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import { ROLE_HINTS } from "./role-words.ts";

const TAGS = [
  "p",
  "li",
  "td",
  "th",
  "dd",
  "dt",
  "div",
  "span",
  "pre",
  "figcaption",
  "button",
  "summary",
  "section",
] as const;
const TAG_NAMES = TAGS.map((tag) => `is-${tag}`);
const LANDMARK_NAMES = LANDMARKS.map((name) => `up-to-${name}`);
const ROLE_NAMES = ROLE_HINTS.map(({ role }) => `named-${role}`);

/** Ancestors whose text is measured: levels above the block. */
const LEVELS = [1, 2, 3, 5, 8].map((level) => ({
  level,
  words: `above${level}-words`,
  linkShare: `above${level}-link-share`,
  kept: `above${level}-kept`,
  prose: `above${level}-prose`,
  wordsPerBlock: `above${level}-words-per-block`,
}));

/** How many levels up a repeating element is looked for: a card's text lies a few levels inside the card. */
const REPEATING_LEVELS = 5;

/** 1 to 6 for a heading, 0 for all else. */
export const headingLevel = (tag: string): number =>
  tag.length === 2 && tag[0] === "h" && tag >= "h1" && tag <= "h6" ? Number(tag[1]) : 0;

function above(frame: Frame, levels: number): Frame {
  let up = frame;
  for (let i = 0; i < levels && up.parent; i++) up = up.parent;
  return up;
}

/** The most like siblings that the element or one of its next ancestors has, and at which level that is. */
function repetition(frame: Frame): { readonly count: number; readonly level: number } {
  let best = { count: 1, level: 0 };
  let up: Frame | null = frame;
  for (let level = 0; up?.parent && level < REPEATING_LEVELS; level++, up = up.parent) {
    const count = up.parent.childSignatures.get(up.signature) ?? 1;
    if (count > best.count) best = { count, level };
  }
  return best;
}

function putTag(row: FeatureRow, tag: string): void {
  row.put("heading", headingLevel(tag));
  for (let i = 0; i < TAGS.length; i++) row.flag(TAG_NAMES[i] ?? "", tag === TAGS[i]);
}

function putLandmarks(row: FeatureRow, frame: Frame): void {
  for (let i = 0; i < LANDMARK_NAMES.length; i++) row.put(LANDMARK_NAMES[i] ?? "", frame.landmarks[i] ?? FAR);
  for (let i = 0; i < ROLE_NAMES.length; i++) row.put(ROLE_NAMES[i] ?? "", frame.roles[i] ?? FAR);
}

/** Text of the ancestors at several levels, after "composite text density" (Sun, Song, Liao: DOM based content extraction, 2011). */
function putAncestors(row: FeatureRow, frame: Frame, stats: PageStats): void {
  for (const names of LEVELS) {
    const part = stats.span(above(frame, names.level));
    row.put(names.words, Math.log1p(part.words));
    row.put(names.linkShare, part.linkShare);
    row.put(names.kept, part.keptShare);
    row.put(names.prose, part.prose / Math.max(1, stats.page.prose));
    row.put(names.wordsPerBlock, part.words / Math.max(1, part.blocks));
  }
}

function putRepetition(row: FeatureRow, frame: Frame, stats: PageStats): void {
  const { count, level } = repetition(frame);
  const make = stats.make(frame);
  row.put("like-siblings", Math.min(count, 60));
  row.put("like-siblings-level", level);
  row.put("make-blocks", Math.log1p(make.blocks));
  row.put("make-words", make.words / Math.max(1, make.blocks));
  row.put("make-kept", make.keptShare);
  row.put("make-link-share", make.linkShare);
  row.put("make-prose", make.prose / Math.max(1, stats.page.prose));
  row.put("depth", frame.depth);
}

export function putPlace(row: FeatureRow, tag: string, frame: Frame, stats: PageStats): void {
  putTag(row, tag);
  putLandmarks(row, frame);
  putAncestors(row, frame, stats);
  putRepetition(row, frame, stats);
}

import type { BlockType } from "../../../types.ts";
import { COMMENT_WORDS } from "../../words/comment-words.ts";
import { COUNTER_WORDS } from "../../words/counter-words.ts";
import { POPULAR_WORDS, THEME_WORDS } from "../../words/popular-words.ts";
import { RELATED_WORDS } from "../../words/related-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import { isDateLine, readDateMatter } from "../date-matter.ts";
import type { Line } from "../dump.ts";
import { isLateInText } from "../late-in-text.ts";
import { isLabel, isParagraph, isTitle, lettersIn, wordCountOf } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";
import { isDatedTeaser } from "./find-inline-related.ts";

const LISTS = [
  { type: "popular", rule: "under-popular", matcher: createMatcher(POPULAR_WORDS) },
  { type: "theme-list", rule: "under-themes", matcher: createMatcher(THEME_WORDS) },
  { type: "related", rule: "under-related", matcher: createMatcher(RELATED_WORDS) },
] as const;

const comments = createMatcher(COMMENT_WORDS);
const counted = createMatcher(COMMENT_WORDS, COUNTER_WORDS);

/** Titles with a counter or a date each, one after the other: fewer may be chance. */
const FEWEST_COUNTED = 3;
/** Below a label that no list knows, this share of the lines must be titles, counters and dates. */
const LIST_SHARE = 0.8;
/** Lines looked at for the signs of a discussion: dates, short names, "Reply". */
const THREAD_LINES = 8;

/** Share of the text above a discussion that only its words tell, without a count. */
const LATE_UNCOUNTED = 0.65;

interface Section {
  readonly type: BlockType;
  readonly rule: string;
  /** To the end of the dump, or to where paragraphs begin again. */
  readonly reach: "end" | "titles";
}

/** Lists of other articles and discussions: a label, and all that it heads. */
export const findSections: TextPass = {
  name: "sections",
  description: "lists of other articles and discussions: a label, and all that it heads",
  find: function* find(reading): Iterable<TextFinding> {
    let open: Section | null = null;
    const below = countBelow(reading);
    for (const line of reading.lines) {
      if (line === reading.headline || reading.zoneOf(line) === "head") {
        continue;
      }
      const section = sectionAt(line, reading, below);
      if (section !== null) {
        open = section;
      } else if (open?.reach === "titles" && endsList(line, reading)) {
        open = null;
      }
      if (open !== null && reading.isOpen(line)) {
        yield { line, type: open.type, rule: open.rule };
      }
    }
  },
};

function sectionAt(line: Line, reading: Reading, below: readonly Below[]): Section | null {
  const label = line.folded.replace(/[:：►▶»→>]+$/u, "");
  if (!isLabel(label) || (!reading.isOpen(line) && reading.typeOf(line) !== "comments")) {
    return null;
  }
  if (isDiscussion(line, reading)) {
    return { type: "comments", rule: "under-comments", reach: "end" };
  }
  const list = LISTS.find(({ matcher }) => matcher.is(label));
  const reach = reading.zoneOf(line) === "foot" ? "end" : "titles";
  if (list !== undefined && (reach === "end" || headsTitles(line, reading))) {
    return { type: list.type, rule: list.rule, reach };
  }
  return list === undefined && headsCountedTitles(line, reading, below)
    ? { type: "related", rule: "under-list-label", reach }
    : null;
}

/** In the article, a label heads a list when the next lines are titles of other articles, not a paragraph or short items. */
function headsTitles(line: Line, reading: Reading): boolean {
  const [first, second] = nextTitles(line, reading);
  if (first === undefined) {
    return true;
  }
  const dated = isDatedTeaser(first.text) || isMeta(reading.lines[line.index + 2], reading);
  const titles = [first, second].filter(
    (next) => next !== undefined && isTitle(next.text) && !isParagraph(next.text),
  );
  return (
    dated || (titles.length === 2 && titles.every((next) => next !== undefined && wordCountOf(next.text) > 3))
  );
}

/** The two lines after this one that say more than when and how often. */
function nextTitles(line: Line, reading: Reading): readonly Line[] {
  const found: Line[] = [];
  for (let at = line.index + 1; at < reading.lines.length && found.length < 2; at += 1) {
    const next = reading.lines[at] as Line;
    if (!isMeta(next, reading)) {
      found.push(next);
    }
  }
  return found;
}

/** How many lines from one on are counters and dates, or hold them, and how many could be part of a list. */
interface Below {
  readonly metas: number;
  readonly listed: number;
}

/** The same for each line of a dump: of it and all lines under it. */
function countBelow(reading: Reading): readonly Below[] {
  const below: Below[] = [];
  let [metas, listed] = [0, 0];
  for (const line of reading.lines.toReversed()) {
    const isOnlyMeta = isMeta(line, reading);
    metas += isOnlyMeta || isDatedTeaser(line.text) ? 1 : 0;
    listed += isOnlyMeta || !isParagraph(line.text) ? 1 : 0;
    below.push({ metas, listed });
  }
  return below.toReversed();
}

/** A line that says when or how often, between the titles of a list. */
function isMeta(line: Line | undefined, { typeOf }: Reading): boolean {
  return (
    line !== undefined &&
    (typeOf(line) === "view-counter" || typeOf(line) === "timestamp" || isDateLine(line.text))
  );
}

/** Whatever the label says: what follows to the end is titles, each with its counter or date. */
function headsCountedTitles(line: Line, reading: Reading, below: readonly Below[]): boolean {
  const next = reading.lines[line.index + 1];
  if (wordCountOf(line.text) > 4 || next === undefined || isMeta(next, reading) || isParagraph(next.text)) {
    return false;
  }
  const { metas, listed } = below[line.index + 1] ?? { metas: 0, listed: 0 };
  const lines = reading.lines.length - line.index - 1;
  return metas >= FEWEST_COUNTED && metas * 2 >= lines * LIST_SHARE && listed >= lines * LIST_SHARE;
}

/** A paragraph ends a list that stands inside of the article, unless it is one teaser among titles. */
function endsList(line: Line, reading: Reading): boolean {
  return reading.isOpen(line) && isParagraph(line.text) && !isDatedTeaser(line.text);
}

/** Words over a discussion, with a count or with the signs of a thread below. */
function isDiscussion(line: Line, reading: Reading): boolean {
  if (
    reading.paragraphs.length === 0 ||
    line.index < (reading.paragraphs[0]?.index ?? 0) ||
    !comments.has(line.folded)
  ) {
    return false;
  }
  if (lettersIn(counted.without(line.folded)) > 2) {
    return false;
  }
  const counts = /\p{N}/u.test(line.text) && isLateInText(line, reading);
  if (counts || (wordCountOf(line.text) > 1 && isLateInText(line, reading, LATE_UNCOUNTED))) {
    return true;
  }
  const below = reading.lines.slice(line.index + 1, line.index + 1 + THREAD_LINES);
  if (reading.zoneOf(line) === "foot" || below.length === 0) {
    return true;
  }
  const signs = below.filter(({ text }) => {
    const matter = readDateMatter(text);
    return (!isParagraph(text) && (matter.ago || matter.dates > 0 || matter.clocks > 0)) || comments.is(text);
  });
  return signs.length > 1 || (signs.length > 0 && wordCountOf(line.text) > 1);
}

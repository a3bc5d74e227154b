import type { Block } from "../blocks.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import {
  isBracketedByline,
  isBracketedSignature,
  isEndMark,
  readEasternByline,
} from "../read-eastern-byline.ts";
import { BYLINE_WORDS, TIMESTAMP_WORDS } from "../words/byline-words.ts";
import { ROLE_WORDS } from "../words/role-words.ts";
import { foldLetters } from "../words/fold-letters.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { endsIn, headingLevel, isSentence, isTableCell } from "./block-shape.ts";
import { isCalled } from "./names-of.ts";
import { nameSet, type NameSet } from "./read-names.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

const byline = createMatcher(BYLINE_WORDS);
const timestamp = createMatcher(TIMESTAMP_WORDS);
const roles = createMatcher(ROLE_WORDS);

/** Longest line of names, date and place. */
const LONGEST_BYLINE = 130;

const BYLINE_TOKENS = nameSet(
  "byline",
  "author",
  "authors",
  "autor",
  "dateline",
  "writer",
  "contributor",
  "postmeta",
  "vcard",
);
const META_TOKENS = nameSet(
  "meta",
  "postmeta",
  "entrymeta",
  "dateline",
  "pubdate",
  "timestamp",
  "published",
  "datetime",
);

/** Days, months and clock times as pages write them, in any script. */
const DATE =
  /\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\d{4}\s?年\s?\d{1,2}\s?月|\d{4}년\s?\d{1,2}월|\b\d{1,2}\.?\s?(?:de\s+)?\p{L}{3,12}\.?,?\s?(?:de\s+)?\d{4}\b|\b\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b/u;
const HAS_DIGIT = /\d/;
/** Between a birth and a death. */
const LIFE = /[†✝✞]/u;
const CLOCK = /\b\d{1,2}[:h]\d{2}\b/u;

/** What is left of a date line when the date is taken out: no more than this many letters. */
const LEFT_OF_DATE_LINE = 30;

/** Longest line that only says what an author is. */
const LONGEST_ROLE = 80;
const LABELLED = /^[^:：]{2,30}[:：]\s*\p{Lu}/u;
/** A title and a desk, no sentence: four words at most. */
const DESK = /^(?:[\p{L}-]+[ ,]*){2,4}$/u;
const ADDRESS = /^\S+@[\w.-]+\.\w{2,}$/u;

const EASTERN_BYLINE: Verdict = { type: "byline", rule: "eastern-byline" };
const END_MARK: Verdict = { type: "footer", rule: "end-mark" };
const DATE_LINE: Verdict = { type: "timestamp", rule: "date-line" };
const AUTHOR_LINE: Verdict = { type: "byline", rule: "author-line" };
const WORDS_OF_BYLINE: Verdict = { type: "byline", rule: "byline-words" };
const LINE_BESIDE_NAME: Verdict = { type: "byline", rule: "line-beside-name" };
const NAMED_BYLINE: Verdict = { type: "byline", rule: "named-byline" };
const TIMESTAMP_LABEL: Verdict = { type: "timestamp", rule: "timestamp-label" };

/** Who wrote it and when, where it stands as a line of its own. Both live on as facts. */
export const findBylines: AfterPass = {
  name: "bylines",
  description: "bylines, datelines and times of publication that are lines of their own",
  find: judgeEach(
    (page, { kept }): Known => ({
      page,
      authors: page.metadata.facts.author.map(({ name }) => foldLetters(name)).filter((name) => name !== ""),
      shown: new Set<Element>([...page.metadata.bylineElements, ...page.metadata.dateElements]),
      firstProse: kept.findIndex(isProse),
      lastProse: kept.findLastIndex(isProse),
      headEnd: endOfHead(kept),
    }),
    judge,
  ),
};

interface Known {
  readonly page: Page;
  /** Folded names. */
  readonly authors: readonly string[];
  /** Elements that the metadata was read from. */
  readonly shown: ReadonlySet<Element>;
  /** Places of the first and the last paragraph. */
  readonly firstProse: number;
  readonly lastProse: number;
  /** Place of the paragraph under the standfirst. */
  readonly headEnd: number;
}

/** The second paragraph, as the first may be a standfirst with the byline under it. */
function endOfHead(kept: readonly Block[]): number {
  const first = kept.findIndex(isProse);
  return kept.findIndex((block, place) => place > first && isProse(block));
}

function judge(block: Block, known: Known, place: number): Verdict | null {
  if (block.alphabeticLength > LONGEST_BYLINE || headingLevel(block) === 1 || isTableCell(block)) {
    return null;
  }
  if (LIFE.test(block.text)) {
    return null;
  }
  const home = known.page.homes[block.index] ?? null;
  const outside = place < known.firstProse || place > known.lastProse;
  // In the text a heading that is a date heads what happened then.
  if (!outside && headingLevel(block) > 0) {
    return null;
  }
  if (outside && readEasternByline(block.text) !== null) {
    return EASTERN_BYLINE;
  }
  if (place > known.firstProse) {
    if (isEndMark(block.text)) return END_MARK;
    if (isBracketedSignature(block.text) || isBracketedByline(block.text)) return EASTERN_BYLINE;
  }
  return (
    timestampLine(block, home, known.shown) ??
    bylineLine(block, known, home, outside) ??
    (place < known.headEnd ? lineInHead(block) : null)
  );
}

function timestampLine(block: Block, home: ElementSpan | null, shown: ReadonlySet<Element>): Verdict | null {
  // Times of the day have digits too.
  const left = HAS_DIGIT.test(block.text) ? block.text.replace(DATE, " ").replace(CLOCK, " ") : block.text;
  const dated = left !== block.text;
  // "As of 31 July 2025, the office has received:" leads into a list.
  if (dated && endsIn(block, ":：")) {
    return null;
  }
  if (!dated) {
    return timestamp.is(wordsOf(block)) && holds(home, shown, META_TOKENS) ? TIMESTAMP_LABEL : null;
  }
  const letters = timestamp.without(left).replace(/[^\p{L}]/gu, "").length;
  if (
    letters <= LEFT_OF_DATE_LINE / 3 ||
    (timestamp.starts(wordsOf(block)) && letters <= LEFT_OF_DATE_LINE)
  ) {
    return DATE_LINE;
  }
  return null;
}

/** Without the first date. Every date has a digit in it, and few lines have. */
function withoutDate(text: string): string {
  return HAS_DIGIT.test(text) ? text.replace(DATE, " ") : text;
}

/** `outside` is before the first or after the last paragraph. */
function bylineLine(
  block: Block,
  { authors, shown }: Known,
  home: ElementSpan | null,
  outside: boolean,
): Verdict | null {
  const words = wordsOf(block);
  const { folded } = words;
  let rest = folded;
  for (const name of authors) rest = rest.replaceAll(name, " ");
  const named = rest !== folded;
  if (named && (outside || byline.starts(words)) && !saysMore(rest, LEFT_OF_DATE_LINE / 2)) {
    return AUTHOR_LINE;
  }
  if (outside && byline.starts(words) && isNameLike(block.text)) {
    return WORDS_OF_BYLINE;
  }
  // A last sentence that names a day is no byline, although the date was read from it.
  const isLastWord = !named && isSentence(block) && !byline.starts(words);
  if (!isLastWord && holds(home, shown, BYLINE_TOKENS) && (outside || !saysMore(rest, LEFT_OF_DATE_LINE))) {
    return NAMED_BYLINE;
  }
  return null;
}

/** `Text: Ann Roe, Ben Poe` under a standfirst, and what else stands beside a name there: what she is, her address. */
function lineInHead(block: Block): Verdict | null {
  if (headingLevel(block) > 0 || block.tag === "li" || block.alphabeticLength > LONGEST_ROLE) {
    return null;
  }
  if (LABELLED.test(block.text) && byline.starts(wordsOf(block)) && isNameLike(block.text)) {
    return WORDS_OF_BYLINE;
  }
  const isRole = roles.is(wordsOf(block)) || (roles.starts(wordsOf(block)) && DESK.test(block.text));
  return isRole || ADDRESS.test(block.text) ? LINE_BESIDE_NAME : null;
}

/** Whether a line has more letters than so many besides its date and the words of bylines. */
function saysMore(text: string, most: number): boolean {
  return byline.without(timestamp.without(withoutDate(text))).replace(/[^\p{L}]/gu, "").length > most;
}

/** `By Jane Roe`, `Von Max Muster und Eva Musterin`: after the word, two to eight words that mostly start large. */
function isNameLike(text: string): boolean {
  const words = text
    .split(/[\s,]+/u)
    .slice(1)
    .filter((word) => /\p{L}/u.test(word));
  const large = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 1 && words.length <= 8 && large >= words.length * 0.6 && !/[.!?]$/u.test(text);
}

/** The block or its parent is one that the metadata was read from, or is named so. */
function holds(home: ElementSpan | null, shown: ReadonlySet<Element>, tokens: NameSet): boolean {
  for (let up = home, steps = 0; up !== null && steps < 3; up = up.parent, steps += 1) {
    if (shown.has(up.element) || (steps < 2 && isCalled(up, tokens))) {
      return true;
    }
  }
  return false;
}

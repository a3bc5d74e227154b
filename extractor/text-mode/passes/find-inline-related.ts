import type { BlockType } from "../../../types.ts";
import { alphabeticLength } from "../../alphabetic-length.ts";
import { isGalleryLine } from "../../read-gallery-line.ts";
import { remember } from "../../remember.ts";
import { RELATED_WORDS } from "../../words/related-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import { findTrailingCounter, isMarkedCounter } from "../counters.ts";
import { readDateMatter } from "../date-matter.ts";
import type { Line } from "../dump.ts";
import { isLabel, isParagraph, isSentence, isTitle, wordCountOf } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

const related = createMatcher(RELATED_WORDS);

const LONGEST_TEASER = 280;
/** A shorter line under "Read more" may be the subheading of what follows. */
const FEWEST_WORDS_UNDER_LABEL = 5;
/** No subheading follows a label in brackets. */
const FEWEST_UNDER_BRACKETS = 3;

const SHORTEST_TITLE = 8;

/** Label, mark, title: `Read more: …`, `ALSO READ | …`, `【関連記事】…`. */
const LABEL_AND_TITLE =
  /^[^\p{L}\p{N}]*([\p{L}\p{M}\p{N}'’ ]{2,45}?)\s*(?:[:：|►▶»→>＞】\]]+|\s[–—-])\s*(\S.{3,})$/u;
/** Label in capitals before a title in small letters: `READ MORE Harbour reopens`. */
const LOUD_LABEL = /^((?:\p{Lu}[\p{Lu}'’]*\s+){2,5})(?=\p{Lu}?\p{Ll}|\p{Lu}\p{Ll})(.{8,})$/u;
/** A date, mostly with its time, near the end of a teaser; right behind the title, or after a mark. */
const DATE_BEHIND =
  /(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[.\s]+\p{L}{3,12}\.?\s+\d{4}|\p{L}{3,12}\s\d{1,2},\s\d{4}|\d{4}年\d{1,2}月\d{1,2}日)[^\p{L}]{0,4}(?:\d{1,2}[:.h]\d{2})?/gu;

const LISTS: ReadonlySet<BlockType> = new Set(["related", "popular", "theme-list"]);

/** Lines between the paragraphs that lead to other articles. */
export const findInlineRelated: TextPass = {
  name: "inline-related",
  description: "lines between the paragraphs that lead to other articles",
  find: function* find(reading): Iterable<TextFinding> {
    for (const line of reading.lines.filter(reading.isOpen)) {
      if (line === reading.headline || alphabeticLength(line.text) > LONGEST_TEASER) {
        continue;
      }
      const rule = ruleFor(line, reading);
      if (rule !== null) {
        yield { line, type: "inline-related", rule };
      }
      const below = titleUnderLabel(line, reading);
      if (below !== null) {
        yield { line, type: "inline-related", rule: "related-label" };
        yield { line: below, type: "inline-related", rule: "title-under-label" };
      }
    }
  },
};

function ruleFor(line: Line, reading: Reading): string | null {
  if (isLabelledTeaser(line.text)) {
    return "labelled-teaser";
  }
  if (isGalleryLine(line.text)) {
    return "gallery-line";
  }
  if (isDatedTeaser(line.text)) {
    return "dated-teaser";
  }
  if (isListedBelow(line, reading)) {
    return "listed-teaser";
  }
  return isOverCounter(line, reading) ? "counted-teaser" : null;
}

/** The same title stands in a list of other articles below. */
function isListedBelow(line: Line, { lines, typeOf, zoneOf }: Reading): boolean {
  return (
    zoneOf(line) === "body" &&
    isTitle(line.text) &&
    !isParagraph(line.text) &&
    lines.some(
      (other) =>
        other.index > line.index && other.folded === line.folded && LISTS.has(typeOf(other) ?? "headline"),
    )
  );
}

function isLabelledTeaser(text: string): boolean {
  if (isSentence(text) && /[.。।]["'”’»」]*$/u.test(text) && !/(?:…|\.{3})$/u.test(text)) {
    return false;
  }
  const [, label = "", title = ""] = LABEL_AND_TITLE.exec(text) ?? LOUD_LABEL.exec(text) ?? [];
  return alphabeticLength(title) >= SHORTEST_TITLE && related.is(label) && wordCountOf(title) > 1;
}

/** A title with its date and counter: `Harbour reopens09.02.26, 03:20 • [views_12]`. */
export const isDatedTeaser = remember((text): boolean => {
  const counter = findTrailingCounter(text);
  const body = counter === null ? text : text.slice(0, counter);
  const date = /\d/.test(body) ? [...body.matchAll(DATE_BEHIND)].at(-1) : undefined;
  if (date === undefined) {
    return counter !== null && isTitle(body.trim()) && wordCountOf(body) > 3;
  }
  const title = body.slice(0, date.index);
  const after = readDateMatter(body.slice(date.index));
  if (after.left > 2 || wordCountOf(title) < 3 || isSentence(title.trim())) {
    return false;
  }
  const glued = /[\p{L}"”»?!)]$/u.test(title);
  const marked = /(?:[|•·–—,(-]|\t| {2})\s*$/u.test(title);
  return counter !== null || glued || (marked && after.clocks > 0);
});

/** A title whose next line is a counter: a teaser, when the article has begun. */
function isOverCounter(line: Line, { lines, zoneOf, typeOf, headline }: Reading): boolean {
  const next = lines[line.index + 1];
  return (
    zoneOf(line) !== "head" &&
    line !== headline &&
    isTitle(line.text) &&
    next !== undefined &&
    typeOf(next) === "view-counter" &&
    isMarkedCounter(next.text)
  );
}

/** "Read more:" on a line of its own, and the one title under it. */
function titleUnderLabel(line: Line, { lines, isOpen, zoneOf }: Reading): Line | null {
  const next = lines[line.index + 1];
  const ok =
    zoneOf(line) === "body" &&
    isLabel(line.text.replace(/[:：►▶»→>]+$/u, "")) &&
    related.is(line.text) &&
    next !== undefined &&
    isOpen(next) &&
    isTitle(next.text) &&
    !isParagraph(next.text) &&
    wordCountOf(next.text) >= (/^[【[]/u.test(line.text) ? FEWEST_UNDER_BRACKETS : FEWEST_WORDS_UNDER_LABEL);
  return ok ? next : null;
}

import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import { FARTHEST_MARKED, LONGEST_AROUND, OTHER_DATE, PUBLISHED, UPDATED } from "./date-line.ts";
import { asideOf } from "./is-aside.ts";
import { findDate } from "./parse-date.ts";
import type { Source } from "./source-claims.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";

/** A dateline stands near the headline: this many characters of text before it at most. */
const FARTHEST_BEFORE = 600;
/** A date in a frame beside the article loses to any in it. */
const ASIDE_COST = 10;
/** Below this a date is as likely another article's. */
const LOWEST_SCORE = 0.5;
const LONGEST_LINE = 160;

interface Candidate {
  readonly element: Element;
  readonly iso: string;
  readonly raw: string;
  readonly score: number;
  readonly updated: boolean;
}

interface Sight {
  readonly element: Element;
  readonly text: string;
  readonly offset: number;
  /** How plainly the markup says that this is a date: 0 not at all, 3 a `<time>` element. */
  readonly mark: number;
}

function judge(sight: Sight, page: PageIndex, language: string | null): Candidate | null {
  const distance = distanceToHeadline(sight, page);
  const datetime = sight.element.getAttribute("datetime")?.trim() || null;
  const found = findDate(datetime ?? sight.text, { language }) ?? findDate(sight.text, { language });
  if (!found || OTHER_DATE.test(sight.text)) return null;
  const around = sight.text.length - found.raw.length;
  if (datetime === null && around > LONGEST_AROUND && !PUBLISHED.test(sight.text)) return null;
  const aside = asideOf(sight.element, page.trunk);
  if (aside === "yes") return null;
  const updated = UPDATED.test(sight.text) && !PUBLISHED.test(sight.text);
  const near = distance >= 0 ? 3 - (3 * distance) / FARTHEST_AFTER : 2 + (2 * distance) / FARTHEST_BEFORE;
  const score =
    sight.mark +
    Math.max(near, -1) +
    (PUBLISHED.test(sight.text) ? 1 : 0) -
    (around > 20 ? 0.5 : 0) -
    (aside === "maybe" ? ASIDE_COST : 0);
  if (score < LOWEST_SCORE - (aside === "maybe" ? ASIDE_COST : 0)) return null;
  return {
    element: sight.element,
    iso: found.iso,
    raw: datetime && findDate(datetime, { language }) ? datetime : found.raw,
    score,
    updated,
  };
}

function within<P extends Place>(places: readonly P[], page: PageIndex, farthest: number): P[] {
  return places.filter((place) => {
    const distance = distanceToHeadline(place, page);
    return distance >= -FARTHEST_BEFORE && distance <= farthest;
  });
}

function marked(places: readonly Place[], page: PageIndex, mark: number): Sight[] {
  return within(places, page, FARTHEST_MARKED)
    .map(({ element, offset }) => ({ element, offset, mark, text: spacedText(element) }))
    .filter(({ text }) => text.length <= LONGEST_LINE)
    .flatMap(({ text, ...sight }) => stampsIn(text).map((stamp) => Object.assign({ text: stamp }, sight)));
}

function best(list: readonly Candidate[]): Candidate | undefined {
  return list.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
}

/** `Updated A Published B` in one text, each with its own date. */
function stampsIn(text: string): readonly string[] {
  if (text.length > LONGEST_LINE || !UPDATED.test(text) || !PUBLISHED.test(text)) return [text];
  const starts = [UPDATED, PUBLISHED].map((label) => text.search(label)).toSorted((a, b) => a - b);
  const [first = 0, second = 0] = starts;
  const stamps = [text.slice(first, second), text.slice(second)];
  return stamps.every((stamp) => /\d{4}/u.test(stamp)) ? stamps : [text];
}

function sightsOf(page: PageIndex): Sight[] {
  return [
    ...marked(page.times, page, 3),
    ...marked(page.dateMarks, page, 1.5),
    ...within(page.yearTexts, page, FARTHEST_AFTER).flatMap(({ element, offset, text }) =>
      stampsIn(text).map((stamp) => ({ element, offset, text: stamp, mark: 0 })),
    ),
  ];
}

/** The date that readers see: `<time>`, elements marked as date, and short lines beside the headline. */
export function visibleDate(language: string | null): Source {
  return {
    name: "visible-date",
    read(page) {
      const candidates = sightsOf(page)
        .map((sight) => judge(sight, page, language))
        .filter((candidate) => candidate !== null);
      const published = best(candidates.filter(({ updated }) => !updated));
      const modified = best(candidates.filter(({ updated }) => updated));
      return {
        published: published?.raw,
        modified: modified?.raw,
        dateElements: [published?.element, modified?.element].filter((element) => element !== undefined),
      };
    },
  };
}

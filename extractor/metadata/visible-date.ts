import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import { type DateOf, dateOf } from "./date-label.ts";
import { FARTHEST_MARKED, isSentence, LONGEST_AROUND, OTHER_DATE, PUBLISHED, UPDATED } from "./date-line.ts";
import { placeOf } from "./place-of-fact.ts";
import { mastheadOf } from "./masthead.ts";
import { findDate } from "./parse-date.ts";
import type { Source } from "./source-claims.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";

/** A dateline stands near the headline: this many characters of text before it at most. */
const FARTHEST_BEFORE = 600;
/** What a date right above the headline is worth, of 3 for one right below. */
const NEAR_BEFORE = 2.8;
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
  readonly of: DateOf;
  /** Whether it stands where the body has long begun. */
  readonly isFar: boolean;
}

/** What it is worth to carry the date for programs. */
const MACHINE_MARK = 3;

interface Sight {
  readonly element: Element;
  readonly text: string;
  readonly offset: number;
  /** How plainly the markup says that this is a date: 0 not at all, 3 a `<time>` element. */
  readonly mark: number;
}

/** The date that an element carries for programs: `datetime`, or the `title` of an abbreviation in hAtom. */
function machineDate(element: Element): string | null {
  const datetime = element.getAttribute("datetime")?.trim();
  if (datetime) return datetime;
  const title = element.nodeName.toUpperCase() === "ABBR" ? element.getAttribute("title")?.trim() : undefined;
  return title && /^\d{4}-\d\d-\d\d/.test(title) ? title : null;
}

/** How far from the article a date stands, in its height on the page or beside it. */
function standing(sight: Sight, distance: number, page: PageIndex): "no" | "maybe" | "yes" {
  const aside = placeOf(sight.element, page.trunk);
  return aside === "no" && distance < 0 ? mastheadOf(sight.element, page) : aside;
}

function judge(sight: Sight, page: PageIndex, language: string | null): Candidate | null {
  const { element, text } = sight;
  const distance = distanceToHeadline(sight, page);
  const machine = machineDate(element);
  const inMachine = machine === null ? null : findDate(machine, { language });
  const found = inMachine ?? findDate(text, { language });
  if (!found || OTHER_DATE.test(text)) return null;
  const around = text.length - found.raw.length;
  const isSaid = PUBLISHED.test(text);
  if (machine === null && around > LONGEST_AROUND && !isSaid) return null;
  const of = dateOf(element, text);
  if (of === "other" || (sight.mark === 0 && of === "unsaid" && isSentence(text))) return null;
  const place = standing(sight, distance, page);
  if (place === "yes") return null;
  const near =
    distance >= 0 ? 3 - (3 * distance) / FARTHEST_AFTER : NEAR_BEFORE + (2 * distance) / FARTHEST_BEFORE;
  const cost = place === "maybe" ? ASIDE_COST : 0;
  const mark = machine === null ? sight.mark : MACHINE_MARK;
  const score = mark + Math.max(near, -1) + (isSaid ? 1 : 0) - (around > 20 ? 0.5 : 0) - cost;
  if (score < LOWEST_SCORE - cost) return null;
  const raw = inMachine && machine ? machine : found.raw;
  return { element, iso: found.iso, raw, score, of, isFar: distance > FARTHEST_AFTER };
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

/** `Updated A Published B`, or `A · Updated B`, in one text, each with its own date. */
function stampsIn(text: string): readonly string[] {
  if (text.length > LONGEST_LINE || !UPDATED.test(text)) return [text];
  const starts = [UPDATED, PUBLISHED].map((label) => text.search(label)).toSorted((a, b) => a - b);
  const [first = 0, second = 0] = starts;
  const stamps = [text.slice(Math.max(0, first), second), text.slice(second)];
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
      const stated = best(candidates.filter(({ of }) => of === "published" || of === "unsaid"));
      // Where there is no other day, what a label or a class calls an update is the day that readers are told.
      const lone = best(candidates.filter(({ of }) => of === "updated-by-label" || of === "updated-by-mark"));
      // A day far below the article's update is another article's.
      const isFarther = stated?.isFar === true && lone?.isFar === false;
      const published = isFarther ? lone : (stated ?? (lone?.isFar === false ? lone : undefined));
      const modified = best(
        candidates.filter(
          ({ of }) =>
            of === "updated" ||
            of === "updated-by-label" ||
            (of === "updated-by-mark" && stated !== undefined),
        ),
      );
      return {
        published: published?.raw,
        modified: modified?.raw,
        dateElements: [published?.element, modified?.element].filter((element) => element !== undefined),
      };
    },
  };
}

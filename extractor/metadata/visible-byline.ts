import { authorBoxes } from "./author-boxes.ts";
import {
  type BylineCandidate,
  FARTHEST_MARKED,
  IN_FRAME,
  LONGEST_BYLINE,
  markOf,
  personIn,
} from "./byline-candidate.ts";
import { bylinesBesideDate } from "./byline-beside-date.ts";
import { bylinesInText } from "./byline-in-text.ts";
import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import { placeOf } from "./place-of-fact.ts";
import type { Source } from "./source-claims.ts";
import { namesOverDate } from "./names-over-date.ts";
import { splitNames } from "./split-authors.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";

/** Marked as the author's, but for a picture, a life or a way to follow; or as those of other people. */
const BESIDE_NAME =
  /bio|box|avatar|image|img|photo|description|about|comment|social|follow|related|card-list|widget|license|credit|copyright|feedback|review/i;
/** The account that wrote a post; the first one of a thread began it. */
const ACCOUNT = /^(?!.*(?:author|autor|by-?line)).*(?:user-?name|creator)/i;
const ACCOUNT_STRENGTH = 0.4;
/** A longer text says something of the account. */
const LONGEST_ACCOUNT = 30;

/** Whether an element asks for a name rather than gives one. */
const isField = (element: Element): boolean =>
  element.getElementsByTagName("input").length > 0 || element.getElementsByTagName("label").length > 0;

function markStrength(element: Element): number {
  if (/\bauthor\b/i.test(element.getAttribute("rel") ?? "")) return 3;
  const mark = markOf(element);
  if (BESIDE_NAME.test(mark)) return 0;
  if (ACCOUNT.test(mark)) return isField(element) ? 0 : ACCOUNT_STRENGTH;
  return /name|by-?line|vcard|fn\b|link/i.test(mark) ? 2 : 1;
}

function fromMark(place: Place, page: PageIndex): BylineCandidate | null {
  const { element } = place;
  const strength = markStrength(element);
  const distance = distanceToHeadline(place, page);
  if (strength === 0 || distance < -600 || distance > FARTHEST_MARKED) return null;
  const aside = placeOf(element, page.trunk);
  if (aside === "yes") return null;
  const text = spacedText(element);
  const longest = strength === ACCOUNT_STRENGTH ? LONGEST_ACCOUNT : LONGEST_BYLINE;
  if (text.length < 2 || text.length > longest || splitNames(text).length === 0) return null;
  const inner = [...element.getElementsByTagName("a")].filter((anchor) =>
    /author|autor|profile|people|redaktion/i.test(
      `${anchor.getAttribute("rel")} ${anchor.getAttribute("href")} ${anchor.getAttribute("class")}`,
    ),
  );
  const linked = inner.map((anchor) => personIn(anchor)).filter(({ name }) => splitNames(name).length > 0);
  const near = Math.abs(distance) < FARTHEST_AFTER ? 2 : 0;
  return {
    element,
    people: linked.length > 0 ? linked : [personIn(element, text)],
    score:
      strength +
      near -
      Math.abs(distance) / FARTHEST_MARKED -
      (text.length > 80 ? 1 : 0) -
      (aside === "maybe" ? IN_FRAME : 0),
    isFar: false,
  };
}

/** The article's own, and once more on its foot or in a second layout. */
const MOST_SIGNATURES = 2;

/**
 * Signatures far from the headline count where there is no byline, and one is the article's: several people sign the cards of
 * a list, each their own.
 */
function withoutCards(candidates: readonly BylineCandidate[]): readonly BylineCandidate[] {
  const near = candidates.filter(({ isFar }) => !isFar);
  const names = new Set(candidates.flatMap(({ people }) => people.map(({ name }) => name)));
  return near.length > 0 || names.size > 1 || candidates.length > MOST_SIGNATURES ? near : candidates;
}

/** The byline that readers see: `rel=author`, elements marked as byline, and lines that begin with "By" in many languages. */
export const visibleByline: Source = {
  name: "byline",
  read(page) {
    const candidates = withoutCards([
      ...page.authorMarks.map((place) => fromMark(place, page)).filter((candidate) => candidate !== null),
      ...bylinesInText(page),
      ...authorBoxes(page),
      ...namesOverDate(page),
      ...bylinesBesideDate(page),
    ]);
    if (candidates.length === 0) return {};
    const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
    // Co-authors are siblings: the same kind of mark, beside the best one.
    const mates = candidates.filter(
      (other) =>
        other.element.parentNode === best.element.parentNode &&
        other.element.className === best.element.className &&
        other.element.nodeName === best.element.nodeName,
    );
    const authors = (mates.length > 0 ? mates : [best]).flatMap(({ people }) => people);
    return { authors, bylineElements: mates.map(({ element }) => element) };
  },
};

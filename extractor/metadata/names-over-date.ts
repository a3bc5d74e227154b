import { ROLE_WORDS } from "../words/role-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { type BylineCandidate, LONGEST_BYLINE, personIn } from "./byline-candidate.ts";
import { isFullName } from "./byline-spelling.ts";
import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import { placeOf } from "./place-of-fact.ts";
import { splitNames } from "./split-authors.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";

const role = createMatcher(ROLE_WORDS);

/** Dates under the headline that are looked at; more are those of other articles. */
const MOST_DATES = 3;
/** Boxes that a date may stand in by itself. */
const MOST_STEPS = 3;
const LONGEST_ROLE = 60;
/** Less than a line that is led in by "By" or marked as a byline. */
const SCORE = 1;
/** "Arts & Culture" is a section. */
const SECTION_MARK = /[&/|]/;

/** Names that nothing leads in stand over the date: of one person with the role between, of several by themselves. */
export function namesOverDate(page: PageIndex): readonly BylineCandidate[] {
  return page.yearTexts
    .filter(
      (place) => distanceToHeadline(place, page) > 0 && distanceToHeadline(place, page) <= FARTHEST_AFTER,
    )
    .slice(0, MOST_DATES)
    .map((place) => candidateOver(place, page))
    .filter((candidate) => candidate !== null);
}

function candidateOver(place: Place, page: PageIndex): BylineCandidate | null {
  const first = lineOver(place.element);
  if (first === null || placeOf(place.element, page.trunk) !== "no") return null;
  const said = spacedText(first);
  const isRole = said.length <= LONGEST_ROLE && role.starts(said);
  const element = isRole ? lineOver(first) : first;
  if (element === null || page.headline?.element.contains(element) === true) return null;
  const text = isRole ? spacedText(element) : said;
  if (text.length > LONGEST_BYLINE || SECTION_MARK.test(text) || !isFullName(text)) return null;
  return isRole || splitNames(text).length > 1
    ? { element, people: [personIn(element, text)], score: SCORE, isFar: false }
    : null;
}

/** The element before, or before the boxes that hold nothing but this one. */
function lineOver(element: Element): Element | null {
  let up: Element | null = element;
  for (let step = 0; up !== null && step < MOST_STEPS; step++) {
    if (up.previousElementSibling !== null) return up.previousElementSibling;
    up = up.parentElement;
  }
  return null;
}

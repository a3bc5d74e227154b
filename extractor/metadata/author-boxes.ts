import { type BylineCandidate, FAR_SCORE, markOf, personIn } from "./byline-candidate.ts";
import { isFullName } from "./byline-spelling.ts";
import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import { placeOf } from "./place-of-fact.ts";
import { splitNames } from "./split-authors.ts";
import { distanceToHeadline } from "./distance-to-headline.ts";

const AUTHOR_BOX =
  /(?:author|autor|auteur|autore|writer)[\w-]*(?:box|bio|card|info|about|description|profile|wrap)|(?:about|bio|meet)[\w-]*(?:author|autor)|blog-author/i;
const NAME_MARK = /(?:^|[\s_-])(?:name|fn)(?:[\s_-]|$)|author[\w-]*name/i;
/** More boxes are the cards of a list. */
const MOST_BOXES = 8;

const isBoxName = (element: Element): boolean =>
  /^H[2-6]$/.test(element.nodeName.toUpperCase()) || NAME_MARK.test(element.getAttribute("class") ?? "");

function candidateIn({ element }: Place): BylineCandidate | null {
  const name = [...element.getElementsByTagName("*")].find((inner) => isBoxName(inner));
  if (name === undefined) return null;
  const text = spacedText(name);
  return isFullName(text) && splitNames(text).length === 1
    ? { element: name, people: [personIn(name, text)], score: FAR_SCORE, isFar: true }
    : null;
}

/** Whom the boxes about an author after the headline are about: what their headings, or marks of a name in them, say. */
export function authorBoxes(page: PageIndex): readonly BylineCandidate[] {
  const boxes = page.authorMarks.filter(
    (place) => AUTHOR_BOX.test(markOf(place.element)) && distanceToHeadline(place, page) >= 0,
  );
  if (boxes.length > MOST_BOXES) return [];
  return boxes
    .filter(({ element }) => placeOf(element, page.trunk) !== "yes")
    .map((place) => candidateIn(place))
    .filter((candidate) => candidate !== null);
}

import {
  type BylineCandidate,
  FAR_SCORE,
  FARTHEST_MARKED,
  IN_FRAME,
  LONGEST_BYLINE,
  personIn,
} from "./byline-candidate.ts";
import { isSignature, mayLeadIn, namesSomebody, withoutDateBefore } from "./byline-spelling.ts";
import { isEasternAlone, isEasternLead, readEasternByline } from "../read-eastern-byline.ts";
import { spacedText } from "./fold-text.ts";
import type { PageIndex, TextPlace } from "./index-page.ts";
import { placeOf } from "./place-of-fact.ts";
import { splitNames } from "./split-authors.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";

/** Elements that the name may be away from the words that lead it in, upwards. */
const MOST_STEPS = 5;
/** More lines that begin like bylines are a list of other articles or of comments. */
const MOST_FAR = 12;

interface Line {
  readonly element: Element;
  readonly text: string;
}

/** The line that a text begins: the name may stand in the next element, each of them in boxes of its own. */
function lineFrom(place: TextPlace): Line | null {
  let text = withoutDateBefore(place.text);
  let { element } = place;
  if (namesSomebody(text)) return { element, text };
  if (!mayLeadIn(text)) return null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const whole = spacedText(element);
    text = withoutDateBefore(whole.slice(Math.max(0, whole.indexOf(place.text))));
    if (text.length > LONGEST_BYLINE) return null;
    if (namesSomebody(text)) return { element, text };
    if (element.parentNode?.nodeType !== 1) return null;
    element = element.parentNode as Element;
  }
  return null;
}

/** `文／山田花子`, `김서연 기자`, `بقلم …`, or the word for the writer with the name in the element next to it. */
function easternWriters({ element, text }: TextPlace): readonly string[] | null {
  if (!isEasternLead(text)) return readEasternByline(text);
  const around = [element, element.parentNode].filter((node) => node?.nodeType === 1);
  const said = around.map((node) => spacedText(node as Element)).find((whole) => whole.length > text.length);
  if (said === undefined) return null;
  return readEasternByline(said.endsWith(text) ? said : said.slice(said.indexOf(text)));
}

const INLINE = /^(?:A|ABBR|ADDRESS|B|CITE|EM|FONT|I|SMALL|SPAN|STRONG|U)$/;

/** Whether nothing else stands on the line that an element is part of. */
function fillsLine({ element, text }: Line): boolean {
  let line = element;
  while (INLINE.test(line.nodeName.toUpperCase()) && line.parentNode?.nodeType === 1)
    line = line.parentNode as Element;
  return spacedText(line) === text;
}

function candidateAt(place: TextPlace, page: PageIndex): BylineCandidate | null {
  const distance = distanceToHeadline(place, page);
  const isFar = distance > FARTHEST_AFTER;
  if (distance < -400 || distance > FARTHEST_MARKED) return null;
  // "From Mills and Weirs" may be what the page is called.
  if (page.headline?.element.contains(place.element) === true) return null;
  const aside = placeOf(place.element, page.trunk);
  if (aside === "yes" || (aside === "maybe" && isFar)) return null;
  const near = 2.5 - Math.abs(distance) / FARTHEST_AFTER - (aside === "maybe" ? IN_FRAME : 0);
  const writers = easternWriters(place);
  // Editors and photographers alone.
  if (writers !== null && writers.length === 0) return null;
  if (writers === null && isEasternAlone(place.text)) return null;
  if (writers !== null) {
    const people =
      writers.length === 1
        ? writers.map((name) => personIn(place.element, name))
        : writers.map((name) => ({ name, url: null }));
    return { element: place.element, people, score: isFar ? FAR_SCORE : near, isFar };
  }
  const line = lineFrom(place);
  if (line === null || splitNames(line.text).length === 0) return null;
  if (isFar && !(isSignature(line.text) && fillsLine(line))) return null;
  return {
    element: line.element,
    people: [personIn(line.element, line.text)],
    score: isFar ? FAR_SCORE : near,
    isFar,
  };
}

/** Lines that begin with "By" in many languages: those near the headline, and those further down that sign the article. */
export function bylinesInText(page: PageIndex): readonly BylineCandidate[] {
  const near = page.bylineTexts.filter((place) => distanceToHeadline(place, page) <= FARTHEST_AFTER);
  const hasFew = page.bylineTexts.length - near.length <= MOST_FAR;
  return (hasFew ? page.bylineTexts : near)
    .map((place) => candidateAt(place, page))
    .filter((candidate) => candidate !== null);
}

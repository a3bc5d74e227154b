import { readEasternByline } from "../read-eastern-byline.ts";
import { type BylineCandidate, LONGEST_BYLINE, personIn } from "./byline-candidate.ts";
import { isLedName } from "./byline-spelling.ts";
import { PUBLISHED, UPDATED } from "./date-line.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";
import type { PageIndex, TextPlace } from "./index-page.ts";
import { placeOf } from "./place-of-fact.ts";
import { findDate } from "./parse-date.ts";
import { splitNames } from "./split-authors.ts";

/** Lines with a year that are looked at; more are those of other articles. */
const MOST_LINES = 6;
/** Publication and update. */
const MOST_DATES = 2;
/** Less than a line that begins with "By". */
const SCORE = 1.5;

/** What parts the facts of a line. */
const PARTS = /\s*[|·•–—]\s*|\s+-\s+|\s{2,}/u;
/** `입력 … 수정 …`, `Publié le … à …`: what a part says of the date before or behind it, and nothing else. */
const LABEL = new RegExp(`(?:${PUBLISHED.source}|${UPDATED.source})\\s*[:：]?\\s*$`, "iu");

/** The line in parts, without its dates. */
function partsOf(line: string): readonly string[] {
  let rest = line;
  const parts: string[] = [];
  for (let turn = 0; turn < MOST_DATES; turn++) {
    const found = findDate(rest, { language: null });
    if (found === null) break;
    parts.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + found.raw.length);
  }
  return [...parts, rest]
    .flatMap((part) => part.replace(LABEL, "").split(PARTS))
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
}

function namesIn(part: string): readonly string[] {
  const eastern = readEasternByline(part);
  if (eastern !== null) return eastern;
  return isLedName(part) ? splitNames(part) : [];
}

function candidateIn({ element, text }: TextPlace): BylineCandidate | null {
  const names = partsOf(text)
    .map(namesIn)
    .find((found) => found.length > 0);
  if (names === undefined) return null;
  const people =
    names.length === 1 ? [personIn(element, names[0])] : names.map((name) => ({ name, url: null }));
  return { element, people, score: SCORE, isFar: false };
}

/** Bylines further along on the line of the date: `Stand: 3.5.2021 | von Ida Holm`, `2021-05-03 09:30 来源：江湾日报 作者：陈晓雯`. */
export function bylinesBesideDate(page: PageIndex): readonly BylineCandidate[] {
  return page.yearTexts
    .filter((place) => {
      const distance = distanceToHeadline(place, page);
      return distance > 0 && distance <= FARTHEST_AFTER && place.text.length <= LONGEST_BYLINE;
    })
    .slice(0, MOST_LINES)
    .filter(({ element }) => placeOf(element, page.trunk) === "no")
    .map((place) => candidateIn(place))
    .filter((candidate) => candidate !== null);
}

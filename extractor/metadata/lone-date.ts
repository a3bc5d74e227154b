import { FARTHEST_MARKED, LONGEST_AROUND, OTHER_DATE, PUBLISHED, UPDATED } from "./date-line.ts";
import type { PageIndex, TextPlace } from "./index-page.ts";
import { placeOf } from "./place-of-fact.ts";
import { findDate, type FoundDate } from "./parse-date.ts";
import type { Source } from "./source-claims.ts";
import { FARTHEST_AFTER, distanceToHeadline } from "./distance-to-headline.ts";

/** Around a date that stands alone on its line: brackets, a weekday, "Uhr". */
const LONGEST_ALONE = 14;
/** More years below the article are those of a list or of a table. */
const MOST_FAR = 20;

/** Whether a page says that it sells something: the dates on it are those of reviews and deliveries. */
const sells = (page: PageIndex): boolean =>
  /product/i.test(page.metas.get("og:type")?.[0] ?? "") ||
  page.jsonLd.some((text) => /"(?:Product|Offer)"/.test(text)) ||
  page.itemprops.some(({ element }) => /^(?:offers|price)$/.test(element.getAttribute("itemprop") ?? ""));

function readLine({ element, text }: TextPlace, page: PageIndex, language: string | null): FoundDate | null {
  const found = findDate(text, { language });
  if (!found || OTHER_DATE.test(text) || placeOf(element, page.trunk) !== "no") return null;
  const isSaid = PUBLISHED.test(text);
  if (UPDATED.test(text) && !isSaid) return null;
  return text.length - found.raw.length > (isSaid ? LONGEST_AROUND : LONGEST_ALONE) ? null : found;
}

/** The source's name. */
export const LONE_DATE = "lone-date";

/**
 * The one day that lines far below the headline give, alone or said to be of publication. Several days are those of a list, and
 * then it says nothing.
 */
export function loneDate(language: string | null): Source {
  return {
    name: LONE_DATE,
    read(page) {
      if (sells(page)) return {};
      const far = page.yearTexts.filter((place) => {
        const distance = distanceToHeadline(place, page);
        return distance > FARTHEST_AFTER && distance <= FARTHEST_MARKED;
      });
      if (far.length > MOST_FAR) return {};
      const dates = far.map((place) => readLine(place, page, language)).filter((date) => date !== null);
      if (new Set(dates.map(({ iso }) => iso.slice(0, 10))).size !== 1) return {};
      return { published: dates[0]?.raw };
    },
  };
}

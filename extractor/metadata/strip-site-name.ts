import { cutSiteName } from "./cut-site-name.ts";
import { foldWords } from "./fold-text.ts";
import type { PageIndex } from "./index-page.ts";
import { namesMedium } from "./name-of-medium.ts";
import { namesSite } from "./name-of-site.ts";

/** What stands between a title and the site's name. */
const DELIMITER =
  /\s+[|\-–—·•»«:/~]{1,2}\s+|\s*(?:::|\|\|?|[│┃¦]|»|›|•|·|—|｜|＿)\s*|:\s+(?=\S+\.\w{2,}$)|(?<=[\p{Lo}\p{P}])\s*(?:[-_－–]{1,2}|[：:／/](?!.*[：:／/]))\s*(?=\p{Lo})/gu;

/** A longer one is no title, and each of its parts would be compared with all others. */
const LONGEST_TITLE = 1000;

/**
 * A title without the site's name: segments at its ends go when they are the site's name, its host's name,
 * or when what is left is a heading of the page.
 */
export function stripSiteName(whole: string, page: PageIndex, siteNames: readonly string[]): string {
  if (whole.length > LONGEST_TITLE) return whole;
  const title = cutSiteName(whole, siteNames);
  const cuts = [...title.matchAll(DELIMITER)];
  if (title === whole && cuts.length === 0 && !whole.includes(":")) return whole;
  const headings = new Set(page.headings.map(({ text }) => foldWords(text)));
  if (headings.has(foldWords(whole))) return whole;
  const shownBehindColon = behindColon(title, headings);
  if (shownBehindColon !== null) return shownBehindColon;
  if (cuts.length === 0 || headings.has(foldWords(title))) return title;
  // The longest part that is a heading of the page, from either end.
  const parts = cuts.flatMap((cut) => [title.slice(0, cut.index), title.slice(cut.index + cut[0].length)]);
  const shown = parts.filter(
    (part) =>
      foldWords(part) !== "" && headings.has(foldWords(part)) && !namesSite(part, siteNames, page.url),
  );
  const heads = shown.filter((part) => title.startsWith(part) && part.trim().includes(" "));
  const best = heads.length > 0 ? heads : shown;
  if (best.length > 0) return best.reduce((a, b) => (b.length > a.length ? b : a)).trim();
  return beforeBar(withoutSite(title, page, siteNames));
}

/** "The Weir Log: The mill turns again", where the second part is a heading of the page as a whole. */
function behindColon(title: string, headings: ReadonlySet<string>): string | null {
  const colon = /:\s+/u.exec(title);
  const rest = colon === null ? "" : title.slice(colon.index + colon[0].length);
  return rest.split(/\s+/).length >= LEAST_WORDS && headings.has(foldWords(rest)) ? rest : null;
}

/** A bar parts a headline from the section, the site and what the site wants to be found by; a headline has none of its own. */
const PARTED = /\s+\|\s+/;
/** Fewer words before a bar may be a kicker. */
const LEAST_WORDS = 3;

function beforeBar(title: string): string {
  const bar = PARTED.exec(title);
  if (bar === null) return title;
  const head = title.slice(0, bar.index).trim();
  return head.split(/\s+/).length >= LEAST_WORDS ? head : title;
}

/** A title or heading without the segments at its ends that are the site's name, and what follows that. */
export function withoutSite(title: string, page: PageIndex, siteNames: readonly string[]): string {
  if (title.length > LONGEST_TITLE) return title;
  const cuts = [...title.matchAll(DELIMITER)];
  const isSite = (text: string): boolean => namesSite(text, siteNames, page.url);
  const siteAt = cuts.find((cut, i) => {
    const part = title.slice(cut.index + cut[0].length, cuts[i + 1]?.index);
    // Behind a colon stands what the headline says of its subject.
    return isSite(part) || (!/[:：]/u.test(cut[0]) && cut.index > part.length && namesMedium(part));
  });
  let rest = siteAt === undefined ? title : title.slice(0, siteAt.index);
  const first = [...rest.matchAll(DELIMITER)][0];
  const head = first === undefined ? "" : rest.slice(0, first.index);
  if (first && (isSite(head) || (head.length * 2 < rest.length && namesMedium(head))))
    rest = rest.slice(first.index + first[0].length);
  return rest.trim() || title;
}

import { foldWords, plainText } from "./fold-text.ts";
import { namesSite } from "./name-of-site.ts";
import { headsSite } from "./find-headline-place.ts";
import type { PageIndex } from "./index-page.ts";
import { asideOf } from "./is-aside.ts";

export interface HeadlineClaim {
  readonly text: string;
  readonly source: string;
}

/** What stands between a title and the site's name. */
const DELIMITER = /\s+[|\-–—·•»«:/~]{1,2}\s+|\s*(?:::|\|\|?|»|›|•|·|—)\s*|:\s+(?=\S+\.\w{2,}$)/gu;

/**
 * A title without the site's name: segments at its ends go when they are the site's name, its host's name,
 * or when what is left is a heading of the page.
 */
export function stripSiteName(title: string, page: PageIndex, siteNames: readonly string[]): string {
  const cuts = [...title.matchAll(DELIMITER)];
  if (cuts.length === 0) return title;
  const headings = new Set(page.headings.map(({ text }) => foldWords(text)));
  if (headings.has(foldWords(title))) return title;
  // The longest part that is a heading of the page, from either end.
  const parts = cuts.flatMap((cut) => [title.slice(0, cut.index), title.slice(cut.index + cut[0].length)]);
  const shown = parts.filter(
    (part) =>
      foldWords(part) !== "" && headings.has(foldWords(part)) && !namesSite(part, siteNames, page.url),
  );
  if (shown.length > 0) return shown.reduce((a, b) => (b.length > a.length ? b : a)).trim();
  let rest = title;
  for (const cut of cuts.toReversed()) {
    const tail = title.slice(cut.index + cut[0].length);
    if (namesSite(tail, siteNames, page.url)) rest = title.slice(0, cut.index);
  }
  const first = [...rest.matchAll(DELIMITER)][0];
  if (first && namesSite(rest.slice(0, first.index), siteNames, page.url))
    rest = rest.slice(first.index + first[0].length);
  return rest.trim() || title;
}

/** Share of the words of the shorter text that the longer one has too. */
function overlap(a: string, b: string): number {
  const [left, right] = [new Set(foldWords(a).split(" ")), new Set(foldWords(b).split(" "))];
  const smaller = Math.min(left.size, right.size);
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return smaller === 0 ? 0 : shared / smaller;
}

/** An h1 that shares this much with what the head claims is the same headline as the reader sees it. */
const SAME_HEADLINE = 0.6;
const LONGEST_HEADLINE = 300;

/** A heading that holds a kicker, a date or a subtitle besides the headline that the head claims: the claim alone. */
function withoutKicker(heading: string, claims: readonly HeadlineClaim[]): string {
  const folded = foldWords(heading);
  const inner = claims.find(({ text }) => {
    const claim = foldWords(text);
    return (
      claim.length < folded.length &&
      claim.split(" ").length >= 3 &&
      (folded.startsWith(`${claim} `) || folded.endsWith(` ${claim}`) || folded.endsWith(claim))
    );
  });
  return inner?.text ?? heading;
}

function visibleHeadline(
  page: PageIndex,
  claims: readonly HeadlineClaim[],
  siteNames: readonly string[],
): string | undefined {
  const isUsable = ({ element, text }: PageIndex["headings"][number]): boolean =>
    text.length <= LONGEST_HEADLINE &&
    !namesSite(text, siteNames, page.url) &&
    !headsSite(element, page.url) &&
    asideOf(element, page.trunk) === "no";
  const tops = page.headings.filter(
    (heading) => heading.element.nodeName.toUpperCase() === "H1" && isUsable(heading),
  );
  const agree = (text: string) =>
    claims.some(
      (claim) =>
        overlap(claim.text, text) >= SAME_HEADLINE &&
        foldWords(text).length * 3 > foldWords(claim.text).length,
    );
  const agreeing = tops.find(({ text }) => agree(text));
  if (agreeing) return withoutKicker(agreeing.text, claims);
  if (claims.length === 0) return tops[0]?.text ?? page.headings.find(isUsable)?.text;
  const isClaimed = (text: string) => claims.some((claim) => foldWords(claim.text) === foldWords(text));
  return page.headings.find((heading) => isClaimed(heading.text) && isUsable(heading))?.text;
}

/** The headline: as the reader sees it where a heading agrees with the head's claims, else the best claim without the site's name. */
export function chooseHeadline(
  page: PageIndex,
  claims: readonly HeadlineClaim[],
  siteNames: readonly string[],
): HeadlineClaim | null {
  const title = page.title === null ? [] : [{ text: plainText(page.title), source: "title" }];
  const cleaned = [...claims, ...title]
    .map(({ text, source }) => ({ text: stripSiteName(text, page, siteNames), source }))
    .filter(({ text }) => foldWords(text) !== "" && text.length <= LONGEST_HEADLINE);
  const named = cleaned.filter(({ text }) => !namesSite(text, siteNames, page.url));
  const seen = visibleHeadline(page, named, siteNames);
  if (seen !== undefined) return { text: seen, source: "heading" };
  return named[0] ?? cleaned[0] ?? null;
}

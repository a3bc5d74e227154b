import { isDateLine } from "../text-mode/date-matter.ts";
import { foldWords, plainText, squash } from "./fold-text.ts";
import { namesSite } from "./name-of-site.ts";
import { headsSite } from "./find-headline-place.ts";
import type { PageIndex } from "./index-page.ts";
import { asideOf } from "./is-aside.ts";
import { stripSiteName, withoutSite } from "./strip-site-name.ts";

export interface HeadlineClaim {
  readonly text: string;
  readonly source: string;
}

type Heading = PageIndex["headings"][number];

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

/** A headline that was too long for its heading: "The mill that never …". */
const CUT_SHORT = /\s*(?:\.{3}|…)$/u;

/** A heading that holds a kicker, a date or a subtitle besides the headline that the head claims: the claim alone. One cut short: the claim in full. */
function asClaimed({ element, text }: Heading, claims: readonly HeadlineClaim[]): string {
  const folded = foldWords(text);
  const isCut = CUT_SHORT.test(text);
  const inner = claims.find((claim) => {
    const claimed = foldWords(claim.text);
    if (isCut) return claimed.startsWith(folded);
    return (
      claimed.length < folded.length &&
      claimed.split(" ").length >= 3 &&
      (folded.endsWith(claimed) || (folded.startsWith(`${claimed} `) && element.children.length > 0))
    );
  });
  return inner?.text ?? text;
}

/** Words of a kicker, which stands before a headline in an element of its own. */
const MOST_KICKER_WORDS = 6;

/** A heading without the kicker that its first element holds, where the head has a mark between the two: "Rivers: The mill reopens". */
function withoutKicker({ element, text }: Heading, claims: readonly HeadlineClaim[]): string {
  const kicker = squash(element.firstElementChild?.textContent ?? "");
  const rest = text.startsWith(kicker) ? text.slice(kicker.length).replace(/^[\s:–—|-]+/u, "") : "";
  if (kicker === "" || rest === "" || /\p{P}$/u.test(kicker)) return text;
  if (kicker.split(" ").length > MOST_KICKER_WORDS) return text;
  const folded = foldWords(kicker);
  const isMarked = claims.some((claim) => {
    const cut = /\s*(?::|\s[-–—|])\s+/u.exec(claim.text);
    return (
      cut !== null &&
      [claim.text.slice(0, cut.index), claim.text.slice(cut.index + cut[0].length)].some(
        (part) => foldWords(part) === folded,
      )
    );
  });
  return isMarked ? rest : text;
}

function visibleHeadline(
  page: PageIndex,
  claims: readonly HeadlineClaim[],
  siteNames: readonly string[],
): string | undefined {
  const isUsable = ({ element, text }: Heading): boolean =>
    text.length <= LONGEST_HEADLINE &&
    // Over a day's posts stands their date.
    !isDateLine(text) &&
    !namesSite(text, siteNames, page.url) &&
    !headsSite(element, page.url) &&
    asideOf(element, page.trunk) === "no";
  const tops = page.headings.filter(
    (heading) => heading.element.nodeName.toUpperCase() === "H1" && isUsable(heading),
  );
  const agree = (claim: HeadlineClaim, text: string): boolean =>
    overlap(claim.text, text) >= SAME_HEADLINE && foldWords(text).length * 3 > foldWords(claim.text).length;
  for (const claim of claims) {
    const agreeing = tops.find(({ text }) => agree(claim, text));
    if (!agreeing) continue;
    const text = withoutSite(withoutKicker(agreeing, claims), page, siteNames);
    return asClaimed({ ...agreeing, text }, claims);
  }
  if (claims.length === 0)
    return [page.headline, ...tops, ...page.headings].find((heading) => heading !== null && isUsable(heading))
      ?.text;
  const isClaimed = (text: string) => claims.some((claim) => foldWords(claim.text) === foldWords(text));
  return page.headings.find((heading) => isClaimed(heading.text) && isUsable(heading))?.text;
}

/** Capitals alone are how a heading is set, not how it is spelled. */
const isShouted = (text: string): boolean =>
  /\p{Lu}\P{Ll}*\s\P{Ll}*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** The claim that spells the same words as they are spelled in prose. */
const inLowerCase = (text: string, claims: readonly HeadlineClaim[]): HeadlineClaim | undefined =>
  claims.find((claim) => !isShouted(claim.text) && foldWords(claim.text) === foldWords(text));

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
  if (seen === undefined) return named[0] ?? cleaned[0] ?? null;
  return (isShouted(seen) ? inLowerCase(seen, named) : undefined) ?? { text: seen, source: "heading" };
}

import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import { asideOf } from "./is-aside.ts";
import type { RawPerson, Source } from "./source-claims.ts";
import { splitNames } from "./split-authors.ts";

/** A byline stands near the headline; this many characters after it the body has long begun. */
const FARTHEST_AFTER = 1500;
/** Marked elements may also end the article; they carry a class that says so. */
const FARTHEST_MARKED = 40_000;
const LONGEST_BYLINE = 200;

/** "By": weak words need a name in capitals right behind them, since prose begins with them too. */
const NAME_FOLLOWS =
  /^[\s(|·•–—-]*\S+(?:\s+\S+)?\s*[:：／/]?\s*\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}|v[oa]n|de|der|di|da|del|la|le|ten|zu|al)\S*){0,5}(?:\s*(?:,|&|und|and|et|y|e|og|och|i|en|oraz|a|ja|ve|та|і|и)\s*\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}\S*){0,4}){0,4}[\s|·•,–—-]*(?:$|\(|\d|am\b|on\b|le\b|vom\b|[|·•–—,-])/u;
/** Just the lead-in, with the name in the next element: "By <a>Jane Doe</a>". */
const LEAD_ONLY = /^[\s(|·•–—-]*[\p{L} ]{1,24}[:：]?\s*$/u;

function urlIn(element: Element): string | null {
  const anchor = element.nodeName.toUpperCase() === "A" ? element : element.getElementsByTagName("a")[0];
  return anchor?.getAttribute("href") ?? null;
}

function markStrength({ element }: Place): number {
  const rel = element.getAttribute("rel") ?? "";
  if (/\bauthor\b/i.test(rel)) return 3;
  const mark = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  if (
    /bio|box|avatar|image|img|photo|description|about|comment|social|follow|related|card-list|widget/i.test(
      mark,
    )
  )
    return 0;
  return /name|by-?line|vcard|fn\b|link/i.test(mark) ? 2 : 1;
}

interface Candidate {
  readonly element: Element;
  readonly people: readonly RawPerson[];
  readonly score: number;
}

function fromMark(place: Place, page: PageIndex): Candidate | null {
  const strength = markStrength(place);
  const distance = place.offset - (page.headline?.offset ?? 0);
  if (strength === 0 || distance < -600 || distance > FARTHEST_MARKED) return null;
  const aside = asideOf(place.element, page.trunk);
  if (aside === "yes") return null;
  const text = spacedText(place.element);
  if (text.length < 2 || text.length > LONGEST_BYLINE || splitNames(text).length === 0) return null;
  const inner = [...place.element.getElementsByTagName("a")].filter((anchor) =>
    /author|autor|profile|people|redaktion/i.test(
      `${anchor.getAttribute("rel")} ${anchor.getAttribute("href")} ${anchor.getAttribute("class")}`,
    ),
  );
  const names = inner
    .map((anchor) => ({ name: spacedText(anchor), url: anchor.getAttribute("href") }))
    .filter(({ name }) => splitNames(name).length > 0);
  const people = names.length > 0 ? names : [{ name: text, url: urlIn(place.element) }];
  const near = Math.abs(distance) < FARTHEST_AFTER ? 2 : 0;
  return {
    element: place.element,
    people,
    score:
      strength +
      near -
      Math.abs(distance) / FARTHEST_MARKED -
      (text.length > 80 ? 1 : 0) -
      (aside === "maybe" ? 1.5 : 0),
  };
}

function fromText(place: PageIndex["bylineTexts"][number], page: PageIndex): Candidate | null {
  const distance = place.offset - (page.headline?.offset ?? 0);
  if (distance < -400 || distance > FARTHEST_AFTER || asideOf(place.element, page.trunk) !== "no")
    return null;
  let text = place.text;
  let element = place.element;
  if (!NAME_FOLLOWS.test(text)) {
    if (!LEAD_ONLY.test(text)) return null;
    const whole = spacedText(element);
    const parent = element.parentNode;
    if (whole.length > text.length + 1) text = whole;
    else if (parent?.nodeType === 1) {
      element = parent as Element;
      text = spacedText(element);
    }
    const from = text.indexOf(place.text);
    text = from > 0 ? text.slice(from) : text;
    if (text.length > LONGEST_BYLINE || !NAME_FOLLOWS.test(text)) return null;
  }
  if (splitNames(text).length === 0) return null;
  return {
    element,
    people: [{ name: text, url: urlIn(element) }],
    score: 2.5 - Math.abs(distance) / FARTHEST_AFTER,
  };
}

/** The byline that readers see: `rel=author`, elements marked as byline, and lines that begin with "By" in many languages. */
export const visibleByline: Source = {
  name: "byline",
  read(page) {
    const candidates = [
      ...page.authorMarks.map((place) => fromMark(place, page)),
      ...page.bylineTexts.map((place) => fromText(place, page)),
    ].filter((candidate) => candidate !== null);
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

import { spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import type { RawPerson } from "./source-claims.ts";

/** A place that may name the article's authors. */
export interface BylineCandidate {
  readonly element: Element;
  readonly people: readonly RawPerson[];
  /** The highest is believed. */
  readonly score: number;
  /** Whether it stands where the body has long begun, so that it may be another article's. */
  readonly isFar: boolean;
}

/** A byline stands near the headline; this many characters after it the body has long begun. */
export const FARTHEST_AFTER = 1500;
/** Signatures and marked elements may also end the article. */
export const FARTHEST_MARKED = 40_000;
export const LONGEST_BYLINE = 200;

/** What it costs to stand in a frame beside the article, which may be another's. */
export const IN_FRAME = 1.5;
/** A signature at the end, which counts where there is no byline. */
export const FAR_SCORE = 0.5;

/** Characters of text from the headline to a place; below 0 before it. */
export const distanceOf = ({ offset }: Place, { headline }: PageIndex): number =>
  offset - (headline?.offset ?? 0);

export const markOf = (element: Element): string =>
  `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;

/** The person that an element names, with the address of the first link in it. */
export function personIn(element: Element, name = spacedText(element)): RawPerson {
  const anchor = element.nodeName.toUpperCase() === "A" ? element : element.getElementsByTagName("a")[0];
  return { name, url: anchor?.getAttribute("href") ?? null };
}

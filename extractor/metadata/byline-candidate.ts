import { spacedText } from "./fold-text.ts";
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

/** Signatures and marked elements may also end the article. */
export const FARTHEST_MARKED = 40_000;
export const LONGEST_BYLINE = 200;

/** What it costs to stand in a frame beside the article, which may be another's. */
export const IN_FRAME = 1.5;
/** A signature at the end, which counts where there is no byline. */
export const FAR_SCORE = 0.5;

export const markOf = (element: Element): string =>
  `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;

/** The person that an element names, with the address of the first link in it. */
export function personIn(element: Element, name = spacedText(element)): RawPerson {
  const anchor = element.nodeName.toUpperCase() === "A" ? element : element.getElementsByTagName("a")[0];
  return { name, url: anchor?.getAttribute("href") ?? null };
}

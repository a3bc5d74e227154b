import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import type { Candidate } from "./attempt.ts";

/** What speaks for and against a candidate. Lengths are characters of prose. */
export interface Verdict {
  /** Text kept, prose or not. */
  readonly length: number;
  /** Share of the page's prose that is kept, 0 to 1; 1 for a page without prose. */
  readonly coverage: number;
  /** Share of the kept text that is prose. */
  readonly purity: number;
  /** Prose left out between the headline and the last kept paragraph, as a share of all prose there. */
  readonly skipped: number;
}

/** A shorter article may be a teaser or a caption. On the development pages, wrong answers had under 260 characters, right ones over 290. */
const SHORTEST_ARTICLE = 280;

/** An article begins under its headline and has no holes: a candidate that skips more of the prose there is a part of it. */
const MOST_SKIPPED = 0.4;

/** Without a headline to measure from, a candidate with less of the page's prose is a part of the article. */
const LEAST_COVERAGE = 0.5;

export function judge(page: Page, candidate: Candidate, removed: ReadonlySet<Block>): Verdict {
  const prose = page.blocks.filter((block) => !removed.has(block) && isProse(block));
  const kept = prose.filter((block) => candidate.blocks.has(block));
  const length = lengthOf([...candidate.blocks]);
  const start = page.headline?.index ?? null;
  const last = kept.at(-1)?.index ?? -1;
  const zone = prose.filter(
    (block) => start !== null && block.index > start && block.index <= last && !block.hidden,
  );
  const zoneKept = zone.filter((block) => candidate.blocks.has(block));
  const coverage = share(lengthOf(kept), lengthOf(prose), 1);
  return {
    length,
    coverage,
    purity: share(lengthOf(kept), length, 0),
    skipped:
      start === null || zone.length === 0 ? 1 - coverage : 1 - share(lengthOf(zoneKept), lengthOf(zone), 1),
  };
}

/** Good enough to need no other attempt. */
export function isSound({ length, coverage, skipped }: Verdict): boolean {
  return length >= SHORTEST_ARTICLE
    ? skipped <= MOST_SKIPPED
    : coverage >= LEAST_COVERAGE && skipped <= MOST_SKIPPED && length > 0;
}

/** How much of a candidate is prose and how much of the page's prose it has: their harmonic mean, 0 to 1. */
export function scoreOf({ purity, coverage }: Verdict): number {
  return purity + coverage === 0 ? 0 : (2 * purity * coverage) / (purity + coverage);
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

function share(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole;
}

import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import type { Candidate } from "./attempt.ts";

/** Share of the page's prose that a candidate keeps, 0 to 1; 1 for a page without prose. */
export function coverageOf(page: Page, candidate: Candidate, removed: ReadonlySet<Block>): number {
  let all = 0;
  let kept = 0;
  for (const block of page.blocks) {
    if (!removed.has(block) && isProse(block)) {
      all += block.text.length;
      kept += candidate.blocks.has(block) ? block.text.length : 0;
    }
  }
  return all === 0 ? 1 : kept / all;
}

/** How much of a candidate is prose, and how much of the page's prose it has: their harmonic mean, 0 to 1. */
export function scoreOf(page: Page, candidate: Candidate, removed: ReadonlySet<Block>): number {
  let all = 0;
  let prose = 0;
  for (const block of candidate.blocks) {
    all += block.text.length;
    prose += isProse(block) ? block.text.length : 0;
  }
  const purity = all === 0 ? 0 : prose / all;
  const coverage = coverageOf(page, candidate, removed);
  return purity + coverage === 0 ? 0 : (2 * purity * coverage) / (purity + coverage);
}

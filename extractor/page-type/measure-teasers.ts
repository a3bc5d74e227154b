import type { Block } from "../blocks.ts";
import { headingLevel } from "../passes/block-shape.ts";
import { leadsIntoSite } from "../passes/link-targets.ts";
import { isProse, linkDensity } from "../prose.ts";
import type { PageToMeasure } from "./measure-page.ts";

/** Fewer may be the boxes under an article. */
const LEAST_TEASERS = 4;

const ALL_LINK = 0.9;

/**
 * The share of a page's prose that stands under headings that are links to other pages of the site, 0 to 1: most of it on a front
 * page, a section or a writer's page with teasers as long as paragraphs. 0 for few teasers.
 */
export function measureTeasers(page: PageToMeasure): number {
  let teasers = 0;
  let underTeasers = 0;
  let all = 0;
  let heads: Block | null = null;
  let counted: Block | null = null;
  for (const block of page.blocks) {
    const level = block.hidden ? 0 : headingLevel(block);
    if (level > 0) {
      heads = level > 1 && linkDensity(block) >= ALL_LINK && leadsIntoSite(block, page) ? block : null;
    } else if (!block.hidden && isProse(block)) {
      all += block.alphabeticLength;
      if (heads !== null) {
        underTeasers += block.alphabeticLength;
        if (counted !== heads) teasers += 1;
        counted = heads;
      }
    }
  }
  return teasers >= LEAST_TEASERS ? underTeasers / all : 0;
}

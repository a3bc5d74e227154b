import { isNoSection } from "../metadata/choose-section.ts";
import { foldWords } from "../metadata/fold-text.ts";
import { isDateLine } from "../text-mode/date-matter.ts";
import { isProse } from "../prose.ts";
import type { Block } from "../blocks.ts";
import { foldSpace } from "../blocks.ts";
import type { Page } from "../page.ts";
import type { Selection } from "../selection.ts";
import { HOME_WORDS } from "../words/place-words.ts";
import { createMatcher } from "../words/word-list.ts";

const home = createMatcher(HOME_WORDS);

/** What stands between the steps of a path. */
const SEPARATOR = /\s*[/›>»→|•\\▸▶＞]\s*|\s[–—·-]\s/u;

/** What a path is called, and what leads back along it. */
const NO_SECTION = /^(?:bread-?\s?crumbs?|current(?: page)?|navigation|[<←‹«]|back to\b)/iu;

/** Longest name of a section. */
const LONGEST_SECTION = 45;

/** The section that the page's breadcrumb names: its last step that is neither the site, its front page nor the article. */
export function readSection(page: Page, selection: Selection): string | null {
  const title = foldWords(page.metadata.facts.headline ?? "");
  const site = foldWords(page.metadata.facts.publisher?.name ?? "");
  return (
    firstPath(page, selection)
      .flatMap(stepsOf)
      .findLast((step) => isSection(step, title, site)) ?? null
  );
}

/** The first breadcrumb of the page: blocks one after the other. */
function firstPath(page: Page, selection: Selection): readonly Block[] {
  const isStep = (block: Block): boolean => selection.reasonOf(block)?.type === "breadcrumb";
  const text = page.blocks.findIndex((block) => selection.has(block) && isProse(block));
  const first = page.blocks.findIndex((block) => !block.hidden && isStep(block));
  // A path stands above the text; under it stand licences and lists that look like one.
  if (first < 0 || first > text) {
    return [];
  }
  const length = page.blocks.slice(first).findIndex((block) => !isStep(block));
  return page.blocks.slice(first, length < 0 ? undefined : first + length);
}

/** Links stand in text nodes of their own, with or without something between them. */
function stepsOf(block: Block): readonly string[] {
  return block.textNodes.flatMap(({ data }) => foldSpace(data).split(SEPARATOR));
}

function isSection(step: string, title: string, site: string): boolean {
  const folded = foldWords(step);
  return (
    /\p{L}/u.test(step) &&
    step.length <= LONGEST_SECTION &&
    !home.is(step) &&
    !NO_SECTION.test(step) &&
    !isNoSection(step) &&
    !isDateLine(step) &&
    folded !== site &&
    // The last step may be the headline, cut off.
    !(title !== "" && (title.startsWith(folded) || folded.startsWith(title)))
  );
}

import type { Block } from "../blocks.ts";
import { foldWords } from "../metadata/fold-text.ts";
import type { Page } from "../page.ts";
import { isProse, linkDensity } from "../prose.ts";
import { endsIn, headingLevel, standsIn } from "./block-shape.ts";
import { bitsOfNames } from "../names-around.ts";
import type { AfterPass, Body, Recovery } from "./pass.ts";

const APART = bitsOfNames(
  "nav",
  "aside",
  "form",
  "footer",
  "figure",
  "button",
  "figcaption",
  "dialog",
  "noscript",
  "li",
  "select",
  "label",
);

/** A standfirst is a sentence or a few. */
const SHORTEST_STANDFIRST = 50;
const SHORTEST_SUBTITLE = 35;
const LONGEST_STANDFIRST = 700;

/** Blocks between the headline and the body that are searched. */
const SEARCHED = 25;

/** The lead that stands in a header of its own, between the headline and the body. */
export const recoverStandfirst: AfterPass = {
  name: "standfirst",
  description: "the lead that stands between the headline and the body",
  recovers: true,
  find: function* find(page: Page, body: Body): Iterable<Recovery> {
    const first = body.kept.find((block) => isProse(block)) ?? body.kept[0];
    const headline = headlineBefore(page, first);
    if (first === undefined || headline === null) {
      return;
    }
    const said = foldWords(page.metadata.facts.description ?? "");
    for (const block of page.blocks.slice(headline.index + 1, first.index)) {
      const next = block.index === headline.index + 1;
      if (
        !body.has(block) &&
        !body.wasRemoved(block) &&
        (isLead(block, said) || (next && (isSubtitle(block) || isNamedSubtitle(block))))
      ) {
        yield { recover: block, rule: "standfirst" };
      }
    }
  },
};

/** The last first-level heading, or the headline itself, shortly before the body. */
function headlineBefore(page: Page, first: Block | undefined): Block | null {
  if (first === undefined) {
    return null;
  }
  const headline = foldWords(page.metadata.facts.headline ?? "");
  const start = Math.max(0, first.index - SEARCHED);
  return (
    page.blocks
      .slice(start, first.index)
      .findLast(
        (block) => headingLevel(block) === 1 || (headline !== "" && foldWords(block.text) === headline),
      ) ?? null
  );
}

/** The line right under the headline: set as a heading, and no section can begin there. */
function isSubtitle(block: Block): boolean {
  const length = block.alphabeticLength;
  const level = headingLevel(block);
  return (
    level > 1 &&
    length >= SHORTEST_SUBTITLE &&
    length <= LONGEST_STANDFIRST &&
    block.links === 0 &&
    !block.hidden
  );
}

const SUBTITLE_NAME = /(?:^|[\s_-])(?:sub-?title|subheadline|standfirst|deck|dek)(?:[\s_-]|$)/i;

export const isCalledSubtitle = ({ element }: Block): boolean =>
  SUBTITLE_NAME.test(element.getAttribute("class") ?? "");

/** The same by what the element is called: many end in no full stop. */
function isNamedSubtitle(block: Block): boolean {
  const length = block.alphabeticLength;
  return (
    length >= SHORTEST_SUBTITLE &&
    length <= LONGEST_STANDFIRST &&
    block.links === 0 &&
    !block.hidden &&
    !standsIn(block, APART) &&
    isCalledSubtitle(block)
  );
}

function isLead(block: Block, said: string): boolean {
  const length = block.alphabeticLength;
  if (
    block.hidden ||
    length < SHORTEST_STANDFIRST ||
    length > LONGEST_STANDFIRST ||
    linkDensity(block) > 0.2 ||
    standsIn(block, APART)
  ) {
    return false;
  }
  return (
    headingLevel(block) !== 1 &&
    (endsIn(block, '.!?…。！？؟۔।॥｡"”»」』') ||
      (said !== "" && said.includes(foldWords(block.text).slice(0, 60))))
  );
}

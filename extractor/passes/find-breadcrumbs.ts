import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { HOME_WORDS } from "../words/place-words.ts";
import { wordsOf } from "../words/words-of.ts";
import { createMatcher } from "../words/word-list.ts";
import { headingLevel } from "./block-shape.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

const home = createMatcher(HOME_WORDS);

/** What stands between the steps of a path. */
const SEPARATOR = /\s*[/›>»→|•\\＞／]\s*/u;

/** `Home > People > Interview` as text alone: arrows, and short steps. */
const ARROWS = /[›>»＞].*[›>»＞]/u;
const LONGEST_PATH = 90;

/** Longest name of a section; the last step may be the headline. */
const LONGEST_STEP = 45;

/** Lines before the body that say where in the site the page stands. */
export const findBreadcrumbs: AfterPass = {
  name: "breadcrumbs",
  description: "lines before the body that say where in the site the page stands",
  find: function* find(_page: Page, body: Body): Iterable<Finding> {
    for (const block of body.kept) {
      if (body.asks(block) && isPath(block)) {
        yield { target: block, type: "breadcrumb", rule: "path-line" };
      } else if (isProse(block)) {
        return;
      }
    }
  },
};

function isPath(block: Block): boolean {
  // Most lines are told by this, and no line need be taken apart for it.
  if (headingLevel(block) > 0) {
    return false;
  }
  if (block.links === 0) {
    return block.alphabeticLength <= LONGEST_PATH && ARROWS.test(block.text) && home.starts(wordsOf(block));
  }
  const steps = block.text.split(SEPARATOR).filter((step) => step !== "");
  const short = steps.slice(0, -1).every((step) => step.length <= LONGEST_STEP);
  return steps.length > 1 && short && (block.links > 1 || home.is(steps[0] ?? ""));
}

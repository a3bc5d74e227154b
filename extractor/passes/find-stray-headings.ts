import { baseTextOf } from "../base-text.ts";
import type { Block } from "../blocks.ts";
import { foldWords } from "../metadata/fold-text.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { headingLevel } from "./block-shape.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

/** Headings with nothing left under them, and the headline where it stands in the body. */
export const findStrayHeadings: AfterPass = {
  name: "stray-headings",
  description: "headings that head nothing, and the headline repeated in the body",
  find: function* find(page: Page, body: Body): Iterable<Finding> {
    const headline = foldWords(page.metadata.facts.headline ?? "");
    const firstProse = body.kept.findIndex((block) => isProse(block));
    let next: Block | undefined;
    for (let place = body.kept.length - 1; place >= 0; place -= 1) {
      const block = body.kept[place] as Block;
      const level = headingLevel(block);
      const nextLevel = next === undefined ? 0 : headingLevel(next);
      if (level === 0) {
        next = block;
      } else if (
        headline !== "" &&
        place <= firstProse &&
        level <= 2 &&
        foldWords(baseTextOf(block)) === headline
      ) {
        yield { target: block, type: "headline", rule: "repeated-headline" };
      } else if (next === undefined) {
        yield { target: block, type: "boilerplate", rule: "stray-heading" };
      } else if (nextLevel > 0 && nextLevel <= level && lostAll(page, body, block, next)) {
        yield { target: block, type: "boilerplate", rule: "stray-heading" };
      } else {
        next = block;
      }
    }
  },
};

/** Something stood between the heading and the next, and a pass took it. */
function lostAll(page: Page, body: Body, heading: Block, next: Block): boolean {
  return page.blocks.slice(heading.index + 1, next.index).some((block) => body.wasRemoved(block));
}

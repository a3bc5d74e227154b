import type { Page } from "../page.ts";
import { isShorterThan, LINE_LENGTH, within } from "./block-shape.ts";
import type { AfterPass, Body, Recovery } from "./pass.ts";

const QUOTES = new Set(["blockquote"]);

/** Who said it: the line at the foot of a quotation that stayed. Readability drops every `footer`. */
export const recoverAttributions: AfterPass = {
  name: "attributions",
  description: "the line under a quotation that says whose it is",
  find: function* find(page: Page, body: Body): Iterable<Recovery> {
    const quotes = new Set(body.kept.map((block) => within(block.element, QUOTES)));
    for (const block of page.blocks) {
      const quote = within(block.element, QUOTES);
      const lost = quote !== null && quotes.has(quote) && !body.has(block) && !body.wasRemoved(block);
      if (lost && !block.hidden && isShorterThan(block, LINE_LENGTH)) {
        yield { recover: block, rule: "attribution" };
      }
    }
  },
};

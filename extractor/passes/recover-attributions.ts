import type { Block } from "../blocks.ts";
import { bitsOfNames } from "../names-around.ts";
import type { Page } from "../page.ts";
import { isShorterThan, LINE_LENGTH, standsIn, within } from "./block-shape.ts";
import type { AfterPass, Body, Recovery } from "./pass.ts";

const QUOTE = bitsOfNames("blockquote");
const QUOTES = new Set(["blockquote"]);

function quoteAround(block: Block): Element | null {
  return standsIn(block, QUOTE) ? within(block.element, QUOTES) : null;
}

/** Who said it: the line at the foot of a quotation that stayed. Readability drops every `footer`. */
export const recoverAttributions: AfterPass = {
  name: "attributions",
  description: "the line under a quotation that says whose it is",
  recovers: true,
  find: function* find(page: Page, body: Body): Iterable<Recovery> {
    const quotes = new Set<Element | null>();
    for (let at = 0; at < body.kept.length; at += 1) quotes.add(quoteAround(body.kept[at] as Block));
    for (let at = 0; at < page.blocks.length; at += 1) {
      const block = page.blocks[at] as Block;
      const quote = quoteAround(block);
      const lost = quote !== null && quotes.has(quote) && !body.has(block) && !body.wasRemoved(block);
      if (lost && !block.hidden && isShorterThan(block, LINE_LENGTH)) {
        yield { recover: block, rule: "attribution" };
      }
    }
  },
};

import type { BlockType } from "../types.ts";
import type { Block } from "./blocks.ts";
import { commonAncestor } from "./build-article.ts";
import type { RuleAnswer } from "./model/rule-answer.ts";
import { createLeftOutNamer } from "./name-left-out.ts";
import type { Page } from "./page.ts";
import type { Selection } from "./selection.ts";

export interface GiveBackOptions {
  /** What the rules say by default, that is when nothing is to be kept. */
  readonly rules: RuleAnswer;
  /** Types that the user wants kept. */
  readonly types: ReadonlySet<BlockType>;
}

/**
 * Brings back what goes by default as one of the types, from the headline to the end of the element that holds the article: a
 * note about the author stands under the text, and what one rule spares another would take under a different name.
 */
export function giveBack(page: Page, selection: Selection, { rules, types }: GiveBackOptions): void {
  const chosen = selection.kept();
  const last = endOfArticle(page, chosen);
  const nameLeftOut = createLeftOutNamer(page, selection);
  for (let at = startOfArticle(page, chosen); at <= last; at += 1) {
    const block = page.blocks[at] as Block;
    if (block.hidden || selection.has(block)) continue;
    if (types.has(rules.typeOf(block) ?? nameLeftOut(block).type)) selection.add(block);
  }
}

function startOfArticle({ headline }: Page, chosen: readonly Block[]): number {
  const first = chosen[0]?.index ?? Number.POSITIVE_INFINITY;
  return Math.min(headline?.index ?? first, first);
}

/** The last block of the `article` or `main` that holds all that was chosen; the last chosen one where none does. */
function endOfArticle(page: Page, chosen: readonly Block[]): number {
  const elements = chosen.map(({ element }) => element);
  const holder = commonAncestor(elements, page.body).closest("article, main, [role=main]");
  const span = holder === null ? null : page.spanOf(holder);
  return Math.max(chosen.at(-1)?.index ?? -1, span?.last ?? -1);
}

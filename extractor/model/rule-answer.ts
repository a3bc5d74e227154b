/** What Readability and the passes make of a page: the model's starting point, which it mends both ways. */
import { chooseContent } from "../attempts/choose-content.ts";
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { policyFor } from "../page-policy.ts";
import type { PageClass } from "../page-type/classify-page.ts";
import { COUNTER_RULE, EMBED_RULE } from "../passes/find-labels.ts";
import { META_LINE_RULE } from "../passes/find-meta-lines.ts";
import { STAND_IN_RULE } from "../passes/find-page-furniture.ts";
import { CHANNEL_PROMPT_RULE, CORRECTION_RULE, RIGHTS_RULE } from "../passes/find-prompts.ts";
import { findBefore, nameRemoved, runAfter } from "../passes/run-passes.ts";
import { PASSES_AFTER, PASSES_BEFORE } from "../passes/table.ts";
import type { Selection } from "../selection.ts";
import type { BlockType, PageType } from "../../types.ts";

export interface RuleAnswer {
  /** The blocks that the best attempt chose, before any pass looked at them. */
  readonly attempted: ReadonlySet<Block>;
  /** The blocks that stayed after all passes. */
  readonly kept: ReadonlySet<Block>;
  /** What kind of boilerplate the passes took a block for; null when none pointed at it. */
  readonly typeOf: (block: Block) => BlockType | null;
  /** Whether a block was removed by a rule that is never wrong enough, on a page of the type, to ask the model. */
  readonly isSure: (block: Block, pageType: PageType) => boolean;
}

/** Rules that read every word of a line and found nothing of the author's in it. */
const SURE_RULES: ReadonlySet<string> = new Set([
  COUNTER_RULE,
  META_LINE_RULE,
  STAND_IN_RULE,
  "ad-label",
  "listen-label",
  "loading-label",
]);

/**
 * The same where the page is one article: what a line asks of readers, stands in for, or says of a picture, a name, a time. Lists,
 * threads and products are made of such lines. The model has seen few languages and would bring them back in the others.
 */
const SURE_ON_ARTICLES: ReadonlySet<string> = new Set([
  EMBED_RULE,
  CHANNEL_PROMPT_RULE,
  CORRECTION_RULE,
  RIGHTS_RULE,
  "wire-line",
  "link-only-line",
  "labelled-teaser",
  "credit-line",
  "date-line",
  "line-beside-name",
  "line-over-credit",
  "stock-picture",
  "comment-label",
  "share-labels",
  "gallery-line",
  "paywall-prompt",
  "comment-section",
  "box-with-email-field",
  "consent-box",
  "teaser-under-link",
]);

/** Takes down what the rules said, so that it stays as it is while the selection goes on changing. */
export function toRuleAnswer(page: Page, attempted: ReadonlySet<Block>, selection: Selection): RuleAnswer {
  const reasons = page.blocks.map((block) => selection.reasonOf(block) ?? null);
  return {
    attempted,
    kept: new Set(selection.kept()),
    typeOf: (block) => reasons[block.index]?.type ?? null,
    isSure: (block, pageType) => {
      const rule = reasons[block.index]?.rule ?? "";
      return SURE_RULES.has(rule) || (pageType === "article" && SURE_ON_ARTICLES.has(rule));
    },
  };
}

/** Runs the rules on a page as the extractor does by default. `createScratch` makes an empty document for Readability. */
export function askRules(page: Page, pageClass: PageClass, createScratch: () => Document): RuleAnswer {
  const { attempts, keep } = policyFor(pageClass);
  const choice = { keep: new Set(keep), drop: new Set<BlockType>() };
  const before = findBefore(page, PASSES_BEFORE, choice);
  const { selection } = chooseContent(page, { before, attempts, createScratch });
  const attempted = new Set(selection.kept());
  runAfter(page, selection, PASSES_AFTER, choice);
  nameRemoved(page, selection, PASSES_AFTER, choice);
  return toRuleAnswer(page, attempted, selection);
}

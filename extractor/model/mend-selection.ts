import type { BlockType, PageType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import type { PageClass } from "../page-type/classify-page.ts";
import { bitsOfNames } from "../names-around.ts";
import type { Page } from "../page.ts";
import { isCalledSubtitle } from "../passes/recover-standfirst.ts";
import type { Selection } from "../selection.ts";
import { BLOCK_MODEL_RULE, contentProbability, judgeBlocks } from "./classify-blocks.ts";
import { dropLeftovers } from "./drop-leftovers.ts";
import { keepTablesWhole } from "./keep-tables-whole.ts";
import type { RuleAnswer } from "./rule-answer.ts";

export interface MendOptions {
  /** What the rules answered by default, that is without types the user wants kept or dropped. */
  readonly rules: RuleAnswer;
  readonly pageClass: PageClass;
  /** Types that the model neither removes nor brings back: the user has decided about them. */
  readonly settled: ReadonlySet<BlockType>;
  /** Added to every least probability: more doubt of what may be content, or less. */
  readonly doubt?: number;
}

/**
 * The least probabilities of content where the rules have an opinion, most of them on articles. Chosen so that the rules'
 * answer holds where the model is in doubt: cross-validated over hosts that costs nothing, and answers stay explainable.
 */
const LEAST = {
  /** What a rule removed by name: it is seldom wrong. */
  named: 0.8,
  /** The same in scripts that the model has seen next to nothing of: prose and labels look alike to it there. */
  namedInEast: 0.95,
  /** What a rule took for furniture on a page that is no article: rules are made for articles. */
  furniture: 0.6,
  /** A short line outside of what Readability chose: labels and bylines look like subheads. */
  lineOutside: 0.7,
  /** A subhead that the rules kept with kept prose under it: what it says may be a word or two. */
  subhead: 0.4,
  /** The line under the headline that is called its subtitle, which the rules kept: it has the shape of a label. */
  subtitle: 0.1,
  /** The foot of a quotation that the rules kept: it names who is quoted, and other feet are boilerplate. */
  quoteFoot: 0.1,
} as const;

/** What is content on no kind of page: where a rule names it, that holds on lists and threads too. */
const FURNITURE: ReadonlySet<BlockType> = new Set([
  "ad",
  "breadcrumb",
  "byline",
  "cookie-banner",
  "language-switch",
  "legal",
  "listen-widget",
  "loading",
  "newsletter",
  "paywall",
  "photo-credit",
  "search",
  "share",
  "slug",
  "social",
  "subscribe",
  "timestamp",
  "trackback",
  "view-counter",
] as const);

/** Arabic, Indic, and East Asian scripts. */
const MAY_BE_EASTERN = /[\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u1100-\u11ff\u3041-\ud7a3]/;

/** UTF-16 code units of a block from which on it is prose. */
const PROSE_LENGTH = 80;
const SUBHEAD = /^h[2-6]$/u;
const QUOTATION = bitsOfNames("blockquote");
const FOOT = bitsOfNames("footer");

/**
 * Mends a selection block by block: what the model takes for content comes in, what it does not goes, with the type the
 * rules gave it, or as boilerplate; what rules are sure of stays away whatever the model says. Blocks of settled types stay as they are.
 */
export function mendSelection(page: Page, selection: Selection, options: MendOptions): void {
  const { rules, pageClass, settled } = options;
  const doubt = options.doubt ?? 0;
  const { blocks } = page;
  const least = new Float64Array(blocks.length);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    least[i] = rules.isSure(block, pageClass.pageType)
      ? Number.POSITIVE_INFINITY
      : leastProbability(page, block, options) + doubt;
  }
  const verdicts = judgeBlocks(page, rules, { chances: pageClass.chances, least });
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const isContent =
      verdicts[i] === 1 || (isQuoteFoot(block) && rules.kept.has(block) && verdicts[i - 1] === 1);
    if (isContent === selection.has(block)) continue;
    const type = rules.typeOf(block);
    if (type !== null && settled.has(type)) continue;
    if (isContent) selection.add(block);
    else selection.remove({ target: block, type: type ?? "boilerplate", rule: BLOCK_MODEL_RULE });
  }
  if (pageClass.pageType === "article") keepWrappersWhole(page, selection, rules);
  if (HAVE_TABLES.has(pageClass.pageType)) keepTablesWhole(page, selection, { rules, settled });
  dropLeftovers(page, selection, { pageType: pageClass.pageType, rules, settled });
}

/** Pages whose tables are what their authors tell; lists, shops and threads are themselves laid out in tables, their columns of several kinds. */
const HAVE_TABLES: ReadonlySet<PageType> = new Set(["article", "documentation"] as const);

/** Paragraphs that readers open together. */
const LEAST_OPENED = 2;

/** What is hidden until readers ask for more is kept whole where most of it is: a short paragraph beside those that are content is one too. */
function keepWrappersWhole({ blocks }: Page, selection: Selection, rules: RuleAnswer): void {
  // On most pages nothing hidden is kept, and nothing need be made for them.
  if (!blocks.some((block) => block.hidden && block.tag === "p" && selection.has(block))) return;
  const wrappers = new Map<Element | null, { readonly lost: Block[]; kept: number; balance: number }>();
  for (const block of blocks) {
    if (!block.hidden || block.tag !== "p") continue;
    const holder = block.element.parentElement;
    const wrapper = wrappers.get(holder) ?? { lost: [], kept: 0, balance: 0 };
    wrappers.set(holder, wrapper);
    const isKept = selection.has(block);
    wrapper.balance += isKept ? block.alphabeticLength : -block.alphabeticLength;
    if (isKept) wrapper.kept += 1;
    else if (rules.typeOf(block) === null) wrapper.lost.push(block);
  }
  for (const { lost, kept, balance } of wrappers.values()) {
    if (kept >= LEAST_OPENED && balance > 0) lost.forEach((block) => selection.add(block));
  }
}

/** The least probability at which the block is content, given what the rules say of it. */
function leastProbability(page: Page, block: Block, { rules, pageClass }: MendOptions): number {
  const { pageType } = pageClass;
  const usual = contentProbability(pageType);
  const type = rules.typeOf(block);
  const named = type !== null && type !== "boilerplate";
  if (isQuoteFoot(block) && rules.kept.has(block)) return LEAST.quoteFoot;
  if (pageType !== "article") return named && FURNITURE.has(type) ? LEAST.furniture : usual;
  if (rules.kept.has(block)) {
    if (block.index - 1 === page.headline?.index && isCalledSubtitle(block)) return LEAST.subtitle;
    return headsProse(page, block, rules) ? LEAST.subhead : usual;
  }
  if (named) return MAY_BE_EASTERN.test(block.text) ? LEAST.namedInEast : LEAST.named;
  return block.text.length < PROSE_LENGTH ? LEAST.lineOutside : usual;
}

/** In a quotation, or under it: rules keep no other caption. */
const isQuoteFoot = ({ around, tag }: Block): boolean =>
  tag === "figcaption" || ((around & QUOTATION) !== 0 && (around & FOOT) !== 0);

/** Whether the block is a subhead, by its tag or by its role (WAI-ARIA 1.2), with kept prose under it. */
function headsProse(page: Page, { tag, element, index }: Block, { kept }: RuleAnswer): boolean {
  const next = index + 1 < page.blocks.length ? page.blocks[index + 1] : undefined;
  if (next === undefined || !kept.has(next) || next.text.length < PROSE_LENGTH) return false;
  return SUBHEAD.test(tag) || element.getAttribute("role") === "heading";
}

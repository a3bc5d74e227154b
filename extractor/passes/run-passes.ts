import type { BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { claimsArticle } from "../metadata/claims-article.ts";
import { isProse } from "../prose.ts";
import type { Selection } from "../selection.ts";
import { isBlock } from "../selection.ts";
import { sumBlocks } from "../sum-blocks.ts";
import type { AfterPass, BeforePass, Body, Finding, RequestedPass } from "./pass.ts";

/**
 * A pass that looks before the main content is known may be wrong about a whole container; one that holds more than
 * this share of the page's prose is left alone.
 */
const PROTECTED_PROSE_SHARE = 0.4;

/**
 * Readers may write more than the author did: a discussion goes whatever its share where so much prose (UTF-16 code units)
 * stands outside of it. Threads taken for articles keep theirs, as they hold little else.
 */
const ENOUGH_BESIDE_COMMENTS = 1500;

/** Characters of an alphabet of a line that is no label. */
const SHORTEST_TEXT = 25;

/** So much of text over a discussion is an article where the page says that it is one. */
const ENOUGH_BEFORE_COMMENTS = 150;

/** Which block types stay although a rule points at them, and which go although none does by default. */
export interface TypeChoice {
  readonly keep: ReadonlySet<BlockType>;
  readonly drop: ReadonlySet<BlockType>;
  /** Rules by name whose findings stay. */
  readonly spared?: ReadonlySet<string>;
}

function stays({ type, rule }: Finding, { keep, spared }: TypeChoice): boolean {
  return keep.has(type) || spared?.has(rule) === true;
}

/** Findings of all passes that look before the main content is chosen; the ones that would take the article are left out. */
export function findBefore(page: Page, passes: readonly BeforePass[], choice: TypeChoice): Finding[] {
  const proseIn = sumBlocks(page, (block) => (isProse(block) ? block.text.length : 0));
  const prose = proseIn(page.body);
  const claimed = claimsArticle(page.metadata);
  return passes
    .flatMap((pass) => [...pass.find(page)])
    .filter((found) => !stays(found, choice))
    .filter(({ target, type }) => {
      if (isBlock(target)) return true;
      const inside = proseIn(target);
      return (
        inside <= prose * PROTECTED_PROSE_SHARE ||
        (type === "comments" &&
          (prose - inside >= ENOUGH_BESIDE_COMMENTS || (claimed && standsBetween(page, target))))
      );
    });
}

/** Whether an article stands between the headline and the element. */
function standsBetween({ headline, blocks, spanOf }: Page, element: Element): boolean {
  const first = spanOf(element)?.first ?? 0;
  if (headline === null || headline.index >= first) return false;
  const text = blocks
    .slice(headline.index + 1, first)
    .reduce((sum, block) => sum + (isText(block) ? block.alphabeticLength : 0), 0);
  return text >= ENOUGH_BEFORE_COMMENTS;
}

/** Neither a label nor a link: items of a list are text too. */
const isText = ({ links, alphabeticLength }: Block): boolean =>
  links === 0 && alphabeticLength >= SHORTEST_TEXT;

/** What was chosen, as it is when a pass begins. */
class ChosenBody implements Body {
  readonly kept: readonly Block[];
  private readonly selection: Selection;

  constructor(selection: Selection) {
    this.kept = selection.kept();
    this.selection = selection;
  }

  has(block: Block): boolean {
    return this.selection.has(block);
  }

  wasRemoved(block: Block): boolean {
    return this.selection.reasonOf(block) !== undefined;
  }

  asks(): boolean {
    return true;
  }
}

/** Runs the passes that look at the chosen content, each on what the one before it left. */
export function runAfter(
  page: Page,
  selection: Selection,
  passes: readonly AfterPass[],
  choice: TypeChoice,
): void {
  for (const pass of passes) {
    // Listed first: a pass sees the content as it was when it began.
    for (const found of Array.from(pass.find(page, new ChosenBody(selection)))) {
      if ("recover" in found) {
        selection.add(found.recover);
      } else if (!stays(found, choice)) {
        selection.remove(found);
      }
    }
  }
}

/** Cuts out what is text by default and of a type that is to go. */
export function trimRequested(
  page: Page,
  selection: Selection,
  passes: readonly RequestedPass[],
  choice: TypeChoice,
): void {
  for (const pass of passes.filter(({ type }) => choice.drop.has(type))) {
    Array.from(pass.find(page, selection.kept())).forEach((trim) => selection.trim(trim));
  }
}

/** The whole visible page, what passes have named aside. */
class VisibleBody implements Body {
  readonly kept: readonly Block[];
  private readonly selection: Selection;
  private readonly isShown: Uint8Array;
  /** Between the headline and the end of the article; nothing where no type is to be kept. */
  private readonly first: number;
  private readonly last: number;

  constructor({ blocks, headline }: Page, selection: Selection, { keep }: TypeChoice) {
    const chosen = selection.kept();
    const last = chosen.at(-1)?.index ?? -1;
    const visible: Block[] = [];
    this.isShown = new Uint8Array(blocks.length);
    for (const block of blocks) {
      if (!block.hidden && (selection.has(block) || selection.reasonOf(block) === undefined)) {
        visible.push(block);
        this.isShown[block.index] = 1;
      }
    }
    this.kept = visible;
    this.selection = selection;
    this.first = Math.min(headline?.index ?? blocks.length, chosen[0]?.index ?? last);
    this.last = keep.size > 0 ? last : -1;
  }

  has(block: Block): boolean {
    return this.isShown[block.index] === 1;
  }

  wasRemoved(): boolean {
    return false;
  }

  /** What is said of a block that stays counts for nothing, and the first to name one names it, unless it may come back. */
  asks(block: Block): boolean {
    const { selection } = this;
    return !selection.has(block) && (selection.reasonOf(block) === undefined || this.comesBack(block));
  }

  comesBack({ index }: Block): boolean {
    return index >= this.first && index <= this.last;
  }
}

/**
 * Names what Readability left out: the same passes, shown the whole visible page, say of what kind it is. Types that
 * are to be kept come back where they stand between the headline and the end of the article.
 */
export function nameRemoved(
  page: Page,
  selection: Selection,
  passes: readonly AfterPass[],
  choice: TypeChoice,
): void {
  const body = new VisibleBody(page, selection, choice);
  for (const pass of passes.filter(({ recovers }) => recovers !== true)) {
    for (const found of pass.find(page, body)) {
      if (!("recover" in found) && isBlock(found.target) && !selection.has(found.target)) {
        if (choice.keep.has(found.type) && body.comesBack(found.target)) {
          selection.add(found.target);
        } else {
          selection.remove(found);
        }
      }
    }
  }
}

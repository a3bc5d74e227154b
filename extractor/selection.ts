import type { BlockType } from "../types.ts";
import type { Block } from "./blocks.ts";
import type { Page } from "./page.ts";
import type { Finding, Trim } from "./passes/pass.ts";

/** Why a block, or a part of one, was removed. */
export interface Reason {
  readonly type: BlockType;
  readonly rule: string;
}

/**
 * Which blocks of a page are the article, and why the others are not. The one place where blocks are removed:
 * passes point, a Selection acts.
 */
export interface Selection {
  readonly has: (block: Block) => boolean;
  readonly kept: () => readonly Block[];
  readonly reasonOf: (block: Block) => Reason | undefined;
  /** Parts of lines that were cut out of kept blocks. */
  readonly cuts: () => ReadonlyMap<Element, Reason>;
  /** Parts of kept blocks' text that were cut out. */
  readonly trims: () => readonly Trim[];
  readonly remove: (finding: Finding) => void;
  readonly trim: (trim: Trim) => void;
  readonly add: (block: Block) => void;
  readonly copy: () => Selection;
}

export function isBlock(target: Block | Element): target is Block {
  return "textNodes" in target;
}

interface SelectionState {
  readonly kept: ReadonlySet<Block>;
  readonly reasons: ReadonlyMap<Block, Reason>;
  readonly cuts: ReadonlyMap<Element, Reason>;
  readonly trims: readonly Trim[];
}

const NOTHING: SelectionState = { kept: new Set(), reasons: new Map(), cuts: new Map(), trims: [] };

export function createSelection(page: Page, from: SelectionState = NOTHING): Selection {
  const kept = new Set(from.kept);
  const reasons = new Map(from.reasons);
  const cuts = new Map(from.cuts);
  const trims = [...from.trims];
  return {
    has: (block) => kept.has(block),
    kept: () => page.blocks.filter((block) => kept.has(block)),
    reasonOf: (block) => reasons.get(block),
    cuts: () => cuts,
    trims: () => trims,
    trim: (trim) => {
      trims.push(trim);
    },
    add: (block) => {
      kept.add(block);
      reasons.delete(block);
    },
    remove: ({ target, type, rule }) => {
      const blocks = isBlock(target) ? [target] : page.blocksIn(target);
      if (blocks.length === 0 && !isBlock(target)) {
        cuts.set(target, { type, rule });
      }
      for (const block of blocks) {
        kept.delete(block);
        if (!reasons.has(block)) {
          reasons.set(block, { type, rule });
        }
      }
    },
    copy: () => createSelection(page, { kept, reasons, cuts, trims }),
  };
}

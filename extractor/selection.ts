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
}

export function isBlock(target: Block | Element): target is Block {
  return "textNodes" in target;
}

export function createSelection(page: Page): Selection {
  const isKept = new Uint8Array(page.blocks.length);
  const reasons: (Reason | undefined)[] = page.blocks.map(() => undefined);
  const cuts = new Map<Element, Reason>();
  const trims: Trim[] = [];
  // Every pass asks for what is kept, and most passes leave it as it is.
  const known: { kept: readonly Block[] | null } = { kept: null };
  return {
    has: (block) => isKept[block.index] === 1,
    kept: () => (known.kept ??= page.blocks.filter((block) => isKept[block.index] === 1)),
    reasonOf: (block) => reasons[block.index],
    cuts: () => cuts,
    trims: () => trims,
    trim: (trim) => {
      trims.push(trim);
    },
    add: (block) => {
      isKept[block.index] = 1;
      reasons[block.index] = undefined;
      known.kept = null;
    },
    remove: ({ target, type, rule }) => {
      const blocks = isBlock(target) ? [target] : page.blocksIn(target);
      if (blocks.length === 0 && !isBlock(target)) {
        cuts.set(target, { type, rule });
      }
      for (const { index } of blocks) {
        isKept[index] = 0;
        reasons[index] ??= { type, rule };
      }
      known.kept = null;
    },
  };
}

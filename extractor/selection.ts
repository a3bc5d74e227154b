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

export const createSelection = (page: Page): Selection => new PageSelection(page);

/** A class: functions made for each page would be compiled for each. */
class PageSelection implements Selection {
  private readonly page: Page;
  private readonly isKept: Uint8Array;
  private readonly reasons: (Reason | undefined)[];
  private readonly cutOut = new Map<Element, Reason>();
  private readonly trimmed: Trim[] = [];
  /** Every pass asks for what is kept, and most passes leave it as it is. */
  private known: readonly Block[] | null = null;

  constructor(page: Page) {
    this.page = page;
    this.isKept = new Uint8Array(page.blocks.length);
    this.reasons = page.blocks.map(() => undefined);
  }

  has(block: Block): boolean {
    return this.isKept[block.index] === 1;
  }

  kept(): readonly Block[] {
    this.known ??= listKept(this.page.blocks, this.isKept);
    return this.known;
  }

  reasonOf(block: Block): Reason | undefined {
    return this.reasons[block.index];
  }

  cuts(): ReadonlyMap<Element, Reason> {
    return this.cutOut;
  }

  trims(): readonly Trim[] {
    return this.trimmed;
  }

  trim(trim: Trim): void {
    this.trimmed.push(trim);
  }

  add({ index }: Block): void {
    this.isKept[index] = 1;
    this.reasons[index] = undefined;
    this.known = null;
  }

  remove({ target, type, rule }: Finding): void {
    this.known = null;
    if (isBlock(target)) {
      this.removeAt(target.index, type, rule);
      return;
    }
    const span = this.page.spanOf(target);
    if (span === null) {
      this.cutOut.set(target, { type, rule });
      return;
    }
    for (let index = span.first; index <= span.last; index += 1) {
      this.removeAt(index, type, rule);
    }
  }

  private removeAt(index: number, type: BlockType, rule: string): void {
    this.isKept[index] = 0;
    this.reasons[index] ??= { type, rule };
  }
}

function listKept(blocks: readonly Block[], isKept: Uint8Array): readonly Block[] {
  const kept: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    if (isKept[at] === 1) kept.push(blocks[at] as Block);
  }
  return kept;
}

import type { BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import type { Stretch } from "../stretch.ts";

/** What a pass points at. The runner alone acts on it. */
export interface Finding {
  /** A block, an element with everything in it, or a part of a line. */
  readonly target: Block | Element;
  readonly type: BlockType;
  /** Kebab-case name of the rule, by what it removes. */
  readonly rule: string;
}

/** A block that belongs to the article although it was left out. */
export interface Recovery {
  readonly recover: Block;
  readonly rule: string;
}

/** A part of a kept block's text that is not the article's own: the words stay around it. */
export interface Trim {
  readonly trim: Stretch;
  readonly type: BlockType;
  readonly rule: string;
}

/** Looks at the page alone, before the main content is known. */
export interface BeforePass {
  readonly name: string;
  readonly description: string;
  readonly find: (page: Page) => Iterable<Finding>;
}

/** The blocks that stand in the article at this moment, in document order. */
export interface Body {
  readonly kept: readonly Block[];
  readonly has: (block: Block) => boolean;
  /** True for a block that a pass pointed at. */
  readonly wasRemoved: (block: Block) => boolean;
  /** False for a block of which nothing more is asked, though others are told by it: a pass need not judge it. */
  readonly asks: (block: Block) => boolean;
}

/** Looks at what was chosen as the article, with the page around it. */
export interface AfterPass {
  readonly name: string;
  readonly description: string;
  /** True for a pass that only brings blocks back. */
  readonly recovers?: true;
  readonly find: (page: Page, body: Body) => Iterable<Finding | Recovery>;
}

/** Points at parts of lines that are text unless the user has their type dropped. */
export interface RequestedPass {
  readonly name: string;
  readonly description: string;
  readonly type: BlockType;
  readonly find: (page: Page, kept: readonly Block[]) => Iterable<Trim>;
}

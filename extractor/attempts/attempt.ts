import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";

export interface AttemptInput {
  readonly page: Page;
  /** Blocks that the passes before took out. */
  readonly removed: ReadonlySet<Block>;
  /** Elements that the passes before took out. */
  readonly skipped: ReadonlySet<Element>;
  readonly createScratch: () => Document;
}

/** One answer to "which blocks are the article?". */
export interface Candidate {
  readonly blocks: ReadonlySet<Block>;
  readonly images: ReadonlySet<Element>;
  /** True where the page itself says that this is the article: no measure of length or share counts against it. */
  readonly isStated?: boolean;
}

/** One way to find the article; null when it does not apply to the page. */
export interface Attempt {
  readonly name: string;
  readonly description: string;
  readonly run: (input: AttemptInput) => Candidate | null;
}

import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { runReadability } from "../run-readability.ts";

/** What Readability chose on a page, seen two ways. */
export interface ReadabilityChoices {
  /** The blocks it chose on the whole page. */
  readonly plain: ReadonlySet<Block>;
  /** The blocks it chose without classes and ids, whose names may mislead it. */
  readonly nameless: ReadonlySet<Block>;
}

/** Asks Readability both ways. `createScratch` makes an empty document for it to take apart. */
export function askReadability(page: Page, createScratch: () => Document): ReadabilityChoices {
  const skips = (): boolean => false;
  return {
    plain: runReadability(page, { scratch: createScratch(), skips }).blocks,
    nameless: runReadability(page, {
      scratch: createScratch(),
      skips,
      hidesAttribute: (name) => name === "class" || name === "id",
    }).blocks,
  };
}

import type { Block } from "./blocks.ts";
import type { Page } from "./page.ts";

/**
 * Sums a number over the blocks below any element of a page, at the same small price for each: the running totals of all
 * blocks are worked out once, when first asked. Adding up every box around every block would take time with their square.
 */
export function sumBlocks(page: Page, measure: (block: Block) => number): (element: Element) => number {
  const known: { totals: Float64Array | null } = { totals: null };
  return (element) => {
    const span = page.spanOf(element);
    if (span === null) {
      return 0;
    }
    const totals = (known.totals ??= runningTotals(page.blocks, measure));
    return (totals[span.last + 1] ?? 0) - (totals[span.first] ?? 0);
  };
}

function runningTotals(blocks: readonly Block[], measure: (block: Block) => number): Float64Array {
  const totals = new Float64Array(blocks.length + 1);
  let sum = 0;
  for (let index = 0; index < blocks.length; index++) {
    sum += measure(blocks[index] as Block);
    totals[index + 1] = sum;
  }
  return totals;
}

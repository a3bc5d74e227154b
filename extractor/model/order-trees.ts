/** The trees of a grove in the order in which they tell most of one page's blocks apart. */
import type { ColumnRanges } from "./column-ranges.ts";
import type { Grove } from "./grove.ts";

export interface TreeOrder {
  readonly roots: Int32Array;
  /** The least and the most that the trees from each one on can add together on this page; one more number than trees, the last 0. */
  readonly leastAhead: Float64Array;
  readonly mostAhead: Float64Array;
}

/** Trees are sorted by what they can change, into so many steps; within one they stay as they were. */
const STEPS = 64;

export function orderTrees(grove: Grove, ranges: ColumnRanges): TreeOrder {
  const count = grove.roots.length;
  const least = new Float64Array(count);
  const most = new Float64Array(count);
  const open = new Int32Array(grove.largest);
  let widest = 0;
  for (let tree = 0; tree < count; tree++) {
    noteReach(grove, ranges, { tree, open, least, most });
    widest = Math.max(widest, (most[tree] as number) - (least[tree] as number));
  }
  const steps = new Int32Array(count);
  // How many trees are in each step, the widest first; then where each step begins.
  const places = new Int32Array(STEPS + 1);
  for (let tree = 0; tree < count; tree++) {
    const width = (most[tree] as number) - (least[tree] as number);
    const step = widest > 0 ? Math.floor((1 - width / widest) * (STEPS - 1)) : 0;
    steps[tree] = step;
    places[step + 1] = (places[step + 1] as number) + 1;
  }
  for (let step = 1; step <= STEPS; step++)
    places[step] = (places[step] as number) + (places[step - 1] as number);
  const order = new Int32Array(count);
  for (let tree = 0; tree < count; tree++) {
    const step = steps[tree] as number;
    const place = places[step] as number;
    order[place] = tree;
    places[step] = place + 1;
  }
  return sumAhead(grove, order, { least, most });
}

function sumAhead(
  { roots }: Grove,
  order: Int32Array,
  { least, most }: { readonly least: Float64Array; readonly most: Float64Array },
): TreeOrder {
  const count = order.length;
  const ordered = new Int32Array(count);
  const leastAhead = new Float64Array(count + 1);
  const mostAhead = new Float64Array(count + 1);
  for (let at = count - 1; at >= 0; at--) {
    const tree = order[at] as number;
    ordered[at] = roots[tree] as number;
    leastAhead[at] = (leastAhead[at + 1] as number) + (least[tree] as number);
    mostAhead[at] = (mostAhead[at + 1] as number) + (most[tree] as number);
  }
  return { roots: ordered, leastAhead, mostAhead };
}

interface Reach {
  readonly tree: number;
  /** Room for the nodes that are still to be looked at. */
  readonly open: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** The least and the most of the leaves that a row with such numbers can come to. */
function noteReach(
  { roots, feature, threshold, next, value }: Grove,
  ranges: ColumnRanges,
  { tree, open, least, most }: Reach,
): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let count = 1;
  open[0] = roots[tree] as number;
  while (count > 0) {
    const node = open[--count] as number;
    const column = feature[node] as number;
    if (column < 0) {
      const leaf = value[node] as number;
      if (leaf < low) low = leaf;
      if (leaf > high) high = leaf;
      continue;
    }
    const limit = threshold[node] as number;
    const left = next[node] as number;
    if ((ranges.most[column] as number) > limit) open[count++] = left + 1;
    if ((ranges.least[column] as number) <= limit) open[count++] = left;
  }
  least[tree] = low;
  most[tree] = high;
}

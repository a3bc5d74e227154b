/** Boosted trees laid out for asking: all nodes of all trees in four flat arrays, so that asking makes nothing. */
import type { BoostedTrees, Tree } from "./boosted-trees.ts";

export interface Grove {
  readonly base: number;
  /** The first node of each tree. */
  readonly roots: Int32Array;
  /** The column asked at a node; -1 in a leaf. */
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  /** Where a value not above the threshold goes; any other goes to the node after that one. */
  readonly next: Int32Array;
  /** What a leaf adds to the log odds. */
  readonly value: Float64Array;
  /** Nodes of the largest tree. */
  readonly largest: number;
  /** The least and the most that the trees from each one on can add together; one more number than trees, the last 0. */
  readonly leastAhead: Float64Array;
  readonly mostAhead: Float64Array;
}

/** Lays trees out; the answers stay the same to the last bit, as the leaves are added in the same order. */
export function plantGrove(model: BoostedTrees): Grove {
  const size = model.trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const grove: Grove = {
    base: model.base,
    roots: new Int32Array(model.trees.length),
    feature: new Int32Array(size),
    threshold: new Float64Array(size),
    next: new Int32Array(size),
    value: new Float64Array(size),
    largest: model.trees.reduce((most, tree) => Math.max(most, tree.feature.length), 1),
    leastAhead: sumAhead(model.trees, Math.min),
    mostAhead: sumAhead(model.trees, Math.max),
  };
  let at = 0;
  for (const [place, tree] of model.trees.entries()) {
    grove.roots[place] = at;
    at = plantTree(tree, grove, at);
  }
  return grove;
}

function sumAhead(trees: readonly Tree[], pick: (...values: number[]) => number): Float64Array {
  const sums = new Float64Array(trees.length + 1);
  for (const [back, { feature, value }] of trees.toReversed().entries()) {
    const at = trees.length - 1 - back;
    sums[at] = (sums[at + 1] as number) + pick(...value.filter((_, node) => (feature[node] ?? -1) < 0));
  }
  return sums;
}

/** Brother nodes go side by side; gives the place after the tree's last node. */
function plantTree(tree: Tree, grove: Grove, root: number): number {
  const places = [{ node: 0, to: root }];
  let free = root + 1;
  for (const { node, to } of places) {
    const column = tree.feature[node] ?? -1;
    grove.feature[to] = column;
    grove.value[to] = tree.value[node] ?? 0;
    if (column < 0) continue;
    grove.threshold[to] = tree.threshold[node] ?? 0;
    grove.next[to] = free;
    places.push({ node: tree.left[node] ?? 0, to: free }, { node: tree.right[node] ?? 0, to: free + 1 });
    free += 2;
  }
  return free;
}

/** Trees between two looks at which rows are settled. */
const LOOK_EVERY = 16;
/** What rounding may change about a sum, and far more. */
const ROUNDING = 1e-6;

/**
 * Log odds of every row of a sheet whose columns lie one after the other, `rows` numbers each. All rows go down a tree
 * together and part where their numbers do, into flocks that lie side by side in one list: no row is asked what is the same
 * for all, and a node's column is read in one go.
 * @param limits By row, the log odds of which it matters only whether they are reached: a row whose trees ahead can change
 *   nothing about that goes no further, and comes out as infinite, above its limit or below. NaN for a row that is to be exact.
 */
export function logOddsOfRows(
  grove: Grove,
  values: Float32Array,
  rows: number,
  limits?: Float64Array,
): Float64Array {
  const { roots, feature, threshold, next, value } = grove;
  const odds = new Float64Array(rows).fill(grove.base);
  const isSame = sameInAllRows(values, rows);
  const list = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) list[i] = i;
  const spare = new Uint32Array(rows);
  let open = rows;
  // One flock waits at most for each node on the way down.
  const waiting = {
    node: new Int32Array(grove.largest),
    from: new Int32Array(grove.largest),
    to: new Int32Array(grove.largest),
  };
  for (let tree = 0; tree < roots.length && open > 0; tree++) {
    if (limits !== undefined && tree % LOOK_EVERY === 0) {
      const lowest = (grove.leastAhead[tree] as number) - ROUNDING;
      const highest = (grove.mostAhead[tree] as number) + ROUNDING;
      let left = 0;
      for (let i = 0; i < open; i++) {
        const row = list[i] as number;
        const missing = (limits[row] as number) - (odds[row] as number);
        if (missing > highest) odds[row] = Number.NEGATIVE_INFINITY;
        else if (missing < lowest) odds[row] = Number.POSITIVE_INFINITY;
        else list[left++] = row;
      }
      open = left;
    }
    let count = 1;
    waiting.node[0] = roots[tree] as number;
    waiting.from[0] = 0;
    waiting.to[0] = open;
    while (count > 0) {
      let node = waiting.node[--count] as number;
      const from = waiting.from[count] as number;
      let to = waiting.to[count] as number;
      for (let column = feature[node] as number; column >= 0; column = feature[node] as number) {
        const [first, limit] = [column * rows, threshold[node] as number];
        if (isSame[column] === 1) {
          node = (next[node] as number) + ((values[first] as number) <= limit ? 0 : 1);
          continue;
        }
        let [end, others] = [from, 0];
        for (let i = from; i < to; i++) {
          const row = list[i] as number;
          if ((values[first + row] as number) <= limit) list[end++] = row;
          else spare[others++] = row;
        }
        for (let i = 0; i < others; i++) list[end + i] = spare[i] as number;
        if (end > from && end < to) {
          waiting.node[count] = (next[node] as number) + 1;
          waiting.from[count] = end;
          waiting.to[count++] = to;
        }
        node = (next[node] as number) + (end > from ? 0 : 1);
        if (end > from) to = end;
      }
      const leaf = value[node] as number;
      for (let i = from; i < to; i++) odds[list[i] as number] = (odds[list[i] as number] as number) + leaf;
    }
  }
  return odds;
}

/** 1 for each column that has one number in all rows: what is known of the page, and what no block of it has. */
function sameInAllRows(values: Float32Array, rows: number): Uint8Array {
  const isSame = new Uint8Array(rows === 0 ? 0 : values.length / rows);
  for (let column = 0; column < isSame.length; column++) {
    const end = (column + 1) * rows;
    let at = column * rows;
    const value = values[at];
    while (at < end && values[at] === value) at++;
    isSame[column] = at === end ? 1 : 0;
  }
  return isSame;
}

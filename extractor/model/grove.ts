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
  };
  let at = 0;
  for (const [place, tree] of model.trees.entries()) {
    grove.roots[place] = at;
    at = plantTree(tree, grove, at);
  }
  return grove;
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

/** Log odds of one row of a sheet whose columns lie one after the other, `rows` numbers each. */
export function logOddsOfRow(
  { base, roots, feature, threshold, next, value }: Grove,
  values: Float32Array,
  { row, rows }: { readonly row: number; readonly rows: number },
): number {
  let sum = base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    for (let column = feature[node] as number; column >= 0; column = feature[node] as number) {
      const isAbove = !((values[column * rows + row] as number) <= (threshold[node] as number));
      node = (next[node] as number) + (isAbove ? 1 : 0);
    }
    sum += value[node] as number;
  }
  return sum;
}

/** Log odds of every row of a sheet. */
export function logOddsOfRows(grove: Grove, values: Float32Array, rows: number): Float64Array {
  const odds = new Float64Array(rows);
  for (let row = 0; row < rows; row++) odds[row] = logOddsOfRow(grove, values, { row, rows });
  return odds;
}

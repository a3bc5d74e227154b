/** A sum of small decision trees over named features, and how to ask it. */

/** Nodes in parallel arrays; node 0 is the root. `feature` is -1 in a leaf. A value not above the threshold goes left. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** In a leaf, what the tree adds to the log odds; in an inner node, what it would add were it one. */
  readonly value: readonly number[];
}

export interface BoostedTrees {
  readonly features: readonly string[];
  /** Log odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Log odds of "yes" for one row, its numbers in the order of `model.features`. */
export function logOdds(model: BoostedTrees, row: ArrayLike<number>): number {
  let sum = model.base;
  for (const { feature, threshold, left, right, value } of model.trees) {
    let node = 0;
    let at = feature[0] as number;
    while (at >= 0) {
      node = ((row[at] as number) <= (threshold[node] as number) ? left[node] : right[node]) as number;
      at = feature[node] as number;
    }
    sum += value[node] as number;
  }
  return sum;
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

export interface Contribution {
  readonly feature: string;
  readonly value: number;
  /** What the feature added to the log odds: above 0 speaks for "yes". */
  readonly weight: number;
}

/**
 * What each feature contributed to a row's log odds, strongest first: at each split, the change of the node's value is
 * put down to the feature asked (Saabas, "Interpreting random forests", 2014).
 */
export function contributions(model: BoostedTrees, row: ArrayLike<number>): readonly Contribution[] {
  const weights = new Map<number, number>();
  for (const { feature, threshold, left, right, value } of model.trees) {
    let node = 0;
    for (let at = feature[0] ?? -1; at >= 0; at = feature[node] ?? -1) {
      const next = ((row[at] ?? 0) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
      weights.set(at, (weights.get(at) ?? 0) + (value[next] ?? 0) - (value[node] ?? 0));
      node = next;
    }
  }
  return [...weights]
    .map(([at, weight]) => ({ feature: model.features[at] ?? "", value: row[at] ?? 0, weight }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

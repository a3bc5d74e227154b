/** A decision tree: a leaf's value, or a question to one measure. */
export type Tree =
  | { readonly value: number }
  | { readonly measure: string; readonly below: number; readonly yes: Tree; readonly no: Tree };

/** Gradient-boosted trees over named measures: for each class the sum of its trees, made probabilities by softmax. */
export interface BoostedTrees {
  readonly classes: readonly string[];
  /** Score of each class before any tree has spoken. */
  readonly start: readonly number[];
  /** For each class its trees. */
  readonly trees: readonly (readonly Tree[])[];
}

/** What a tree says to these measures. A measure that is missing counts as 0. */
export function askTree(tree: Tree, measures: Readonly<Record<string, number>>): number {
  let node = tree;
  while (!("value" in node)) node = (measures[node.measure] ?? 0) < node.below ? node.yes : node.no;
  return node.value;
}

/** Scores to probabilities that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The probability of each class, in the order of `model.classes`. */
export function predict(model: BoostedTrees, measures: Readonly<Record<string, number>>): number[] {
  const scores = model.classes.map((_, index) =>
    (model.trees[index] ?? []).reduce(
      (score, tree) => score + askTree(tree, measures),
      model.start[index] ?? 0,
    ),
  );
  return softmax(scores);
}

/** The block model as it stands in its file: trees in compact rows, so that a person can read one tree a line. */
import type { BoostedTrees, Tree } from "./boosted-trees.ts";

/** One node: `[feature, threshold, left, right, value]`, or `[value]` for a leaf. `feature` is an index into `features`. */
export type FileNode = readonly number[];

export interface ModelFile {
  readonly description: string;
  readonly features: readonly string[];
  readonly base: number;
  readonly trees: readonly (readonly FileNode[])[];
}

export function toModelFile(model: BoostedTrees, description: string): ModelFile {
  const used = [...new Set(model.trees.flatMap((tree) => tree.feature.filter((f) => f >= 0)))].toSorted(
    (a, b) => a - b,
  );
  const place = new Map(used.map((f, i) => [f, i]));
  return {
    description,
    features: used.map((f) => model.features[f] ?? ""),
    base: model.base,
    trees: model.trees.map((tree) =>
      tree.feature.map((f, n) =>
        f < 0
          ? [tree.value[n] ?? 0]
          : [
              place.get(f) ?? 0,
              tree.threshold[n] ?? 0,
              tree.left[n] ?? 0,
              tree.right[n] ?? 0,
              tree.value[n] ?? 0,
            ],
      ),
    ),
  };
}

function toTree(nodes: readonly FileNode[]): Tree {
  const leaf = (node: FileNode): boolean => node.length === 1;
  return {
    feature: nodes.map((node) => (leaf(node) ? -1 : (node[0] ?? -1))),
    threshold: nodes.map((node) => node[1] ?? 0),
    left: nodes.map((node) => node[2] ?? -1),
    right: nodes.map((node) => node[3] ?? -1),
    value: nodes.map((node) => node.at(-1) ?? 0),
  };
}

/** Reads a model for rows whose columns are `names`. Throws when the model asks for a feature that is not among them. */
export function readModel(file: ModelFile, names: readonly string[]): BoostedTrees {
  const columns = file.features.map((feature) => {
    const column = names.indexOf(feature);
    if (column < 0) throw new Error(`the model asks for an unknown feature: ${feature}`);
    return column;
  });
  const trees = file.trees.map((nodes) => {
    const tree = toTree(nodes);
    return { ...tree, feature: tree.feature.map((f) => (f < 0 ? -1 : (columns[f] ?? -1))) };
  });
  return { features: names, base: file.base, trees };
}

/** The network over neighbours as it stands in its file: a line for each feature and for each number of a layer. */
import type { NeighbourLayer, NeighbourNet } from "./neighbour-net.ts";

type Rows = readonly (readonly number[])[];

export interface LayerFile {
  readonly reach: readonly number[];
  /** For each distance, rows of weights: a row for each number before the layer. */
  readonly weights: readonly Rows[];
  readonly page: Rows;
  readonly bias: readonly number[];
}

export interface NetFile {
  readonly description: string;
  readonly bias: readonly number[];
  readonly near: LayerFile;
  readonly far: LayerFile;
  readonly outFirst: readonly number[];
  readonly outLast: readonly number[];
  readonly outBias: readonly number[];
  /** `[name, usual value, spread, weights …]` of each feature. */
  readonly features: readonly (readonly (string | number)[])[];
}

const DIGITS = 4;
const listOf = (values: Float64Array): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(DIGITS)));

function rowsOf(values: Float64Array, width: number): number[][] {
  const list = listOf(values);
  return Array.from({ length: list.length / width }, (_, i) => list.slice(i * width, (i + 1) * width));
}

const toLayerFile = ({ reach, from, to, weights, page, bias }: NeighbourLayer): LayerFile => ({
  reach,
  weights: reach.map((_, t) => rowsOf(weights.slice(t * from * to, (t + 1) * from * to), to)),
  page: rowsOf(page, to),
  bias: listOf(bias),
});

export function toNetFile(net: NeighbourNet, names: readonly string[], description: string): NetFile {
  const weights = rowsOf(net.weights, net.width);
  const spread = listOf(net.spread);
  return {
    description,
    bias: listOf(net.bias),
    near: toLayerFile(net.near),
    far: toLayerFile(net.far),
    outFirst: listOf(net.outFirst),
    outLast: listOf(net.outLast),
    outBias: listOf(net.outBias),
    features: Array.from(net.columns, (column, k) => [
      names[column] ?? "",
      // To the last digit, so that it is known again.
      net.usual[k] ?? 0,
      spread[k] ?? 1,
      ...(weights[k] ?? []),
    ]),
  };
}

function toLayer({ reach, weights, page, bias }: LayerFile): NeighbourLayer {
  return {
    reach,
    from: page.length,
    to: bias.length,
    weights: Float64Array.from(weights.flat(2)),
    page: Float64Array.from(page.flat()),
    bias: Float64Array.from(bias),
  };
}

/** Reads a network for sheets whose columns are `names`. Throws when it asks for a feature that is not among them. */
export function readNet(file: NetFile, names: readonly string[]): NeighbourNet {
  const columns = Int32Array.from(file.features, ([feature]) => {
    const column = names.indexOf(String(feature));
    if (column < 0) throw new Error(`the network asks for an unknown feature: ${feature}`);
    return column;
  });
  const numbers = file.features.map((row) => row.slice(1).map(Number));
  return {
    columns,
    usual: Float64Array.from(numbers, (row) => row[0] ?? 0),
    spread: Float64Array.from(numbers, (row) => row[1] ?? 1),
    width: file.bias.length,
    weights: Float64Array.from(numbers.flatMap((row) => row.slice(2))),
    bias: Float64Array.from(file.bias),
    near: toLayer(file.near),
    far: toLayer(file.far),
    outFirst: Float64Array.from(file.outFirst),
    outLast: Float64Array.from(file.outLast),
    outBias: Float64Array.from(file.outBias),
  };
}

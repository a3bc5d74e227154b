/** A network over neighbours before it has learned anything, and the arrays that it learns. */
import type { NeighbourLayer, NeighbourNet } from "../../extractor/model/neighbour-net.ts";
import type { Part } from "./adam.ts";
import type { Reading } from "./net-pages.ts";

export interface NetOptions {
  /** Numbers that the first layer makes of a block, and the others. */
  readonly width: number;
  readonly narrow: number;
  readonly epochs: number;
  /** Pages between two steps. */
  readonly batch: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of the numbers that a layer leaves out in learning, and of the features. */
  readonly dropout: number;
  readonly featureDropout: number;
  readonly seed: number;
}

const NEAR = [-2, -1, 0, 1, 2] as const;
const FAR = [-6, -3, 0, 3, 6] as const;

export type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Weights for numbers that `inputs` others add up to (He et al., 2015). */
function startWeights(count: number, inputs: number, share: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => normal(random) * Math.sqrt(2 / inputs) * share);
}

interface Shape {
  readonly reach: readonly number[];
  readonly from: number;
  readonly to: number;
}

function startLayer({ reach, from, to }: Shape, share: number, random: Random): NeighbourLayer {
  return {
    reach,
    from,
    to,
    weights: startWeights(reach.length * from * to, reach.length * from, share, random),
    page: startWeights(from * to, from, 0.5, random),
    bias: new Float64Array(to),
  };
}

export function startNet(
  { columns, usual, spread }: Reading,
  { width, narrow }: NetOptions,
  random: Random,
): NeighbourNet {
  return {
    columns,
    usual,
    spread,
    width,
    weights: startWeights(columns.length * width, columns.length, 1, random),
    bias: new Float64Array(width),
    near: startLayer({ reach: NEAR, from: width, to: narrow }, 1, random),
    far: startLayer({ reach: FAR, from: narrow, to: narrow }, 0.5, random),
    outFirst: startWeights(width, width, 0.1, random),
    outLast: startWeights(narrow, narrow, 0.3, random),
    outBias: new Float64Array(1),
  };
}

/** The arrays that are learned, in a fixed order, and whether weights decay. */
export const partsOf = (net: NeighbourNet): readonly Part[] => [
  { values: net.weights, decays: true },
  { values: net.bias, decays: false },
  ...[net.near, net.far].flatMap((layer) => [
    { values: layer.weights, decays: true },
    { values: layer.page, decays: true },
    { values: layer.bias, decays: false },
  ]),
  { values: net.outFirst, decays: false },
  { values: net.outLast, decays: false },
  { values: net.outBias, decays: false },
];

const emptyLayer = (layer: NeighbourLayer): NeighbourLayer => ({
  ...layer,
  weights: new Float64Array(layer.weights.length),
  page: new Float64Array(layer.page.length),
  bias: new Float64Array(layer.bias.length),
});

export const emptyNet = (net: NeighbourNet): NeighbourNet => ({
  ...net,
  weights: new Float64Array(net.weights.length),
  bias: new Float64Array(net.bias.length),
  near: emptyLayer(net.near),
  far: emptyLayer(net.far),
  outFirst: new Float64Array(net.outFirst.length),
  outLast: new Float64Array(net.outLast.length),
  outBias: new Float64Array(1),
});

/** The network over neighbours laid out for its kernel: all that stays from page to page, as it stands at the beginning of a memory. */
import type { NeighbourLayer, NeighbourNet } from "./neighbour-net.ts";

/** Bytes of a number. */
export const FLOAT = 4;

/** The kernel adds two vectors of four numbers at a time to the first layer's, and four to those of the others. */
const WIDTH_STEP = 8;
const NARROW_STEP = 16;

/** A feature as the kernel reads it: where its column begins in a sheet of one row, usual value, 1 / spread, nothing. */
const FEATURE_NUMBERS = 4;
export const FEATURE_BYTES = FEATURE_NUMBERS * FLOAT;

/** Addresses in the kernel's memory, and widths of rows, both in bytes. */
export interface PlantedLayer {
  readonly from: number;
  readonly to: number;
  readonly reach: number;
  readonly reachEnd: number;
  readonly weights: number;
  readonly page: number;
  readonly bias: number;
}

export interface PlantedNet {
  /** The columns that the features are in, ascending. */
  readonly columns: Int32Array;
  readonly features: number;
  readonly width: number;
  readonly weights: number;
  readonly bias: number;
  readonly near: PlantedLayer;
  readonly far: PlantedLayer;
  readonly outFirst: number;
  readonly outLast: number;
  readonly outBias: number;
  /** What the memory begins with. */
  readonly memory: Uint8Array;
}

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

/** Lists of numbers that will stand one after the other. */
interface Ground {
  readonly lists: (Float32Array | Int32Array)[];
  numbers: number;
}

/** Adds a list to the ground; gives its address. */
function lay(list: Float32Array | Int32Array, ground: Ground): number {
  const address = ground.numbers * FLOAT;
  ground.lists.push(list);
  ground.numbers += roundUp(list.length, NARROW_STEP);
  return address;
}

/** Rows of `width` numbers as rows of `padded`; what pads them is 0. */
function padRows(values: Float64Array, width: number, padded: number): Float32Array {
  const out = new Float32Array((values.length / width) * padded);
  for (let at = 0, to = 0; at < values.length; at += width, to += padded)
    out.set(values.subarray(at, at + width), to);
  return out;
}

/** `from` is how many numbers a row before the layer has when padded. */
function plantLayer(layer: NeighbourLayer, from: number, ground: Ground): PlantedLayer {
  const { reach, weights, page, bias } = layer;
  const to = roundUp(layer.to, NARROW_STEP);
  const ofDistance = layer.from * layer.to;
  const padded = new Float32Array(reach.length * from * to);
  for (let t = 0; t < reach.length; t++) {
    const own = weights.subarray(t * ofDistance, (t + 1) * ofDistance);
    padded.set(padRows(own, layer.to, to), t * from * to);
  }
  const paddedPage = new Float32Array(from * to);
  paddedPage.set(padRows(page, layer.to, to));
  const first = lay(Int32Array.from(reach), ground);
  return {
    from: from * FLOAT,
    to: to * FLOAT,
    reach: first,
    reachEnd: first + reach.length * FLOAT,
    weights: lay(padded, ground),
    page: lay(paddedPage, ground),
    bias: lay(padRows(bias, layer.to, to), ground),
  };
}

function layFeatures({ columns, usual, spread }: NeighbourNet, order: Int32Array, ground: Ground): number {
  const features = new DataView(new ArrayBuffer(order.length * FEATURE_BYTES));
  order.forEach((k, place) => {
    const at = place * FEATURE_BYTES;
    features.setInt32(at, (columns[k] as number) * FLOAT, true);
    features.setFloat32(at + FLOAT, usual[k] as number, true);
    features.setFloat32(at + 2 * FLOAT, 1 / (spread[k] as number), true);
  });
  return lay(new Int32Array(features.buffer), ground);
}

export function plantNet(net: NeighbourNet): PlantedNet {
  const ground: Ground = { lists: [], numbers: 0 };
  const order = Int32Array.from(net.columns.keys()).toSorted(
    (a, b) => (net.columns[a] as number) - (net.columns[b] as number),
  );
  const width = roundUp(net.width, WIDTH_STEP);
  const narrow = roundUp(net.far.to, NARROW_STEP);
  const weights = new Float32Array(order.length * width);
  order.forEach((k, place) =>
    weights.set(net.weights.subarray(k * net.width, (k + 1) * net.width), place * width),
  );
  const planted = {
    columns: order.map((k) => net.columns[k] as number),
    features: layFeatures(net, order, ground),
    width: width * FLOAT,
    weights: lay(weights, ground),
    bias: lay(padRows(net.bias, net.width, width), ground),
    near: plantLayer(net.near, width, ground),
    far: plantLayer(net.far, roundUp(net.near.to, NARROW_STEP), ground),
    outFirst: lay(padRows(net.outFirst, net.width, width), ground),
    outLast: lay(padRows(net.outLast, net.far.to, narrow), ground),
    outBias: net.outBias[0] as number,
  };
  const memory = new Uint8Array(ground.numbers * FLOAT);
  let at = 0;
  for (const list of ground.lists) {
    memory.set(new Uint8Array(list.buffer), at);
    at += roundUp(list.length, NARROW_STEP) * FLOAT;
  }
  return { ...planted, memory };
}

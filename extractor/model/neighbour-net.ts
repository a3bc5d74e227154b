/**
 * A small convolutional network over the blocks of a page in their order: what a block is depends on what stands before
 * and after it, which trees that look at one block at a time see only as far as its features tell. One dense layer reads
 * each block, two layers look at neighbours, near and far, and at the mean of the page (after the dilated convolutions of
 * van den Oord et al., "WaveNet", 2016, and the sequence labelling of Vogels et al., "Web2Text", 2018). Here as it is learned, in plain
 * numbers of 53 bits; run-net.ts asks it faster.
 */

/** A layer that reads a block's neighbours at fixed distances, and the mean of all blocks of the page. */
export interface NeighbourLayer {
  /** Distances to the blocks that are read, 0 for the block itself; beyond the page there is nothing. */
  readonly reach: readonly number[];
  /** Numbers that a block has before the layer and after it. */
  readonly from: number;
  readonly to: number;
  /** For each distance, for each number before, what it adds to each number after. */
  readonly weights: Float64Array;
  /** What each number of the page's mean adds to each number after. */
  readonly page: Float64Array;
  readonly bias: Float64Array;
}

export interface NeighbourNet {
  /** The features read: by their column in a sheet. */
  readonly columns: Int32Array;
  /** A feature's commonest value, which is read as nothing, and how far values stray from it. */
  readonly usual: Float64Array;
  readonly spread: Float64Array;
  /** Numbers that the first layer makes of a block. */
  readonly width: number;
  /** For each feature, what it adds to each of them. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  readonly near: NeighbourLayer;
  readonly far: NeighbourLayer;
  /** What the numbers after the first layer, and after the last, add to the log odds. */
  readonly outFirst: Float64Array;
  readonly outLast: Float64Array;
  /** Log odds before all of them; an array of one, as it is learned like the others. */
  readonly outBias: Float64Array;
}

/** A value further from the usual one than this many times the spread is read as if it were that far. */
const MOST_SPREADS = 4;

/** A feature's value as the network reads it. */
export function readValue(value: number, usual: number, spread: number): number {
  const scaled = (value - usual) / spread;
  return scaled > MOST_SPREADS ? MOST_SPREADS : scaled < -MOST_SPREADS ? -MOST_SPREADS : scaled;
}

/** What is below 0 says nothing. In place. */
export function rectify(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) values[i] = 0;
  return values;
}

/** The mean of a page's blocks, number by number. */
export function meanOf(input: Float64Array, rows: number, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < rows * width; at++)
    mean[at % width] = (mean[at % width] as number) + (input[at] as number);
  return mean.map((sum) => sum / Math.max(1, rows));
}

/** What a layer makes of a page's blocks, before it is rectified: `rows` times `layer.to` numbers. */
export function readNeighbours(layer: NeighbourLayer, input: Float64Array, rows: number): Float64Array {
  const { reach, from, to, weights, page } = layer;
  const mean = meanOf(input, rows, from);
  const usual = Float64Array.from(layer.bias);
  for (let a = 0; a < from; a++)
    for (let b = 0; b < to; b++)
      usual[b] = (usual[b] as number) + (mean[a] as number) * (page[a * to + b] as number);
  const out = new Float64Array(rows * to);
  for (let i = 0; i < rows; i++) out.set(usual, i * to);
  for (let j = 0; j < rows; j++) {
    for (let a = 0; a < from; a++) {
      const x = input[j * from + a] as number;
      // Half of the numbers are nothing, as they are rectified.
      if (x === 0) continue;
      for (let t = 0; t < reach.length; t++) {
        const i = j - (reach[t] as number);
        if (i < 0 || i >= rows) continue;
        const [into, weight] = [i * to, (t * from + a) * to];
        for (let b = 0; b < to; b++) {
          out[into + b] = (out[into + b] as number) + x * (weights[weight + b] as number);
        }
      }
    }
  }
  return out;
}

/** The first layer's numbers for all rows of a sheet whose columns lie one after the other, `rows` numbers each. */
function readRows(net: NeighbourNet, values: Float32Array, rows: number): Float64Array {
  const { columns, usual, spread, width, weights, bias } = net;
  const out = new Float64Array(rows * width);
  const all = Float64Array.from(bias);
  for (let k = 0; k < columns.length; k++) {
    const first = (columns[k] as number) * rows;
    const [normal, by, weight] = [usual[k] as number, spread[k] as number, k * width];
    if (isSame(values, first, rows)) {
      const x = readValue(values[first] as number, normal, by);
      for (let a = 0; a < width; a++) all[a] = (all[a] as number) + x * (weights[weight + a] as number);
      continue;
    }
    for (let i = 0; i < rows; i++) {
      const value = values[first + i] as number;
      if (value === normal) continue;
      const x = readValue(value, normal, by);
      const into = i * width;
      for (let a = 0; a < width; a++)
        out[into + a] = (out[into + a] as number) + x * (weights[weight + a] as number);
    }
  }
  for (let at = 0; at < out.length; at++) out[at] = (out[at] as number) + (all[at % width] as number);
  return rectify(out);
}

/** Whether a column has one number in all rows: what is known of the page, and what no block of it has. */
function isSame(values: Float32Array, first: number, rows: number): boolean {
  const value = values[first];
  for (let at = first + 1; at < first + rows; at++) if (values[at] !== value) return false;
  return true;
}

/** Log odds of every row of a page's sheet. */
export function neighbourOdds(net: NeighbourNet, values: Float32Array, rows: number): Float64Array {
  const odds = new Float64Array(rows);
  if (rows === 0) return odds;
  const first = readRows(net, values, rows);
  const near = rectify(readNeighbours(net.near, first, rows));
  const far = rectify(readNeighbours(net.far, near, rows));
  const { width, outFirst, outLast, outBias } = net;
  const { to } = net.far;
  for (let i = 0; i < rows; i++) {
    let sum = outBias[0] as number;
    for (let a = 0; a < width; a++) sum += (first[i * width + a] as number) * (outFirst[a] as number);
    for (let b = 0; b < to; b++)
      sum += ((near[i * to + b] as number) + (far[i * to + b] as number)) * (outLast[b] as number);
    odds[i] = sum;
  }
  return odds;
}

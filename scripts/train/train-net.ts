/**
 * Trains the network over neighbours: backpropagation by hand, page by page, a rate that falls along a cosine, and dropout.
 * Deterministic for a given seed.
 */
import {
  meanOf,
  type NeighbourLayer,
  type NeighbourNet,
  readNeighbours,
  rectify,
} from "../../extractor/model/neighbour-net.ts";
import { Adam, shuffled } from "./adam.ts";
import { seededRandom } from "./boost-trees.ts";
import type { NetPage, Reading } from "./net-pages.ts";
import { emptyNet, type NetOptions, partsOf, type Random, startNet } from "./start-net.ts";

/** A longer page is learned a stretch at a time. */
const MOST_ROWS = 400;
/** Steps in which the rate rises to its full height. */
const WARM_UP = 50;

/** A stretch of a page: rows from `first` on. */
interface Stretch {
  readonly page: NetPage;
  readonly first: number;
  readonly rows: number;
  /** What its weights are multiplied by. */
  readonly scale: number;
}

interface Learning {
  readonly net: NeighbourNet;
  readonly gradient: NeighbourNet;
  readonly random: Random;
  readonly options: NetOptions;
}

/** Leaves numbers out at random, and makes up for it in the others. In place. */
function dropOut(values: Float64Array, share: number, random: Random): Float64Array {
  const kept = 1 / (1 - share);
  for (let i = 0; i < values.length; i++)
    if (values[i] !== 0) values[i] = random() < share ? 0 : (values[i] as number) * kept;
  return values;
}

function readStretch(net: NeighbourNet, { page, first, rows }: Stretch, isRead: Uint8Array): Float64Array {
  const { width, weights, bias } = net;
  const out = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    out.set(bias, i * width);
    const end = page.starts[first + i + 1] as number;
    for (let at = page.starts[first + i] as number; at < end; at++) {
      const feature = page.features[at] as number;
      if (isRead[feature] === 0) continue;
      const x = page.values[at] as number;
      for (let a = 0; a < width; a++)
        out[i * width + a] = (out[i * width + a] as number) + x * (weights[feature * width + a] as number);
    }
  }
  return rectify(out);
}

/** Adds what a layer's weights did to the loss; gives what the numbers before it did. `slope` is of the numbers after it. */
function learnLayer(
  layer: NeighbourLayer,
  gradient: NeighbourLayer,
  {
    input,
    slope,
    rows,
  }: { readonly input: Float64Array; readonly slope: Float64Array; readonly rows: number },
): Float64Array {
  const { reach, from, to } = layer;
  const back = new Float64Array(rows * from);
  const sum = new Float64Array(to);
  for (let i = 0; i < rows; i++)
    for (let b = 0; b < to; b++) sum[b] = (sum[b] as number) + (slope[i * to + b] as number);
  const mean = meanOf(input, rows, from);
  const meanSlope = new Float64Array(from);
  for (let b = 0; b < to; b++) gradient.bias[b] = (gradient.bias[b] as number) + (sum[b] as number);
  for (let a = 0; a < from; a++) {
    for (let b = 0; b < to; b++) {
      const at = a * to + b;
      gradient.page[at] = (gradient.page[at] as number) + (mean[a] as number) * (sum[b] as number);
      meanSlope[a] = (meanSlope[a] as number) + (layer.page[at] as number) * (sum[b] as number);
    }
  }
  for (let j = 0; j < rows; j++) {
    for (let a = 0; a < from; a++) {
      const x = input[j * from + a] as number;
      // A number that is nothing was rectified or left out: nothing comes back through it.
      if (x === 0) continue;
      let total = (meanSlope[a] as number) / rows;
      for (let t = 0; t < reach.length; t++) {
        const i = j - (reach[t] as number);
        if (i < 0 || i >= rows) continue;
        const weight = (t * from + a) * to;
        for (let b = 0; b < to; b++) {
          const s = slope[i * to + b] as number;
          total += s * (layer.weights[weight + b] as number);
          gradient.weights[weight + b] = (gradient.weights[weight + b] as number) + x * s;
        }
      }
      back[j * from + a] = total;
    }
  }
  return back;
}

/** What comes back through numbers that were rectified, and scaled by dropout. */
function throughDropOut(slope: Float64Array, output: Float64Array, share: number): Float64Array {
  for (let i = 0; i < slope.length; i++) slope[i] = output[i] === 0 ? 0 : (slope[i] as number) / (1 - share);
  return slope;
}

function learnStretch(
  stretch: Stretch,
  isRead: Uint8Array,
  { net, gradient, random, options }: Learning,
): void {
  const { page, first: start, rows } = stretch;
  const { width, outFirst, outLast } = net;
  const { to } = net.far;
  const { dropout } = options;
  const first = dropOut(readStretch(net, stretch, isRead), dropout, random);
  const near = dropOut(rectify(readNeighbours(net.near, first, rows)), dropout, random);
  const far = rectify(readNeighbours(net.far, near, rows));
  const firstSlope = new Float64Array(rows * width);
  const farSlope = new Float64Array(rows * to);
  const nearSlope = new Float64Array(rows * to);
  for (let i = 0; i < rows; i++) {
    let odds = net.outBias[0] as number;
    for (let a = 0; a < width; a++) odds += (first[i * width + a] as number) * (outFirst[a] as number);
    for (let b = 0; b < to; b++)
      odds += ((near[i * to + b] as number) + (far[i * to + b] as number)) * (outLast[b] as number);
    const weight = (page.weights[start + i] as number) * stretch.scale;
    const slope = weight * (1 / (1 + Math.exp(-odds)) - (page.answers[start + i] as number));
    gradient.outBias[0] = (gradient.outBias[0] as number) + slope;
    for (let a = 0; a < width; a++) {
      const at = i * width + a;
      gradient.outFirst[a] = (gradient.outFirst[a] as number) + slope * (first[at] as number);
      firstSlope[at] = slope * (outFirst[a] as number);
    }
    for (let b = 0; b < to; b++) {
      const at = i * to + b;
      gradient.outLast[b] =
        (gradient.outLast[b] as number) + slope * ((near[at] as number) + (far[at] as number));
      nearSlope[at] = slope * (outLast[b] as number);
      farSlope[at] = far[at] === 0 ? 0 : (nearSlope[at] as number);
    }
  }
  add(nearSlope, learnLayer(net.far, gradient.far, { input: near, slope: farSlope, rows }));
  throughDropOut(nearSlope, near, dropout);
  add(firstSlope, learnLayer(net.near, gradient.near, { input: first, slope: nearSlope, rows }));
  throughDropOut(firstSlope, first, dropout);
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < width; a++)
      gradient.bias[a] = (gradient.bias[a] as number) + (firstSlope[i * width + a] as number);
    const end = page.starts[start + i + 1] as number;
    for (let at = page.starts[start + i] as number; at < end; at++) {
      const feature = page.features[at] as number;
      if (isRead[feature] === 0) continue;
      const x = page.values[at] as number;
      for (let a = 0; a < width; a++) {
        const weight = feature * width + a;
        gradient.weights[weight] =
          (gradient.weights[weight] as number) + x * (firstSlope[i * width + a] as number);
      }
    }
  }
}

function add(into: Float64Array, values: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (values[i] as number);
}

function takeStretch(page: NetPage, share: number, random: Random): Stretch {
  if (page.rows <= MOST_ROWS) return { page, first: 0, rows: page.rows, scale: share };
  const first = Math.floor(random() * (page.rows - MOST_ROWS + 1));
  return { page, first, rows: MOST_ROWS, scale: (share * page.rows) / MOST_ROWS };
}

const weightOf = (page: NetPage): number => page.weights.reduce((a, b) => a + b, 0);

export function trainNet(all: readonly NetPage[], reading: Reading, options: NetOptions): NeighbourNet {
  const pages = all.filter((page) => weightOf(page) > 0);
  const random = seededRandom(options.seed);
  const net = startNet(reading, options, random);
  const gradient = emptyNet(net);
  const slopes = partsOf(gradient).map(({ values }) => values);
  const adam = new Adam(partsOf(net), { momentum: 0.9, memory: 0.98, decay: options.decay });
  const share = pages.length / pages.reduce((sum, page) => sum + weightOf(page), 0);
  const batches = Math.ceil(pages.length / options.batch);
  const steps = batches * options.epochs;
  const isRead = new Uint8Array(reading.columns.length);
  for (let count = 0, order = shuffled(pages.length, random); count < steps; count++) {
    const batch = count % batches;
    if (count > 0 && batch === 0) order = shuffled(pages.length, random);
    const taken = order.slice(batch * options.batch, (batch + 1) * options.batch);
    for (let k = 0; k < isRead.length; k++) isRead[k] = random() < options.featureDropout ? 0 : 1;
    for (const i of taken)
      learnStretch(takeStretch(pages[i] as NetPage, share / taken.length, random), isRead, {
        net,
        gradient,
        random,
        options,
      });
    const rate =
      options.rate *
      Math.min(1, (count + 1) / WARM_UP) *
      0.5 *
      (1 + Math.cos((Math.PI * (count + 1)) / steps));
    adam.step(slopes, rate);
  }
  return net;
}

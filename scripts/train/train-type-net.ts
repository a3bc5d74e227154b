/** Trains the network of page types: backpropagation by hand in small batches, with dropout. Deterministic for a given seed. */
import { chancesOf, readLayer, type TypeNet } from "../../extractor/page-type/type-net.ts";
import { Adam, shuffled } from "./adam.ts";
import { seededRandom } from "./boost-trees.ts";

export interface TypeNetOptions {
  /** Numbers of the layer. */
  readonly width: number;
  readonly epochs: number;
  /** Pages between two steps. */
  readonly batch: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of the layer's numbers that are left out in learning, and of the measures. */
  readonly dropout: number;
  readonly measureDropout: number;
  readonly seed: number;
}

/** A page to learn from: its measures as the network reads them. */
export interface TypeLesson {
  readonly inputs: Float64Array;
  /** The place of its type. */
  readonly type: number;
  readonly weight: number;
}

/** What is the same for all networks that are learned from the same pages. */
export type TypeReading = Pick<TypeNet, "columns" | "usual" | "spread" | "types">;

type Random = () => number;

const uniform = (count: number, inputs: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => (2 * random() - 1) / Math.sqrt(inputs));

function startTypeNet(reading: TypeReading, width: number, random: Random): TypeNet {
  const { columns, types } = reading;
  return {
    ...reading,
    width,
    weights: uniform(columns.length * width, columns.length, random),
    bias: uniform(width, columns.length, random),
    out: uniform(width * types, width, random),
    outBias: uniform(types, width, random),
  };
}

const partsOf = ({ weights, bias, out, outBias }: TypeNet): readonly Float64Array[] => [
  weights,
  bias,
  out,
  outBias,
];

/** Leaves numbers out at random, and makes up for it in the others. */
function leaveOut(values: Float64Array, share: number, random: Random): Float64Array {
  return values.map((value) => (random() < share ? 0 : value / (1 - share)));
}

/** Adds what the weights did to the loss of one page. */
function learnPage(
  net: TypeNet,
  slopes: readonly Float64Array[],
  lesson: TypeLesson,
  { options, random }: { readonly options: TypeNetOptions; readonly random: Random },
): void {
  const { width, types, out } = net;
  const [weights, bias, outSlope, outBias] = slopes as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const inputs = leaveOut(lesson.inputs, options.measureDropout, random);
  const layer = leaveOut(readLayer(net, inputs), options.dropout, random);
  const wrong = chancesOf(net, layer);
  wrong[lesson.type] = (wrong[lesson.type] as number) - 1;
  const back = new Float64Array(width);
  for (let t = 0; t < types; t++) {
    const slope = (wrong[t] as number) * lesson.weight;
    outBias[t] = (outBias[t] as number) + slope;
    for (let a = 0; a < width; a++) {
      // A number that is nothing was rectified or left out: nothing comes back through it.
      if (layer[a] === 0) continue;
      outSlope[a * types + t] = (outSlope[a * types + t] as number) + slope * (layer[a] as number);
      back[a] = (back[a] as number) + (slope * (out[a * types + t] as number)) / (1 - options.dropout);
    }
  }
  for (let a = 0; a < width; a++) bias[a] = (bias[a] as number) + (back[a] as number);
  for (let k = 0; k < inputs.length; k++) {
    const x = inputs[k] as number;
    if (x === 0) continue;
    for (let a = 0; a < width; a++)
      weights[k * width + a] = (weights[k * width + a] as number) + x * (back[a] as number);
  }
}

export function trainTypeNet(
  lessons: readonly TypeLesson[],
  reading: TypeReading,
  options: TypeNetOptions,
): TypeNet {
  const random = seededRandom(options.seed);
  const net = startTypeNet(reading, options.width, random);
  const parts = partsOf(net).map((values) => ({ values, decays: true }));
  const slopes = parts.map(({ values }) => new Float64Array(values.length));
  const adam = new Adam(parts, { momentum: 0.9, memory: 0.999, decay: options.decay });
  const batches = Math.ceil(lessons.length / options.batch);
  const steps = batches * options.epochs;
  for (let count = 0, order = shuffled(lessons.length, random); count < steps; count++) {
    const batch = count % batches;
    if (count > 0 && batch === 0) order = shuffled(lessons.length, random);
    const taken = order.slice(batch * options.batch, (batch + 1) * options.batch);
    for (const i of taken) learnPage(net, slopes, lessons[i] as TypeLesson, { options, random });
    for (const slope of slopes)
      for (let i = 0; i < slope.length; i++) slope[i] = (slope[i] as number) / taken.length;
    adam.step(slopes, options.rate * 0.5 * (1 + Math.cos((Math.PI * count) / steps)));
  }
  return net;
}

/** Several networks as one, whose log odds are the mean of theirs: their layers side by side. */
export function joinTypeNets(nets: readonly TypeNet[]): TypeNet {
  const [first] = nets;
  if (first === undefined) throw new Error("there is no network to join");
  const width = nets.reduce((sum, net) => sum + net.width, 0);
  return {
    ...first,
    width,
    weights: Float64Array.from(
      Array.from(first.columns, (_, k) =>
        nets.flatMap((net) => Array.from(net.weights.slice(k * net.width, (k + 1) * net.width))),
      ).flat(),
    ),
    bias: Float64Array.from(nets.flatMap((net) => [...net.bias])),
    out: Float64Array.from(nets.flatMap((net) => [...net.out])).map((weight) => weight / nets.length),
    outBias: first.outBias.map(
      (_, t) => nets.reduce((sum, net) => sum + (net.outBias[t] as number), 0) / nets.length,
    ),
  };
}

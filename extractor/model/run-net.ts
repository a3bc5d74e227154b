/**
 * Asks the network over neighbours by a kernel in WebAssembly (its source is net-kernel.wat), which does four numbers at a time. The
 * answers are those of neighbourOdds but for rounding: the kernel's numbers have 24 bits.
 */
import type { ColumnRanges } from "./column-ranges.ts";
import type { NeighbourNet } from "./neighbour-net.ts";
import { NET_KERNEL } from "./net-kernel-bytes.ts";
import { FEATURE_BYTES, FLOAT, type PlantedLayer, type PlantedNet, plantNet } from "./plant-net.ts";

/**
 * Log odds of every row of a sheet whose columns lie one after the other, `rows` numbers each. On its way it sees between which
 * numbers the columns lie that the network reads, and notes it in `ranges` for who asks.
 */
export type NetReader = (values: Float32Array, rows: number, ranges?: ColumnRanges) => Float64Array;

/** So many numbers of a sheet go into the kernel's memory at once: all of most pages, some columns of a long one. */
const MOST_STAGED = 1 << 18;

/** A page that takes more memory than this gets one of its own, which goes with it: a memory never shrinks. */
const MOST_KEPT_BYTES = 8 << 20;

const WASM_PAGE = 65_536;

/** What the kernel exports; see there. Addresses and widths are in bytes. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly readFeatures: (
    feature: number,
    features: number,
    weights: number,
    width: number,
    values: number,
    rows: number,
    range: number,
    common: number,
    out: number,
  ) => void;
  readonly closeRows: (out: number, rows: number, width: number, common: number) => void;
  readonly readMean: (
    rowsAt: number,
    rows: number,
    from: number,
    to: number,
    page: number,
    mean: number,
    common: number,
  ) => void;
  readonly readNeighbours: (
    rowsAt: number,
    rows: number,
    from: number,
    to: number,
    reach: number,
    reachEnd: number,
    weights: number,
    common: number,
    list: number,
    out: number,
  ) => void;
  readonly addOdds: (rowsAt: number, rows: number, width: number, weights: number, odds: number) => void;
}

/** Where the numbers of one page lie, in bytes. */
interface Room {
  /** What is the same for all rows of the layer that is being read, and the mean of the rows before it. */
  readonly common: number;
  /** The numbers of a row that are something, each with where its weights lie. */
  readonly list: number;
  readonly mean: number;
  readonly first: number;
  readonly near: number;
  readonly far: number;
  readonly odds: number;
  /** Between which numbers each feature's column lies: the least and the most. */
  readonly ranges: number;
  /** The columns that are being read. */
  readonly staged: number;
  readonly stagedColumns: number;
  readonly end: number;
}

/** Bytes of a column's least number and its most. */
const RANGE_BYTES = 2 * FLOAT;

/** A number takes so many times its room in the list. */
const LISTED = 2;

function planRoom(net: PlantedNet, columns: number, rows: number): Room {
  const { memory, width, near, far } = net;
  const common = memory.length;
  const list = common + Math.max(width, near.to, far.to);
  const mean = list + LISTED * Math.max(width, near.to);
  const first = mean + Math.max(width, near.to);
  const nearAt = first + rows * width;
  const farAt = nearAt + rows * near.to;
  const odds = farAt + rows * far.to;
  const ranges = odds + rows * FLOAT;
  const staged = ranges + net.columns.length * RANGE_BYTES;
  const stagedColumns = Math.min(columns, Math.max(1, Math.floor(MOST_STAGED / rows)));
  return {
    common,
    list,
    mean,
    first,
    near: nearAt,
    far: farAt,
    odds,
    ranges,
    staged,
    stagedColumns,
    end: staged + stagedColumns * rows * FLOAT,
  };
}

interface Reading {
  readonly net: PlantedNet;
  readonly kernel: Kernel;
  readonly room: Room;
  readonly rows: number;
  readonly memory: Float32Array;
}

const startAt = ({ memory }: Reading, from: number, to: number): void => {
  memory.fill(0, from / FLOAT, to / FLOAT);
};

/** Makes what is common to all rows the bias. */
const startCommon = ({ memory, room }: Reading, bias: number, width: number): void => {
  memory.copyWithin(room.common / FLOAT, bias / FLOAT, (bias + width) / FLOAT);
};

/** The first layer. */
function readSheet(reading: Reading, values: Float32Array): void {
  const { net, kernel, room, rows, memory } = reading;
  const { columns } = net;
  startAt(reading, room.first, room.near);
  startCommon(reading, net.bias, net.width);
  let feature = 0;
  while (feature < columns.length) {
    const column = columns[feature] as number;
    const begun = feature;
    while (feature < columns.length && (columns[feature] as number) < column + room.stagedColumns) feature++;
    const end = Math.min(values.length, (column + room.stagedColumns) * rows);
    memory.set(values.subarray(column * rows, end), room.staged / FLOAT);
    kernel.readFeatures(
      net.features + begun * FEATURE_BYTES,
      net.features + feature * FEATURE_BYTES,
      net.weights + begun * net.width,
      net.width,
      room.staged - column * rows * FLOAT,
      rows,
      room.ranges + begun * RANGE_BYTES,
      room.common,
      room.first,
    );
  }
  kernel.closeRows(room.first, rows, net.width, room.common);
}

function readLayer(reading: Reading, layer: PlantedLayer, from: number, out: number): void {
  const { kernel, room, rows } = reading;
  startAt(reading, room.mean, room.first);
  startCommon(reading, layer.bias, layer.to);
  kernel.readMean(from, rows, layer.from, layer.to, layer.page, room.mean, room.common);
  kernel.readNeighbours(
    from,
    rows,
    layer.from,
    layer.to,
    layer.reach,
    layer.reachEnd,
    layer.weights,
    room.common,
    room.list,
    out,
  );
}

function readOdds({ net, kernel, room, rows, memory }: Reading): Float64Array {
  const odds = memory.subarray(room.odds / FLOAT, room.odds / FLOAT + rows).fill(net.outBias);
  kernel.addOdds(room.first, rows, net.width, net.outFirst, room.odds);
  kernel.addOdds(room.near, rows, net.near.to, net.outLast, room.odds);
  kernel.addOdds(room.far, rows, net.far.to, net.outLast, room.odds);
  return new Float64Array(odds);
}

function noteRanges({ net, room, memory }: Reading, { least, most }: ColumnRanges): void {
  const { columns } = net;
  for (let k = 0, at = room.ranges / FLOAT; k < columns.length; k++, at += 2) {
    const column = columns[k] as number;
    least[column] = memory[at] as number;
    most[column] = memory[at + 1] as number;
  }
}

/** Puts a network into a memory; answers one page after the other there. */
export function createNetReader(net: NeighbourNet): NetReader {
  const planted = plantNet(net);
  const module = new WebAssembly.Module(Buffer.from(NET_KERNEL, "base64"));
  const start = (): Kernel => {
    const kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
    makeRoom(kernel.memory, planted.memory.length);
    new Uint8Array(kernel.memory.buffer).set(planted.memory);
    return kernel;
  };
  const kept = start();
  return (values, rows, ranges) => {
    if (rows === 0) return new Float64Array(0);
    const room = planRoom(planted, values.length / rows, rows);
    const kernel = room.end > MOST_KEPT_BYTES ? start() : kept;
    makeRoom(kernel.memory, room.end);
    const reading = { net: planted, kernel, room, rows, memory: new Float32Array(kernel.memory.buffer) };
    readSheet(reading, values);
    if (ranges !== undefined) noteRanges(reading, ranges);
    readLayer(reading, planted.near, room.first, room.near);
    readLayer(reading, planted.far, room.near, room.far);
    return readOdds(reading);
  };
}

function makeRoom(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE));
}

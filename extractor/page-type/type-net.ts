/**
 * What a page is, by its measures: a network with one layer between, which says how likely each type is. Its types share what
 * they look at, and their chances sum to 1; trees that ask for one type at a time took more front pages for articles and
 * more articles for something else on hosts that neither had seen.
 */

/** The network as it stands in its file: a line for each measure and for each number of the layer. */
export interface TypeNetFile {
  readonly description: string;
  /** The types, in the order of the numbers that come out. */
  readonly types: readonly string[];
  /** `[name, usual value, spread, weights …]` of each measure. */
  readonly measures: readonly (readonly (string | number)[])[];
  readonly bias: readonly number[];
  /** For each number of the layer, what it adds to the log odds of each type. */
  readonly out: readonly (readonly number[])[];
  readonly outBias: readonly number[];
}

export interface TypeNet {
  /** The measures read, by their place in a row. */
  readonly columns: Int32Array;
  /** A measure's mean, squashed, and how far values stray from it. */
  readonly usual: Float64Array;
  readonly spread: Float64Array;
  /** Numbers of the layer, and types. */
  readonly width: number;
  readonly types: number;
  /** What each measure adds to each number of the layer. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
  readonly outBias: Float64Array;
}

/** A measure further from the usual than this many times its spread is read as if it were that far. */
const MOST_SPREADS = 4;

/** Counts run from none to thousands: what matters is how many times more. */
export const squash = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

/** A measure as the network reads it. */
export function readMeasure(value: number, usual: number, spread: number): number {
  const scaled = (squash(value) - usual) / spread;
  return Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, scaled));
}

/** Reads a network for rows whose measures are `names`. Throws when it asks for a measure that is not among them. */
export function readTypeNet(file: TypeNetFile, names: readonly string[]): TypeNet {
  const columns = Int32Array.from(file.measures, ([name]) => {
    const column = names.indexOf(String(name));
    if (column < 0) throw new Error(`the page-type network asks for an unknown measure: ${name}`);
    return column;
  });
  const numbers = file.measures.map((row) => row.slice(1).map(Number));
  return {
    columns,
    usual: Float64Array.from(numbers, (row) => row[0] ?? 0),
    spread: Float64Array.from(numbers, (row) => row[1] ?? 1),
    width: file.bias.length,
    types: file.types.length,
    weights: Float64Array.from(numbers.flatMap((row) => row.slice(2))),
    bias: Float64Array.from(file.bias),
    out: Float64Array.from(file.out.flat()),
    outBias: Float64Array.from(file.outBias),
  };
}

/** The layer's numbers for one page's measures, as readMeasure gives them. What is below 0 says nothing. */
export function readLayer(net: TypeNet, inputs: Float64Array): Float64Array {
  const { width, weights } = net;
  const layer = Float64Array.from(net.bias);
  for (let k = 0; k < inputs.length; k++) {
    const x = inputs[k] as number;
    if (x !== 0) addRow(layer, x, weights, k * width);
  }
  for (let a = 0; a < width; a++) if ((layer[a] as number) < 0) layer[a] = 0;
  return layer;
}

function addRow(layer: Float64Array, x: number, weights: Float64Array, first: number): void {
  for (let a = 0; a < layer.length; a++) layer[a] = (layer[a] as number) + x * (weights[first + a] as number);
}

/** Each type's chance, 0 to 1, by the layer's numbers. */
export function chancesOf({ out, outBias, types }: TypeNet, layer: Float64Array): Float64Array {
  const odds = Float64Array.from(outBias);
  for (let a = 0; a < layer.length; a++)
    for (let t = 0; t < types; t++)
      odds[t] = (odds[t] as number) + (layer[a] as number) * (out[a * types + t] as number);
  const most = Math.max(...odds);
  const parts = odds.map((odd) => Math.exp(odd - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

/** Each type's chance for a page whose measures stand in `row`. */
export function typeChances(net: TypeNet, row: ArrayLike<number>): Float64Array {
  const { columns, usual, spread } = net;
  const inputs = new Float64Array(columns.length);
  for (let k = 0; k < columns.length; k++)
    inputs[k] = readMeasure(row[columns[k] as number] as number, usual[k] as number, spread[k] as number);
  return chancesOf(net, readLayer(net, inputs));
}

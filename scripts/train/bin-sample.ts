/** Numbers put into bins, so that a tree looks at 64 thresholds of a feature rather than at as many as there are rows. */

/** Rows of numbers with an answer (0 or 1) and a weight each. */
export interface Sample {
  readonly names: readonly string[];
  readonly rows: readonly Float32Array[];
  readonly answers: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** Bins of a feature at most. */
export const MAX_BINS = 64;
/** Rows looked at to place the bins. */
const BIN_SAMPLE = 40_000;

const rounded = (x: number): number => Number(x.toPrecision(4));

/** Upper edges of a feature's bins: a value goes to the first bin whose edge is not below it. */
function binEdges(rows: readonly Float32Array[], feature: number): Float64Array {
  const step = Math.max(1, Math.floor(rows.length / BIN_SAMPLE));
  const values: number[] = [];
  for (let i = 0; i < rows.length; i += step) values.push(rounded(rows[i]?.[feature] ?? 0));
  const sorted = Float64Array.from(values).toSorted();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= MAX_BINS) return Float64Array.from(distinct.slice(0, -1));
  const edges = new Set<number>();
  for (let b = 1; b < MAX_BINS; b++) edges.add(sorted[Math.floor((b * sorted.length) / MAX_BINS)] ?? 0);
  return Float64Array.from(edges);
}

/** The bin of a value among edges, by bisection. */
export function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (value <= (edges[mid] ?? 0)) high = mid;
    else low = mid + 1;
  }
  return low;
}

export interface BinnedSample {
  readonly names: readonly string[];
  readonly edges: readonly Float64Array[];
  /** bins[feature][row] */
  readonly bins: readonly Uint8Array[];
  readonly answers: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly count: number;
}

export function binSample({ names, rows, answers, weights }: Sample): BinnedSample {
  const edges = names.map((_, f) => binEdges(rows, f));
  const bins = edges.map((edge, f) => Uint8Array.from(rows, (row) => binOf(edge, row[f] ?? 0)));
  return { names, edges, bins, answers, weights, count: rows.length };
}

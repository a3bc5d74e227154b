import { askTree, softmax, type BoostedTrees, type Tree } from "../extractor/page-type/boosted-trees.ts";

export interface Sample {
  readonly measures: Readonly<Record<string, number>>;
  /** Index of the class. */
  readonly label: number;
}

export interface GrowOptions {
  readonly classes: readonly string[];
  readonly rounds: number;
  readonly depth: number;
  /** How much of each tree's advice is taken. */
  readonly rate: number;
  /** Added to the curvature of every leaf: pulls small leaves to zero. */
  readonly ridge: number;
  /** A leaf rests on at least this many samples. */
  readonly leaf: number;
  /** Share of measures that each tree may ask about. */
  readonly columns: number;
  /** Share of samples that each tree sees. */
  readonly rows: number;
  readonly seed: number;
}

/** Candidate thresholds per measure: more would fit noise and cost time. */
const MOST_BINS = 24;

/** Mulberry32: small, seeded, good enough for drawing subsets. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Column {
  readonly measure: string;
  /** Ascending thresholds; bin b holds values below cuts[b]. */
  readonly cuts: readonly number[];
  readonly bins: Uint8Array;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

function binColumns(samples: readonly Sample[]): Column[] {
  const names = [...new Set(samples.flatMap(({ measures }) => Object.keys(measures)))].toSorted();
  return names.flatMap((measure) => {
    const values = samples.map(({ measures }) => measures[measure] ?? 0);
    const sorted = [...new Set(values)].toSorted((a, b) => a - b);
    const all = values.toSorted((a, b) => a - b);
    const middles = new Set<number>();
    for (let step = 1; step < MOST_BINS; step++) {
      const value = all[Math.floor((step * all.length) / MOST_BINS)] ?? 0;
      const next = sorted[sorted.indexOf(value) + 1];
      if (next !== undefined) middles.add(round((value + next) / 2));
    }
    const low = sorted[1];
    if (low !== undefined) middles.add(round(((sorted[0] ?? 0) + low) / 2));
    const cuts = [...middles].toSorted((a, b) => a - b);
    const bins = Uint8Array.from(values, (value) => {
      const at = cuts.findIndex((cut) => value < cut);
      return at < 0 ? cuts.length : at;
    });
    return cuts.length === 0 ? [] : [{ measure, cuts, bins }];
  });
}

interface Split {
  readonly column: Column;
  readonly cut: number;
  readonly gain: number;
}

interface Slope {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

function bestSplit(
  rows: readonly number[],
  columns: readonly Column[],
  slope: Slope,
  options: GrowOptions,
): Split | null {
  let [allG, allH] = [0, 0];
  for (const row of rows) {
    allG += slope.gradient[row] ?? 0;
    allH += slope.curvature[row] ?? 0;
  }
  const worth = (g: number, h: number) => (g * g) / (h + options.ridge);
  let best: Split | null = null;
  for (const column of columns) {
    const size = column.cuts.length + 1;
    const [g, h, n] = [new Float64Array(size), new Float64Array(size), new Uint32Array(size)];
    for (const row of rows) {
      const bin = column.bins[row] ?? 0;
      g[bin] = (g[bin] ?? 0) + (slope.gradient[row] ?? 0);
      h[bin] = (h[bin] ?? 0) + (slope.curvature[row] ?? 0);
      n[bin] = (n[bin] ?? 0) + 1;
    }
    let [leftG, leftH, leftN] = [0, 0, 0];
    for (let cut = 0; cut < column.cuts.length; cut++) {
      leftG += g[cut] ?? 0;
      leftH += h[cut] ?? 0;
      leftN += n[cut] ?? 0;
      if (leftN < options.leaf || rows.length - leftN < options.leaf) continue;
      const gain = worth(leftG, leftH) + worth(allG - leftG, allH - leftH) - worth(allG, allH);
      if (gain > (best?.gain ?? 1e-6)) best = { column, cut, gain };
    }
  }
  return best;
}

function growTree(
  rows: readonly number[],
  columns: readonly Column[],
  slope: Slope,
  options: GrowOptions,
  depth: number,
): Tree {
  const split = depth > 0 ? bestSplit(rows, columns, slope, options) : null;
  if (!split) {
    let [g, h] = [0, 0];
    for (const row of rows) {
      g += slope.gradient[row] ?? 0;
      h += slope.curvature[row] ?? 0;
    }
    return { value: round((-g / (h + options.ridge)) * options.rate) };
  }
  const { column, cut } = split;
  const yes = rows.filter((row) => (column.bins[row] ?? 0) <= cut);
  const no = rows.filter((row) => (column.bins[row] ?? 0) > cut);
  return {
    measure: column.measure,
    below: column.cuts[cut] ?? 0,
    yes: growTree(yes, columns, slope, options, depth - 1),
    no: growTree(no, columns, slope, options, depth - 1),
  };
}

/** Gradient boosting with a softmax loss (Friedman 2001; leaf values with ridge as in Chen and Guestrin 2016). Deterministic for a seed. */
export function growTrees(samples: readonly Sample[], options: GrowOptions): BoostedTrees {
  const random = randomFrom(options.seed);
  const columns = binColumns(samples);
  const counts = options.classes.map((_, label) => samples.filter((sample) => sample.label === label).length);
  const start = counts.map((count) => round(Math.log((count + 1) / (samples.length + 1))));
  const scores = samples.map(() => [...start]);
  const trees: Tree[][] = options.classes.map(() => []);
  for (let turn = 0; turn < options.rounds; turn++) {
    const chances = scores.map(softmax);
    const drawn = samples.map((_, row) => row).filter(() => random() < options.rows);
    for (const label of options.classes.keys()) {
      const gradient = Float64Array.from(
        samples,
        (sample, row) => (chances[row]?.[label] ?? 0) - Number(sample.label === label),
      );
      const curvature = Float64Array.from(samples, (_, row) =>
        Math.max(1e-6, (chances[row]?.[label] ?? 0) * (1 - (chances[row]?.[label] ?? 0))),
      );
      const asked = columns.filter(() => random() < options.columns);
      const tree = growTree(drawn, asked, { gradient, curvature }, options, options.depth);
      trees[label]?.push(tree);
      for (const [row, sample] of samples.entries()) {
        const score = scores[row];
        if (score) score[label] = (score[label] ?? 0) + askTree(tree, sample.measures);
      }
    }
  }
  return { classes: options.classes, start, trees };
}

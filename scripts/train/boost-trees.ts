/**
 * Gradient-boosted regression trees for a yes-no question (logistic loss), grown best leaf first over histogram bins,
 * after Friedman (2001) and, for bins and leaf-wise growth, Ke et al. (LightGBM, 2017); thresholds drawn by lot after
 * Geurts, Ernst and Wehenkel (extremely randomized trees, 2006). Deterministic for a given seed.
 */
import type { BoostedTrees, Tree } from "../../extractor/model/boosted-trees.ts";
import { type BinnedSample, binOf, MAX_BINS } from "./bin-sample.ts";

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly shrinkage: number;
  /** Share of the rows, and of the features, that each tree sees. */
  readonly rowShare: number;
  readonly featureShare: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastHessian: number;
  /** Least number of rows in a leaf. */
  readonly leastRows: number;
  /** L2 penalty on leaf values. */
  readonly ridge: number;
  /** Whether a split looks at one threshold of each feature, drawn by lot, rather than at all of them. */
  readonly drawsThresholds: boolean;
  readonly seed: number;
}

/** A small seeded generator (mulberry32), so that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  /** Per feature and bin: gradient, hessian, rows. */
  readonly histogram: Float64Array;
  readonly best: Split | null;
}

interface Growth {
  readonly sample: BinnedSample;
  readonly options: BoostOptions;
  readonly random: () => number;
  readonly features: Int32Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

function histogramOf(rows: Int32Array, { sample, features, gradient, hessian }: Growth): Float64Array {
  const out = new Float64Array(features.length * MAX_BINS * 3);
  // Gathered once, so that the inner loop reads them in order.
  const g = Float64Array.from(rows, (i) => gradient[i] as number);
  const h = Float64Array.from(rows, (i) => hessian[i] as number);
  for (let k = 0; k < features.length; k++) {
    const bins = sample.bins[features[k] as number] as Uint8Array;
    const base = k * MAX_BINS * 3;
    for (let r = 0; r < rows.length; r++) {
      const at = base + (bins[rows[r] as number] as number) * 3;
      out[at] = (out[at] as number) + (g[r] as number);
      out[at + 1] = (out[at + 1] as number) + (h[r] as number);
      out[at + 2] = (out[at + 2] as number) + 1;
    }
  }
  return out;
}

function bestSplit(histogram: Float64Array, { sample, features, options, random }: Growth): Split | null {
  let best: Split | null = null;
  const at = (i: number): number => histogram[i] ?? 0;
  for (let k = 0; k < features.length; k++) {
    const base = k * MAX_BINS * 3;
    const feature = features[k] ?? 0;
    let [g, h, n] = [0, 0, 0];
    for (let b = 0; b < MAX_BINS; b++) {
      g += at(base + b * 3);
      h += at(base + b * 3 + 1);
      n += at(base + b * 3 + 2);
    }
    const whole = (g * g) / (h + options.ridge);
    let [gl, hl, nl] = [0, 0, 0];
    const last = sample.edges[feature]?.length ?? 0;
    const drawn = options.drawsThresholds ? Math.floor(random() * last) : -1;
    for (let b = 0; b < last; b++) {
      gl += at(base + b * 3);
      hl += at(base + b * 3 + 1);
      nl += at(base + b * 3 + 2);
      const hr = h - hl;
      if (drawn >= 0 && b !== drawn) continue;
      if (nl < options.leastRows || hl < options.leastHessian) continue;
      if (n - nl < options.leastRows || hr < options.leastHessian) break;
      const gr = g - gl;
      const gain = (gl * gl) / (hl + options.ridge) + (gr * gr) / (hr + options.ridge) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { gain, feature, bin: b };
    }
  }
  return best;
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = (a[i] as number) - (b[i] as number);
  return out;
}

interface GrowingTree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
}

function growTree(growth: Growth, rows: Int32Array): Tree {
  const { sample, options, gradient, hessian } = growth;
  const tree: GrowingTree = { feature: [], threshold: [], left: [], right: [], value: [] };
  const addLeaf = (inside: Int32Array, histogram: Float64Array): Leaf => {
    let [g, h] = [0, 0];
    for (const i of inside) {
      g += gradient[i] ?? 0;
      h += hessian[i] ?? 0;
    }
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.value.push(Number(((-options.shrinkage * g) / (h + options.ridge)).toFixed(4)));
    return { node: tree.feature.length - 1, rows: inside, histogram, best: bestSplit(histogram, growth) };
  };
  const leaves: Leaf[] = [addLeaf(rows, histogramOf(rows, growth))];
  while (leaves.length < options.leaves) {
    const leaf = leaves.reduce((a, b) => ((b.best?.gain ?? 0) > (a.best?.gain ?? 0) ? b : a));
    if (!leaf.best) break;
    const { feature, bin } = leaf.best;
    const bins = sample.bins[feature] as Uint8Array;
    const leftRows = leaf.rows.filter((i) => (bins[i] as number) <= bin);
    const rightRows = leaf.rows.filter((i) => (bins[i] as number) > bin);
    const smallerIsLeft = leftRows.length < rightRows.length;
    const small = histogramOf(smallerIsLeft ? leftRows : rightRows, growth);
    const large = subtract(leaf.histogram, small);
    const left = addLeaf(leftRows, smallerIsLeft ? small : large);
    const right = addLeaf(rightRows, smallerIsLeft ? large : small);
    tree.feature[leaf.node] = feature;
    tree.threshold[leaf.node] = sample.edges[feature]?.[bin] ?? 0;
    tree.left[leaf.node] = left.node;
    tree.right[leaf.node] = right.node;
    leaves.splice(leaves.indexOf(leaf), 1, left, right);
  }
  return tree;
}

function addTree(tree: Tree, sample: BinnedSample, scores: Float64Array): void {
  const bins = tree.feature.map((f, n) =>
    f < 0 ? 0 : binOf(sample.edges[f] as Float64Array, tree.threshold[n] ?? 0),
  );
  for (let i = 0; i < sample.count; i++) {
    let node = 0;
    let feature = tree.feature[0] as number;
    while (feature >= 0) {
      const bin = (sample.bins[feature] as Uint8Array)[i] as number;
      node = (bin <= (bins[node] as number) ? tree.left[node] : tree.right[node]) as number;
      feature = tree.feature[node] as number;
    }
    scores[i] = (scores[i] as number) + (tree.value[node] as number);
  }
}

function pick(
  count: number,
  share: number,
  random: () => number,
  takes: (i: number) => boolean = () => true,
): Int32Array {
  const out: number[] = [];
  for (let i = 0; i < count; i++) if (random() < share && takes(i)) out.push(i);
  return Int32Array.from(out.length ? out : [0]);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function boostTrees(sample: BinnedSample, options: BoostOptions): BoostedTrees {
  const random = seededRandom(options.seed);
  const n = sample.count;
  let [yes, all] = [0, 0];
  for (let i = 0; i < n; i++) {
    yes += (sample.weights[i] ?? 0) * (sample.answers[i] ?? 0);
    all += sample.weights[i] ?? 0;
  }
  const base = Number(Math.log((yes + 1e-3) / (all - yes + 1e-3)).toFixed(4));
  const scores = new Float64Array(n).fill(base);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = sigmoid(scores[i] as number);
      const w = sample.weights[i] as number;
      gradient[i] = w * (p - (sample.answers[i] as number));
      hessian[i] = w * Math.max(1e-6, p * (1 - p));
    }
    const features = pick(sample.names.length, options.featureShare, random);
    const tree = growTree(
      { sample, options, random, features, gradient, hessian },
      // Rows of no weight are held out.
      pick(n, options.rowShare, random, (i) => (sample.weights[i] ?? 0) > 0),
    );
    addTree(tree, sample, scores);
    trees.push(tree);
  }
  return { features: sample.names, base, trees };
}

/** One sum of trees that says what several say on average: each is wrong in its own way. */
export function averageTrees(models: readonly BoostedTrees[]): BoostedTrees {
  const share = (value: number): number => Number((value / models.length).toFixed(4));
  return {
    features: models[0]?.features ?? [],
    base: share(models.reduce((sum, { base }) => sum + base, 0)),
    trees: models.flatMap(({ trees }) => trees.map((tree) => ({ ...tree, value: tree.value.map(share) }))),
  };
}

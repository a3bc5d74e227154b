/** From sampled pages to the trees of the block model. */
import type { BoostedTrees } from "../../extractor/model/boosted-trees.ts";
import { type BinnedSample, binSample } from "./bin-sample.ts";
import { averageTrees, type BoostOptions, boostTrees, seededRandom } from "./boost-trees.ts";
import type { PageSample } from "./page-sample.ts";

/** A page with more blocks than this is sampled: its thousand-and-first table cell teaches nothing new. */
const MOST_BLOCKS = 150;

export interface BlockSample {
  readonly binned: BinnedSample;
  /** The fold of each row's page. */
  readonly folds: Uint8Array;
}

export interface TreeOptions extends BoostOptions {
  /** Models that are averaged. */
  readonly forests: number;
}

export function toBlockSample(pages: readonly PageSample[], seed: number): BlockSample {
  const rows: Float32Array[] = [];
  const answers: number[] = [];
  const weights: number[] = [];
  const folds: number[] = [];
  const random = seededRandom(seed);
  for (const { table, fold, answers: known, weights: heavy } of pages) {
    const share = Math.min(1, MOST_BLOCKS / known.filter((answer) => answer !== null).length);
    table.rows.forEach((row, i) => {
      const answer = known[i] ?? null;
      if (answer === null || random() >= share) return;
      rows.push(row);
      answers.push(answer);
      weights.push((heavy[i] ?? 0) / share);
      folds.push(fold);
    });
  }
  const mean = weights.reduce((a, b) => a + b, 0) / weights.length;
  const names = pages.find(({ table }) => table.names.length)?.table.names ?? [];
  const scaled = weights.map((weight) => weight / mean);
  return { binned: binSample({ names, rows, answers, weights: scaled }), folds: Uint8Array.from(folds) };
}

/** @param heldOut The fold that is not learned from; none when left out. */
export function learnTrees(
  { binned, folds }: BlockSample,
  { forests, ...options }: TreeOptions,
  heldOut?: number,
): BoostedTrees {
  const weights = Float64Array.from(folds, (of, i) => (of === heldOut ? 0 : (binned.weights[i] ?? 0)));
  return averageTrees(
    Array.from({ length: forests }, (_, i) =>
      boostTrees({ ...binned, weights }, { ...options, seed: options.seed + i }),
    ),
  );
}

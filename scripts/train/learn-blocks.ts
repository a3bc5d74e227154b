/** From sampled pages to the trees of the block model, and to what trees say that do not know a page's host. */
import { type BoostedTrees, logOdds } from "../../extractor/model/boosted-trees.ts";
import {
  averageTrees,
  type BinnedSample,
  binSample,
  type BoostOptions,
  boostTrees,
  seededRandom,
} from "./boost-trees.ts";
import { FOLDS } from "./hold-out-types.ts";
import type { PageSample } from "./page-sample.ts";

/** A page with more blocks than this is sampled: its thousand-and-first table cell teaches nothing new. */
const MOST_BLOCKS = 150;

export interface BlockSample {
  readonly binned: BinnedSample;
  /** The fold of each row's page. */
  readonly folds: Uint8Array;
}

export interface LearnOptions extends BoostOptions {
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

export const learnBlocks = (binned: BinnedSample, options: LearnOptions): BoostedTrees =>
  averageTrees(
    Array.from({ length: options.forests }, (_, i) =>
      boostTrees(binned, { ...options, seed: options.seed + i }),
    ),
  );

/** Log odds of every block of the pages. */
export type Odds = ReadonlyMap<PageSample, Float64Array>;

export const askBlocks = (model: BoostedTrees, pages: readonly PageSample[]): Odds =>
  new Map(pages.map((page) => [page, Float64Array.from(page.table.rows, (row) => logOdds(model, row))]));

/** Asks about every page a model that learned from the pages of other hosts alone. */
export function crossValidate(
  pages: readonly PageSample[],
  sample: BlockSample,
  options: LearnOptions,
): Odds {
  const { binned, folds } = sample;
  const odds = new Map<PageSample, Float64Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = Float64Array.from(folds, (of, i) => (of === fold ? 0 : (binned.weights[i] ?? 0)));
    const model = learnBlocks({ ...binned, weights }, options);
    const held = pages.filter((page) => page.fold === fold);
    for (const [page, values] of askBlocks(model, held)) odds.set(page, values);
    console.error(`fold ${fold + 1} of ${FOLDS}: ${held.length} pages judged`);
  }
  return odds;
}

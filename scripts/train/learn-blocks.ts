/** From sampled pages to the block model, and to what models say that do not know a page's host. */
import { type BoostedTrees, logOdds } from "../../extractor/model/boosted-trees.ts";
import { mixOdds } from "../../extractor/model/mix-odds.ts";
import { type NeighbourNet, neighbourOdds } from "../../extractor/model/neighbour-net.ts";
import { FOLDS } from "./hold-out-types.ts";
import { type BlockSample, learnTrees, toBlockSample, type TreeOptions } from "./learn-trees.ts";
import { type NetPage, planReading, type Reading, toNetPage } from "./net-pages.ts";
import type { PageSample } from "./page-sample.ts";
import type { NetOptions } from "./start-net.ts";
import { trainNet } from "./train-net.ts";

export interface LearnOptions {
  readonly trees: TreeOptions;
  readonly net: NetOptions;
}

/** All that is learned from, in the forms that trees and network take it. */
export interface Lessons {
  readonly sample: BlockSample;
  readonly reading: Reading;
  readonly netPages: readonly NetPage[];
}

/** The two halves of the block model. */
export interface LearnedModel {
  readonly trees: BoostedTrees;
  readonly net: NeighbourNet;
}

export function toLessons(pages: readonly PageSample[], seed: number): Lessons {
  const reading = planReading(pages);
  return {
    sample: toBlockSample(pages, seed),
    reading,
    netPages: pages.map((page) => toNetPage(page, reading)),
  };
}

/** @param heldOut The fold that is not learned from; none when left out. */
export function learnBlocks(
  { sample, reading, netPages }: Lessons,
  options: LearnOptions,
  heldOut?: number,
): LearnedModel {
  return {
    trees: learnTrees(sample, options.trees, heldOut),
    net: trainNet(
      netPages.filter(({ fold }) => fold !== heldOut),
      reading,
      options.net,
    ),
  };
}

/** Log odds of every block of the pages. */
export type Odds = ReadonlyMap<PageSample, Float64Array>;

/** The rows of a page as a sheet: column after column. */
function toSheet({ table: { names, rows } }: PageSample): Float32Array {
  const values = new Float32Array(names.length * rows.length);
  rows.forEach((row, i) => {
    for (let column = 0; column < names.length; column++)
      values[column * rows.length + i] = row[column] as number;
  });
  return values;
}

function askAboutPage({ trees, net }: LearnedModel, page: PageSample): Float64Array {
  const { rows } = page.table;
  const around = neighbourOdds(net, toSheet(page), rows.length);
  return Float64Array.from(rows, (row, i) => mixOdds(logOdds(trees, row), around[i] as number));
}

export const askBlocks = (model: LearnedModel, pages: readonly PageSample[]): Odds =>
  new Map(pages.map((page) => [page, askAboutPage(model, page)]));

/** Asks about every page a model that learned from the pages of other hosts alone. */
export function crossValidate(pages: readonly PageSample[], lessons: Lessons, options: LearnOptions): Odds {
  const odds = new Map<PageSample, Float64Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learnBlocks(lessons, options, fold);
    const held = pages.filter((page) => page.fold === fold);
    for (const [page, values] of askBlocks(model, held)) odds.set(page, values);
    console.error(`fold ${fold + 1} of ${FOLDS}: ${held.length} pages judged`);
  }
  return odds;
}

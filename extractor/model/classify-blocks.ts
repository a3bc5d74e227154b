/**
 * The block model, trees and a network over neighbouring blocks: for every block of a page, how likely it is to be content.
 * It mends what Readability and the passes answer both ways, as their answer is among its features.
 */
import type { PageType } from "../../types.ts";
import type { PageClass } from "../page-type/classify-page.ts";
import type { Page } from "../page.ts";
import { type Chances, measureBlocks } from "./block-features.ts";
import modelFile from "./block-model.json" with { type: "json" };
import { type BoostedTrees, type Contribution, contributions, probability } from "./boosted-trees.ts";
import { anyRanges } from "./column-ranges.ts";
import { featureNames, FeatureSheet } from "./feature-sheet.ts";
import { type Grove, logOddsOfRows, plantGrove } from "./grove.ts";
import { mixOdds, shareOfNet, shareOfTrees, treesFor } from "./mix-odds.ts";
import netFile from "./neighbour-model.json" with { type: "json" };
import { type ModelFile, readModel } from "./read-model.ts";
import { readNet } from "./read-net.ts";
import type { RuleAnswer } from "./rule-answer.ts";
import { createNetReader, type NetReader } from "./run-net.ts";
import { settleRows } from "./settle-rows.ts";

/** The rule's name in the ledger. */
export const BLOCK_MODEL_RULE = "block-model";

/**
 * The least probability of a block of content, by the type that its page is taken for. On pages of many small parts the
 * model is less sure of everything, and losing what may be content costs more than keeping what may not. Each was chosen
 * by word F1, cross-validated over hosts; a tenth more or less costs under .005.
 */
const LEAST_PROBABILITIES: Readonly<Record<PageType, number>> = {
  article: 0.5,
  documentation: 0.35,
  forum: 0.5,
  service: 0.4,
  product: 0.5,
  listing: 0.3,
  collection: 0.3,
  other: 0.35,
};

/** The least probability of a block of content on a page of this type. */
export const contentProbability = (pageType: PageType): number => LEAST_PROBABILITIES[pageType];

export interface BlockVerdict {
  /** 0 to 1: how likely the block is content. */
  readonly probability: number;
  readonly isContent: boolean;
  /** What spoke for and against, strongest first; worked out when asked. */
  readonly reasons: () => readonly Contribution[];
}

interface BlockModel {
  readonly trees: BoostedTrees;
  readonly grove: Grove;
  readonly askNet: NetReader;
  /**
   * Where the sheet of one page after the other lies: memory that is at hand is faster than new memory. As long as there is a
   * sheet, V8 keeps the code that it compiled for sheets, too.
   */
  readonly room: FeatureSheet;
}

/** Blocks of a long page; a longer one gets memory of its own. */
const ROOM = 1500;

/** How the part of the network is named among the reasons: it has no single feature to show. */
const AROUND = "blocks-around";

// Reading the files costs some milliseconds; the columns are the same on every page.
const models = new WeakMap<ModelFile, BlockModel>();

function blockModel(): BlockModel {
  const file: ModelFile = modelFile;
  const known = models.get(file);
  if (known) return known;
  const trees = readModel(file, featureNames());
  const model = {
    trees,
    grove: plantGrove(trees),
    askNet: createNetReader(readNet(netFile, featureNames())),
    room: new FeatureSheet(ROOM),
  };
  models.set(file, model);
  return model;
}

/** Log odds of a probability; NaN where only rounding reaches it, infinite where nothing does. */
const oddsOf = (p: number): number =>
  p > 0 && p < 1 ? Math.log(p / (1 - p)) : p > 1 ? Number.POSITIVE_INFINITY : Number.NaN;

/**
 * Which blocks of a page are content, as 1 or 0, in the order of `page.blocks`: those with the least probability that
 * `least` gives for each; none where that is above 1. The same as asking classifyBlocks, but that no tree is asked once the answer
 * is certain.
 */
export function judgeBlocks(
  page: Page,
  rules: RuleAnswer,
  { chances, least }: { readonly chances: Chances; readonly least: Float64Array },
): Uint8Array {
  if (page.blocks.length === 0) return new Uint8Array(0);
  const { grove, askNet, room } = blockModel();
  const { values, rows } = measureBlocks(page, rules, { chances, room });
  const ranges = anyRanges(values.length / rows);
  const around = askNet(values, rows, ranges);
  const limits = new Float64Array(rows);
  for (let i = 0; i < rows; i++) limits[i] = treesFor(oddsOf(least[i] as number), around[i] as number);
  const odds = settleRows(grove, values, { rows, limits, ranges });
  const verdicts = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const p = probability(mixOdds(odds[i] as number, around[i] as number));
    verdicts[i] = p >= (least[i] as number) ? 1 : 0;
  }
  return verdicts;
}

/** Judges all blocks of a page, in the order of `page.blocks`. */
export function classifyBlocks(
  page: Page,
  rules: RuleAnswer,
  { pageType, chances }: PageClass,
): readonly BlockVerdict[] {
  const sheet = measureBlocks(page, rules, { chances });
  const { trees, grove, askNet } = blockModel();
  const least = contentProbability(pageType);
  const around = askNet(sheet.values, sheet.rows);
  return Array.from(logOddsOfRows(grove, sheet.values, sheet.rows), (odds, i) => {
    const byNet = around[i] as number;
    const p = probability(mixOdds(odds, byNet));
    return {
      probability: p,
      isContent: p >= least,
      reasons: () => withNet(contributions(trees, sheet.row(i)), byNet),
    };
  });
}

/** The reasons of both halves, strongest first. */
function withNet(ofTrees: readonly Contribution[], byNet: number): readonly Contribution[] {
  const net = { feature: AROUND, value: probability(byNet), weight: shareOfNet(byNet) };
  return [net, ...ofTrees.map((reason) => ({ ...reason, weight: shareOfTrees(reason.weight) }))].toSorted(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
  );
}

/** Reasons in words, for the ledger: `named-comment 2 (-1.3), link-share 0.9 (-0.8)`. */
export function tellReasons(reasons: readonly Contribution[], most = 3): string {
  return reasons
    .slice(0, most)
    .map(
      ({ feature, value, weight }) =>
        `${feature} ${Number(value.toPrecision(3))} (${weight > 0 ? "+" : ""}${weight.toFixed(1)})`,
    )
    .join(", ");
}

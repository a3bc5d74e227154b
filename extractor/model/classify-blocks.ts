/**
 * The block model: for every block of a page, how likely it is to be content. It mends Readability's choice both ways,
 * as Readability's choice is one of its features.
 */
import type { Page } from "../page.ts";
import { blockFeatures } from "./block-features.ts";
import modelFile from "./block-model.json" with { type: "json" };
import {
  type BoostedTrees,
  type Contribution,
  contributions,
  logOdds,
  probability,
} from "./boosted-trees.ts";
import { type ModelFile, readModel } from "./read-model.ts";
import type { ReadabilityChoices } from "./readability-choices.ts";

/** The rule's name in the ledger. */
export const BLOCK_MODEL_RULE = "block-model";

/** From this probability on, a block is content. Chosen on hosts that the model was not trained on. */
export const CONTENT_PROBABILITY = 0.5;

export interface BlockVerdict {
  /** 0 to 1: how likely the block is content. */
  readonly probability: number;
  readonly isContent: boolean;
  /** What spoke for and against, strongest first; worked out when asked. */
  readonly reasons: () => readonly Contribution[];
}

// Reading the file costs a millisecond; the columns are the same on every page.
const models = new WeakMap<ModelFile, BoostedTrees>();

function modelFor(names: readonly string[]): BoostedTrees {
  const file: ModelFile = modelFile;
  const known = models.get(file);
  if (known) return known;
  const model = readModel(file, names);
  models.set(file, model);
  return model;
}

/** Judges all blocks of a page, in the order of `page.blocks`. */
export function classifyBlocks(page: Page, choices: ReadabilityChoices): readonly BlockVerdict[] {
  const { names, rows } = blockFeatures(page, choices);
  if (!rows.length) return [];
  const model = modelFor(names);
  return rows.map((row) => {
    const p = probability(logOdds(model, row));
    return { probability: p, isContent: p >= CONTENT_PROBABILITY, reasons: () => contributions(model, row) };
  });
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

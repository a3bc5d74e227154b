/** Grows the trees of the page-type model: for each type those that tell it from all the others. */
import {
  KNOWN_TYPES,
  type KnownType,
  type PageTypeModel,
  rowOf,
} from "../../extractor/page-type/classify-page.ts";
import { type ModelFile, toModelFile } from "../../extractor/model/read-model.ts";
import { type BinnedSample, binSample, type BoostOptions, boostTrees } from "./boost-trees.ts";
import type { TypedPage } from "./typed-page.ts";

// Small trees on few measures each: larger ones, more of them and more measures gained nothing on held-out hosts.
const ARTICLE_OPTIONS: BoostOptions = {
  trees: 400,
  leaves: 8,
  shrinkage: 0.03,
  rowShare: 0.7,
  featureShare: 0.1,
  leastHessian: 1,
  leastRows: 8,
  ridge: 3,
  seed: 1,
};
/** The other types only need a name once a page is no article. */
const OTHER_OPTIONS: BoostOptions = { ...ARTICLE_OPTIONS, trees: 80, leaves: 5, shrinkage: 0.12 };

/** What a page weighs whose type nobody noted: enough to teach other makes of article, too little to hide other types. */
const UNTYPED_WEIGHT = 0.1;
/** What the bare copy of a page weighs: with it, pages without metadata and class names are told apart better. */
const BARE_WEIGHT = 0.2;

interface Answers {
  readonly types: readonly KnownType[];
  readonly binned: BinnedSample;
}

function toSample(pages: readonly TypedPage[]): Answers {
  const copies = pages.flatMap(({ type, isTyped, measures, bareMeasures }) => {
    const weight = isTyped ? 1 : UNTYPED_WEIGHT;
    return [
      { type, measures, weight },
      { type, measures: bareMeasures, weight: weight * BARE_WEIGHT },
    ];
  });
  return {
    types: copies.map(({ type }) => type),
    binned: binSample({
      names: Object.keys(copies[0]?.measures ?? {}),
      rows: copies.map(({ measures }) => rowOf(measures)),
      answers: [],
      weights: copies.map(({ weight }) => weight),
    }),
  };
}

function growOne(wanted: KnownType, { types, binned }: Answers): ModelFile {
  const answers = types.map((type) => Number(type === wanted));
  const model = boostTrees({ ...binned, answers }, wanted === "article" ? ARTICLE_OPTIONS : OTHER_OPTIONS);
  return toModelFile(model, `Boosted trees over page measures: log odds of a page being: ${wanted}.`);
}

export function growPageModel(pages: readonly TypedPage[]): PageTypeModel {
  const answers = toSample(pages);
  return Object.fromEntries(KNOWN_TYPES.map((type) => [type, growOne(type, answers)])) as PageTypeModel;
}

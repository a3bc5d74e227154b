import type { PageType } from "../../types.ts";
import { logOdds, probability, type BoostedTrees } from "../model/boosted-trees.ts";
import { readModel, type ModelFile } from "../model/read-model.ts";
import { measurePage, type PageMeasures, type PageToMeasure } from "./measure-page.ts";
import modelFile from "./weights.json" with { type: "json" };

/**
 * A page counts as an article from this probability on: where precision and recall meet on cross-validated training
 * hosts. Lower lets front pages and sales pages in, higher loses articles that look like them.
 */
export const ARTICLE_FROM = 0.53;

/** At the root of a site 45 of 47 known pages are front pages, so an article there has to look like nothing else. */
export const ROOT_ARTICLE_FROM = 0.85;

/**
 * A page whose own metadata names an author and a date of publication gets the benefit of the doubt: a false "no
 * article" loses it. Documentation and forum software states both of pages that are none.
 */
export const CLAIMED_ARTICLE_FROM = 0.35;

/** The page types that the model tells apart. */
export const KNOWN_TYPES = [
  "article",
  "forum",
  "documentation",
  "listing",
  "product",
  "service",
  "collection",
] as const satisfies readonly PageType[];
export type KnownType = (typeof KNOWN_TYPES)[number];

/** For each type trees that tell it from all the others. */
export type PageTypeModel = Readonly<Record<KnownType, ModelFile>>;

export interface PageClass {
  readonly pageType: PageType;
  /** The page type's probability, 0 to 1. */
  readonly confidence: number;
  readonly isArticle: boolean;
  /** Each type's probability, judged for itself: they need not sum to 1. */
  readonly chances: Readonly<Record<KnownType, number>>;
}

// Reading the file takes a millisecond or two; the measures' names are the same on every page.
const models = new WeakMap<PageTypeModel, ReadonlyMap<KnownType, BoostedTrees>>();

function modelsFor(file: PageTypeModel, names: readonly string[]): ReadonlyMap<KnownType, BoostedTrees> {
  const known = models.get(file);
  if (known) return known;
  const read = new Map(KNOWN_TYPES.map((type) => [type, readModel(file[type], names)]));
  models.set(file, read);
  return read;
}

/** The measures as a row in the order of their names, in the precision that the model was trained with. */
export const rowOf = (measures: PageMeasures): Float32Array => Float32Array.from(Object.values(measures));

function articleFrom(measures: PageMeasures): number {
  if (measures["urlRoot"] === 1) return ROOT_ARTICLE_FROM;
  const claims = measures["claimsAuthor"] === 1 && measures["claimsDate"] === 1;
  const otherwise = measures["generatorDocs"] === 1 || measures["generatorForum"] === 1;
  return claims && !otherwise ? CLAIMED_ARTICLE_FROM : ARTICLE_FROM;
}

/** What kind of page these measures describe, by a model other than Galley's own when one is given. */
export function classifyMeasures(measures: PageMeasures, file: PageTypeModel = modelFile): PageClass {
  const row = rowOf(measures);
  const chances = Object.fromEntries(
    [...modelsFor(file, Object.keys(measures))].map(([type, model]) => [
      type,
      probability(logOdds(model, row)),
    ]),
  ) as Record<KnownType, number>;
  const from = articleFrom(measures);
  let pageType: KnownType = "article";
  if (chances.article < from) {
    pageType = "listing";
    for (const type of KNOWN_TYPES)
      if (type !== "article" && chances[type] > chances[pageType]) pageType = type;
  }
  return { pageType, confidence: chances[pageType], isArticle: pageType === "article", chances };
}

/** What kind of page this is, judged before anything is removed from it. Pure; one walk over the body. */
export function classifyPage(page: PageToMeasure): PageClass {
  return classifyMeasures(measurePage(page));
}

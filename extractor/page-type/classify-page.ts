import { PAGE_TYPES, type PageType } from "../../types.ts";
import { predict, type BoostedTrees } from "./boosted-trees.ts";
import { measurePage, type PageMeasures, type PageToMeasure } from "./measure-page.ts";
import weights from "./weights.json" with { type: "json" };

/**
 * A page counts as an article from this probability on. Chosen on cross-validated training hosts and checked on
 * validation hosts: lower lets front pages and sales pages in, higher loses articles that look like them.
 */
export const ARTICLE_FROM = 0.52;

export interface PageClass {
  readonly pageType: PageType;
  /** The page type's probability, 0 to 1. */
  readonly confidence: number;
  readonly isArticle: boolean;
  /** Probability of every page type that the model knows. */
  readonly chances: Readonly<Partial<Record<PageType, number>>>;
}

const model: BoostedTrees = weights;

const isPageType = (name: string): name is PageType => (PAGE_TYPES as readonly string[]).includes(name);

/** What kind of page these measures describe. */
export function classifyMeasures(measures: PageMeasures): PageClass {
  const probabilities = predict(model, measures);
  const chances: Partial<Record<PageType, number>> = {};
  for (const [index, name] of model.classes.entries())
    if (isPageType(name)) chances[name] = probabilities[index] ?? 0;
  const article = chances.article ?? 0;
  let pageType: PageType = article >= ARTICLE_FROM ? "article" : "other";
  if (pageType === "other") {
    let best = -1;
    for (const name of PAGE_TYPES) {
      const chance = chances[name] ?? -1;
      if (name !== "article" && chance > best) [pageType, best] = [name, chance];
    }
  }
  return { pageType, confidence: chances[pageType] ?? 0, isArticle: pageType === "article", chances };
}

/** What kind of page this is, judged before anything is removed from it. Pure; well under a millisecond plus one walk over the body. */
export function classifyPage(page: PageToMeasure): PageClass {
  return classifyMeasures(measurePage(page));
}

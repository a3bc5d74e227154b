import type { PageType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import { probability } from "../model/boosted-trees.ts";
import { logOddsOfRow, plantGrove, type Grove } from "../model/grove.ts";
import { readModel, type ModelFile } from "../model/read-model.ts";
import { measurePage, type PageMeasures, type PageToMeasure } from "./measure-page.ts";
import modelFile from "./weights.json" with { type: "json" };

/**
 * A page counts as an article from this share of all chances on. A share, because a page that shows little of itself has
 * small chances of everything. Lower lets front pages and sales pages in, higher loses articles that look like them.
 */
export const ARTICLE_FROM = 0.65;

/** At the root of a site 45 of 47 known pages are front pages, so an article there has to look like nothing else. */
export const ROOT_ARTICLE_FROM = 0.85;

/**
 * Lists, threads and shops show themselves by what they hold many of. On a page of few words, mostly prose, where nothing
 * else is likely, the article is what is left; a false "no article" loses it.
 */
const SMALL = { words: 400, prose: 3, linkShare: 1 / 3, other: 0.25 } as const;

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
const models = new WeakMap<PageTypeModel, ReadonlyMap<KnownType, Grove>>();

function modelsFor(file: PageTypeModel, measures: PageMeasures): ReadonlyMap<KnownType, Grove> {
  const known = models.get(file);
  if (known) return known;
  const names = Object.keys(measures);
  const read = new Map(KNOWN_TYPES.map((type) => [type, plantGrove(readModel(file[type], names))]));
  models.set(file, read);
  return read;
}

/** The measures as a row in the order of their names, in the precision that the model was trained with. */
export const rowOf = (measures: PageMeasures): Float32Array => Float32Array.from(Object.values(measures));

/**
 * What kind of page these measures describe, by a model other than Galley's own when one is given.
 * @param options.words Words on the page, where they are known; how many matters only while they are few.
 */
export function classifyMeasures(
  measures: PageMeasures,
  options: { readonly model?: PageTypeModel; readonly words?: number } = {},
): PageClass {
  const row = rowOf(measures);
  const chances = Object.fromEntries(
    [...modelsFor(options.model ?? modelFile, measures)].map(([type, model]) => [
      type,
      probability(logOddsOfRow(model, row, { row: 0, rows: 1 })),
    ]),
  ) as Record<KnownType, number>;
  const isRoot = measures["urlRoot"] === 1;
  const other = likeliestOther(chances);
  const isArticle = isRoot
    ? chances.article >= ROOT_ARTICLE_FROM
    : articleShare(chances) >= ARTICLE_FROM ||
      (chances[other] < SMALL.other && isSmallProse(measures, options.words));
  const pageType = isArticle ? "article" : other;
  return { pageType, confidence: chances[pageType], isArticle, chances };
}

function isSmallProse(measures: PageMeasures, words: number | undefined): boolean {
  const { prose = 0, linkShare = 1 } = measures;
  return (words ?? SMALL.words) < SMALL.words && prose >= SMALL.prose && linkShare < SMALL.linkShare;
}

/** The article's part of all chances, 0 to 1. */
export function articleShare(chances: PageClass["chances"]): number {
  return chances.article / Object.values(chances).reduce((sum, chance) => sum + chance, 0);
}

function likeliestOther(chances: PageClass["chances"]): KnownType {
  const others = KNOWN_TYPES.filter((type) => type !== "article");
  return others.reduce((best, type) => (chances[type] > chances[best] ? type : best), "listing");
}

/**
 * What kind of page this is, judged before anything is removed from it. Pure; one walk over the body.
 * @param model One that does not know the page, for training on it; Galley's own when left out.
 */
export function classifyPage(page: PageToMeasure, model?: PageTypeModel): PageClass {
  const words = countWords(page.blocks);
  return classifyMeasures(measurePage(page), model ? { model, words } : { words });
}

/** Words on a page, or as many as are no longer few. */
function countWords(blocks: readonly Block[]): number {
  let words = 0;
  for (let i = 0; i < blocks.length && words < SMALL.words; i++)
    words += countSpaces((blocks[i] as Block).text) + 1;
  return words;
}

function countSpaces(text: string): number {
  let spaces = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) spaces++;
  return spaces;
}

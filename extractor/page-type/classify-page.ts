import type { PageType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import { measurePage, type PageMeasures, type PageToMeasure } from "./measure-page.ts";
import { measureTeasers } from "./measure-teasers.ts";
import { readTypeNet, typeChances, type TypeNet, type TypeNetFile } from "./type-net.ts";
import modelFile from "./weights.json" with { type: "json" };

/**
 * A page counts as an article from this chance on. Lower lets front pages and sales pages in, higher loses articles that
 * look like them. Chosen where precision and recall meet, near .95, cross-validated over hosts.
 */
export const ARTICLE_FROM = 0.45;

/** At the root of a site 45 of 47 known pages are front pages, so an article there has to look like nothing else. */
export const ROOT_ARTICLE_FROM = 0.85;

/**
 * Lists, threads and shops show themselves by what they hold many of. On a page of few words, mostly prose, where nothing
 * else is likely, the article is what is left; a false "no article" loses it.
 */
const SMALL = { words: 400, prose: 3, linkShare: 1 / 3, article: 0.25 } as const;

/** A page of which so much is teasers is a list of them, where the model is in doubt and where it is not. */
const TEASERS = { share: 0.5, shareWhereSure: 0.8 } as const;

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

/** The network of page types as it stands in its file. */
export type PageTypeModel = TypeNetFile;

export interface PageClass {
  readonly pageType: PageType;
  /** The page type's probability, 0 to 1. */
  readonly confidence: number;
  readonly isArticle: boolean;
  /** Each type's probability; they sum to 1. */
  readonly chances: Readonly<Record<KnownType, number>>;
}

// Reading the file takes a millisecond or two; the measures' names are the same on every page.
const models = new WeakMap<PageTypeModel, TypeNet>();

function netFor(file: PageTypeModel, measures: PageMeasures): TypeNet {
  const known = models.get(file);
  if (known) return known;
  if (file.types.join() !== KNOWN_TYPES.join()) throw new Error("the network tells other page types apart");
  const read = readTypeNet(file, Object.keys(measures));
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
  const net = netFor(options.model ?? modelFile, measures);
  const found = typeChances(net, rowOf(measures));
  const chances = Object.fromEntries(KNOWN_TYPES.map((type, t) => [type, found[t]])) as Record<
    KnownType,
    number
  >;
  const isArticle =
    chances.article >= leastArticle(measures, options.words) || isClaimedArticle(measures, chances);
  return classAs(isArticle ? "article" : likeliestOther(chances), chances);
}

const classAs = (pageType: KnownType, chances: PageClass["chances"]): PageClass => ({
  pageType,
  confidence: chances[pageType],
  isArticle: pageType === "article",
  chances,
});

/**
 * What a page claims settles it where the article is the likeliest type, if not likely enough: a short text among much
 * furniture, and in languages of which the model has seen few pages. A page of a date, as plugins call every page an article.
 */
function isClaimedArticle(measures: PageMeasures, chances: PageClass["chances"]): boolean {
  return (
    measures["urlRoot"] !== 1 &&
    claimsDatedArticle(measures) &&
    chances.article > chances[likeliestOther(chances)]
  );
}

const claimsDatedArticle = ({ mainArticle, ogArticle, hasDate }: PageMeasures): boolean =>
  mainArticle === 1 || (ogArticle === 1 && hasDate === 1);

/** The least chance of an article. */
function leastArticle(measures: PageMeasures, words: number | undefined): number {
  if (measures["urlRoot"] === 1) return ROOT_ARTICLE_FROM;
  return isSmallProse(measures, words) ? SMALL.article : ARTICLE_FROM;
}

function isSmallProse(measures: PageMeasures, words: number | undefined): boolean {
  const { prose = 0, linkShare = 1 } = measures;
  return (words ?? SMALL.words) < SMALL.words && prose >= SMALL.prose && linkShare < SMALL.linkShare;
}

function likeliestOther(chances: PageClass["chances"]): KnownType {
  const others = KNOWN_TYPES.filter((type) => type !== "article");
  return others.reduce((best, type) => (chances[type] > chances[best] ? type : best), "listing");
}

/**
 * What kind of page this is, judged before anything is removed from it. Pure.
 * @param model One that does not know the page, for training on it; Galley's own when left out.
 */
export function classifyPage(page: PageToMeasure, model?: PageTypeModel): PageClass {
  const words = countWords(page.blocks);
  const measures = measurePage(page);
  const pageClass = classifyMeasures(measures, model ? { model, words } : { words });
  const { chances } = pageClass;
  if (claimsDatedArticle(measures)) {
    return isOneArticle(page, pageClass) ? classAs("article", chances) : pageClass;
  }
  return pageClass.isArticle && isTeaserList(page, pageClass)
    ? classAs(likeliestOther(chances), chances)
    : pageClass;
}

/** A list has many headlines: one article element, around the page's only first heading, is no list. */
function isOneArticle({ body }: PageToMeasure, { isArticle, pageType, chances }: PageClass): boolean {
  if (isArticle || chances.article < SMALL.article || !LISTS.has(pageType)) return false;
  const [only, ...others] = body.querySelectorAll("article");
  return (
    only !== undefined &&
    others.length === 0 &&
    only.querySelector("h1") !== null &&
    body.querySelectorAll("h1").length === 1
  );
}

/** Of the known articles that do not claim to be one, none has so much of its prose under links to other pages. */
function isTeaserList(page: PageToMeasure, { confidence }: PageClass): boolean {
  const least = confidence < ROOT_ARTICLE_FROM ? TEASERS.share : TEASERS.shareWhereSure;
  return measureTeasers(page) >= least;
}

const LISTS: ReadonlySet<PageType> = new Set<PageType>(["listing", "collection"]);

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

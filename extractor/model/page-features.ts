/** What is the same for all blocks of a page: how much text it has and of what kind, and what the rules made of it. */
import { KNOWN_TYPES, type PageClass } from "../page-type/classify-page.ts";
import type { Block } from "../blocks.ts";
import { isDated } from "../metadata/is-dated.ts";
import type { Page } from "../page.ts";
import type { Surroundings } from "./around-features.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import type { PageMaps } from "./page-maps.ts";
import { FAR, FIRST_ROLE, LANDMARKS } from "./landmarks.ts";
import { type Frame, levelsToMark, type PageOutline } from "./page-outline.ts";
import { type PageStats, shareOfHidden } from "./page-stats.ts";
import { ROLE_HINTS } from "./role-words.ts";
import type { RuleAnswer } from "./rule-answer.ts";
import {
  BLOCKS as SUM_BLOCKS,
  KEPT_SHARE,
  LINK_SHARE as SUM_LINK_SHARE,
  PROSE as SUM_PROSE,
  sumAt,
  WORDS as SUM_WORDS,
} from "./sums.ts";

const BLOCKS = feature("page-blocks");
const WORDS = feature("page-words");
const PROSE = feature("page-prose");
const PROSE_SHARE = feature("page-prose-share");
const LINK_SHARE = feature("page-link-share");
const KEPT = feature("page-kept");
const KEPT_WORDS = feature("page-kept-words");
const HEADINGS = feature("page-headings");
const LIST_ITEMS = feature("page-list-items");
const CENTRE_WORDS = feature("page-centre-words");
const CENTRE_LINK_SHARE = feature("page-centre-link-share");
const CENTRE_DEPTH = feature("page-centre-depth");
const CENTRES_APART = feature("page-centres-apart");
const HIDDEN_SHARE = feature("page-hidden-share");
const ATTEMPTED = feature("page-attempted");
const LEFT = feature("page-left");
const IS_ARTICLE = feature("page-is-article");
const IS_FORUM = feature("page-is-forum");
const IS_PRODUCT = feature("page-is-product");
const HAS_AUTHOR = feature("page-has-author");
const HAS_DATE = feature("page-has-date");

/** Parts whose share of the page's prose tells a forum from an article with comments, and a shop from a story. */
const ZONES = ["comment", "post", "product", "review", "listing", "faq", "related"].map((role) => ({
  role: ROLE_HINTS.findIndex((hint) => hint.role === role),
  share: feature(`page-${role}-prose`),
  outside: feature(`page-prose-outside-${role}`),
}));
const LANDMARK_ZONES = (["article", "main", "form", "table", "pre", "list"] as const).map((landmark) => ({
  landmark: LANDMARKS.indexOf(landmark),
  share: feature(`page-${landmark}-prose`),
}));

const CHANCES = KNOWN_TYPES.map((type) => ({ type, column: feature(`page-like-${type}`) }));

type Zone = (typeof ZONES)[number];
type LandmarkZone = (typeof LANDMARK_ZONES)[number];

/** Facts about a page that all its rows share. */
export interface PageSurvey {
  /** Share of the page's words that the best attempt chose. */
  readonly attempted: number;
  /** Share of those words that the passes left. */
  readonly left: number;
  /** Shares of the blocks. */
  readonly headings: number;
  readonly listItems: number;
  /** Share of the page's words that are hidden. */
  readonly hidden: number;
  readonly isArticle: boolean;
  readonly isForum: boolean;
  readonly isProduct: boolean;
  readonly hasAuthor: boolean;
  readonly hasDate: boolean;
  /** Prose words inside of each of ZONES, and of LANDMARK_ZONES. */
  readonly zones: Float64Array;
  readonly landmarkZones: Float64Array;
}

export function surveyPage(page: Page, rules: RuleAnswer, around: Surroundings): PageSurvey {
  const { outline, stats } = around;
  const { facts } = page.metadata;
  const type = facts["@type"] ?? "";
  return {
    ...shareChosen(page.blocks, rules, stats),
    ...shareTags(page.blocks, around.maps),
    hidden: shareOfHidden(outline, stats.words),
    isArticle: /article|posting|report/i.test(type) && !/discussion|forum/i.test(type),
    isForum: /discussion|forum|question|qapage/i.test(type),
    isProduct: /product|offer/i.test(type),
    hasAuthor: facts.author.length > 0,
    hasDate: isDated(page.metadata),
    ...sumZones(outline, stats),
  };
}

function shareChosen(
  blocks: readonly Block[],
  { attempted, kept }: RuleAnswer,
  { words, page }: PageStats,
): Pick<PageSurvey, "attempted" | "left"> {
  let chosen = 0;
  let left = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (!attempted.has(block)) continue;
    chosen += words[i] as number;
    if (kept.has(block)) left += words[i] as number;
  }
  return {
    attempted: chosen / Math.max(1, sumAt(page, 0, SUM_WORDS)),
    left: left / Math.max(1, chosen),
  };
}

function shareTags(
  blocks: readonly Block[],
  { level }: PageMaps,
): Pick<PageSurvey, "headings" | "listItems"> {
  let headings = 0;
  let listItems = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (level[i] !== 0) headings++;
    if ((blocks[i] as Block).tag === "li") listItems++;
  }
  const all = Math.max(1, blocks.length);
  return { headings: headings / all, listItems: listItems / all };
}

function sumZones(
  outline: PageOutline,
  { words, isProse }: PageStats,
): Pick<PageSurvey, "zones" | "landmarkZones"> {
  const zones = new Float64Array(ZONES.length);
  const landmarkZones = new Float64Array(LANDMARK_ZONES.length);
  for (let i = 0; i < words.length; i++) {
    if (isProse[i] !== 1) continue;
    const frame = outline.frames[i] as Frame;
    for (let z = 0; z < zones.length; z++)
      if (levelsToMark(outline, frame, FIRST_ROLE + (ZONES[z] as Zone).role) < FAR)
        zones[z] = (zones[z] as number) + (words[i] as number);
    for (let z = 0; z < landmarkZones.length; z++)
      if (levelsToMark(outline, frame, (LANDMARK_ZONES[z] as LandmarkZone).landmark) < FAR)
        landmarkZones[z] = (landmarkZones[z] as number) + (words[i] as number);
  }
  return { zones, landmarkZones };
}

export function putPage(
  sheet: FeatureSheet,
  { outline, stats, maps }: Surroundings,
  survey: PageSurvey,
): void {
  const words = sumAt(stats.page, 0, SUM_WORDS);
  const prose = sumAt(stats.page, 0, SUM_PROSE);
  const keptShare = sumAt(stats.page, 0, KEPT_SHARE);
  const centre = maps.keptCentre.index;
  const apart = Math.abs(maps.keptCentre.firstBlock - maps.proseCentre.firstBlock);
  sheet.fill(BLOCKS, Math.log1p(sumAt(stats.page, 0, SUM_BLOCKS)));
  sheet.fill(WORDS, Math.log1p(words));
  sheet.fill(PROSE, Math.log1p(prose));
  sheet.fill(PROSE_SHARE, prose / Math.max(1, words));
  sheet.fill(LINK_SHARE, sumAt(stats.page, 0, SUM_LINK_SHARE));
  sheet.fill(KEPT, keptShare);
  sheet.fill(KEPT_WORDS, Math.log1p(keptShare * words));
  sheet.fill(HEADINGS, survey.headings);
  sheet.fill(LIST_ITEMS, survey.listItems);
  sheet.fill(CENTRE_WORDS, Math.log1p(sumAt(stats.spans, centre, SUM_WORDS)));
  sheet.fill(CENTRE_LINK_SHARE, sumAt(stats.spans, centre, SUM_LINK_SHARE));
  sheet.fill(CENTRE_DEPTH, maps.keptCentre.depth);
  sheet.fill(CENTRES_APART, apart / Math.max(1, outline.blocks.length));
  sheet.fill(HIDDEN_SHARE, survey.hidden);
  sheet.fill(ATTEMPTED, survey.attempted);
  sheet.fill(LEFT, survey.left);
  sheet.fill(IS_ARTICLE, Number(survey.isArticle));
  sheet.fill(IS_FORUM, Number(survey.isForum));
  sheet.fill(IS_PRODUCT, Number(survey.isProduct));
  sheet.fill(HAS_AUTHOR, Number(survey.hasAuthor));
  sheet.fill(HAS_DATE, Number(survey.hasDate));
  ZONES.forEach(({ share, outside }, z) => {
    sheet.fill(share, (survey.zones[z] ?? 0) / Math.max(1, prose));
    sheet.fill(outside, Math.log1p(prose - (survey.zones[z] ?? 0)));
  });
  LANDMARK_ZONES.forEach(({ share }, z) => {
    sheet.fill(share, (survey.landmarkZones[z] ?? 0) / Math.max(1, prose));
  });
}

/** How likely the page is of each type: what belongs to a thread or a list is boilerplate on an article. */
export function putChances(sheet: FeatureSheet, chances: PageClass["chances"]): void {
  for (const { type, column } of CHANCES) sheet.fill(column, chances[type]);
}

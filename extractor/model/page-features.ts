/** What is the same for all blocks of a page: how much text it has and of what kind, and what the rules made of it. */
import { KNOWN_TYPES, type PageClass } from "../page-type/classify-page.ts";
import type { Page } from "../page.ts";
import type { Surroundings } from "./around-features.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { FAR, FIRST_ROLE, LANDMARKS, levelsToMark } from "./page-outline.ts";
import { ROLE_HINTS } from "./role-words.ts";
import type { RuleAnswer } from "./rule-answer.ts";

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
  readonly isArticle: boolean;
  readonly isForum: boolean;
  readonly isProduct: boolean;
  readonly hasAuthor: boolean;
  readonly hasDate: boolean;
  /** Prose words inside of each of ZONES, and of LANDMARK_ZONES. */
  readonly zones: readonly number[];
  readonly landmarkZones: readonly number[];
}

export function surveyPage(
  { blocks, metadata: { facts } }: Page,
  { attempted, kept }: RuleAnswer,
  { outline, stats }: Surroundings,
): PageSurvey {
  let chosen = 0;
  let left = 0;
  const zones = ZONES.map(() => 0);
  const landmarkZones = LANDMARK_ZONES.map(() => 0);
  blocks.forEach((block, i) => {
    const words = stats.words[i] ?? 0;
    if (attempted.has(block)) chosen += words;
    if (attempted.has(block) && kept.has(block)) left += words;
    const frame = outline.frames[i];
    if (!frame || stats.isProse[i] !== 1) return;
    for (let z = 0; z < ZONES.length; z++)
      if (levelsToMark(outline, frame, FIRST_ROLE + (ZONES[z] as Zone).role) < FAR)
        zones[z] = (zones[z] as number) + words;
    for (let z = 0; z < LANDMARK_ZONES.length; z++)
      if (levelsToMark(outline, frame, (LANDMARK_ZONES[z] as LandmarkZone).landmark) < FAR)
        landmarkZones[z] = (landmarkZones[z] as number) + words;
  });
  const type = facts["@type"] ?? "";
  return {
    attempted: chosen / Math.max(1, stats.page.words),
    left: left / Math.max(1, chosen),
    isArticle: /article|posting|report/i.test(type) && !/discussion|forum/i.test(type),
    isForum: /discussion|forum|question|qapage/i.test(type),
    isProduct: /product|offer/i.test(type),
    hasAuthor: facts.author.length > 0,
    hasDate: facts.datePublished !== null,
    zones,
    landmarkZones,
  };
}

export function putPage(
  sheet: FeatureSheet,
  { outline, stats, maps }: Surroundings,
  survey: PageSurvey,
): void {
  const { page } = stats;
  const centre = stats.span(maps.keptCentre);
  const apart = Math.abs(maps.keptCentre.firstBlock - maps.proseCentre.firstBlock);
  sheet.fill(BLOCKS, Math.log1p(page.blocks));
  sheet.fill(WORDS, Math.log1p(page.words));
  sheet.fill(PROSE, Math.log1p(page.prose));
  sheet.fill(PROSE_SHARE, page.prose / Math.max(1, page.words));
  sheet.fill(LINK_SHARE, page.linkShare);
  sheet.fill(KEPT, page.keptShare);
  sheet.fill(KEPT_WORDS, Math.log1p(page.keptShare * page.words));
  sheet.fill(HEADINGS, maps.headings);
  sheet.fill(LIST_ITEMS, maps.listItems);
  sheet.fill(CENTRE_WORDS, Math.log1p(centre.words));
  sheet.fill(CENTRE_LINK_SHARE, centre.linkShare);
  sheet.fill(CENTRE_DEPTH, maps.keptCentre.depth);
  sheet.fill(CENTRES_APART, apart / Math.max(1, outline.blocks.length));
  sheet.fill(HIDDEN_SHARE, stats.hiddenShare);
  sheet.fill(ATTEMPTED, survey.attempted);
  sheet.fill(LEFT, survey.left);
  sheet.fill(IS_ARTICLE, Number(survey.isArticle));
  sheet.fill(IS_FORUM, Number(survey.isForum));
  sheet.fill(IS_PRODUCT, Number(survey.isProduct));
  sheet.fill(HAS_AUTHOR, Number(survey.hasAuthor));
  sheet.fill(HAS_DATE, Number(survey.hasDate));
  ZONES.forEach(({ share, outside }, z) => {
    sheet.fill(share, (survey.zones[z] ?? 0) / Math.max(1, page.prose));
    sheet.fill(outside, Math.log1p(page.prose - (survey.zones[z] ?? 0)));
  });
  LANDMARK_ZONES.forEach(({ share }, z) => {
    sheet.fill(share, (survey.landmarkZones[z] ?? 0) / Math.max(1, page.prose));
  });
}

/** How likely the page is of each type: what belongs to a thread or a list is boilerplate on an article. */
export function putChances(sheet: FeatureSheet, chances: PageClass["chances"]): void {
  for (const { type, column } of CHANCES) sheet.fill(column, chances[type]);
}

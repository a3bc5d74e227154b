/** What is the same for all blocks of a page: how much text it has and of what kind, and what the rules made of it. */
import type { Page } from "../page.ts";
import type { Surroundings } from "./around-features.ts";
import type { FeatureRow } from "./feature-row.ts";
import { FAR, LANDMARKS } from "./page-outline.ts";
import { ROLE_HINTS } from "./role-words.ts";
import type { RuleAnswer } from "./rule-answer.ts";

/** Parts whose share of the page's prose tells a forum from an article with comments, and a shop from a story. */
const ZONES = ["comment", "post", "product", "review", "listing", "faq", "related"].map((role) => ({
  name: `page-${role}-prose`,
  before: `page-prose-outside-${role}`,
  role: ROLE_HINTS.findIndex((hint) => hint.role === role),
}));
const LANDMARK_ZONES = (["article", "main", "form", "table", "pre", "list"] as const).map((landmark) => ({
  name: `page-${landmark}-prose`,
  landmark: LANDMARKS.indexOf(landmark),
}));

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
  let [chosen, left] = [0, 0];
  const zones = ZONES.map(() => 0);
  const landmarkZones = LANDMARK_ZONES.map(() => 0);
  blocks.forEach((block, i) => {
    const words = stats.words[i] ?? 0;
    if (attempted.has(block)) chosen += words;
    if (attempted.has(block) && kept.has(block)) left += words;
    const frame = outline.frames[i];
    if (!frame || stats.isProse[i] !== 1) return;
    ZONES.forEach(({ role }, z) => {
      if ((frame.roles[role] ?? FAR) < FAR) zones[z] = (zones[z] ?? 0) + words;
    });
    LANDMARK_ZONES.forEach(({ landmark }, z) => {
      if ((frame.landmarks[landmark] ?? FAR) < FAR) landmarkZones[z] = (landmarkZones[z] ?? 0) + words;
    });
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

export function putPage(row: FeatureRow, { outline, stats, maps }: Surroundings, survey: PageSurvey): void {
  const { page } = stats;
  const centre = stats.span(maps.keptCentre);
  const apart = Math.abs(maps.keptCentre.firstBlock - maps.proseCentre.firstBlock);
  row.put("page-blocks", Math.log1p(page.blocks));
  row.put("page-words", Math.log1p(page.words));
  row.put("page-prose", Math.log1p(page.prose));
  row.put("page-prose-share", page.prose / Math.max(1, page.words));
  row.put("page-link-share", page.linkShare);
  row.put("page-kept", page.keptShare);
  row.put("page-kept-words", Math.log1p(page.keptShare * page.words));
  row.put("page-headings", maps.headings);
  row.put("page-list-items", maps.listItems);
  row.put("page-centre-words", Math.log1p(centre.words));
  row.put("page-centre-link-share", centre.linkShare);
  row.put("page-centre-depth", maps.keptCentre.depth);
  row.put("page-centres-apart", apart / Math.max(1, outline.blocks.length));
  row.put("page-hidden-share", stats.hiddenShare);
  row.put("page-attempted", survey.attempted);
  row.put("page-left", survey.left);
  row.flag("page-is-article", survey.isArticle);
  row.flag("page-is-forum", survey.isForum);
  row.flag("page-is-product", survey.isProduct);
  row.flag("page-has-author", survey.hasAuthor);
  row.flag("page-has-date", survey.hasDate);
  ZONES.forEach(({ name, before }, z) => {
    row.put(name, (survey.zones[z] ?? 0) / Math.max(1, page.prose));
    row.put(before, Math.log1p(page.prose - (survey.zones[z] ?? 0)));
  });
  LANDMARK_ZONES.forEach(({ name }, z) => {
    row.put(name, (survey.landmarkZones[z] ?? 0) / Math.max(1, page.prose));
  });
}

/**
 * The features of a page's blocks, one row of numbers a block: what the block's text looks like, where it stands, what stands
 * around it. Nothing of a page's host, its literal strings or its own class names goes in; see role-words.ts for the words that do.
 */
import type { Block } from "../blocks.ts";
import type { PageClass } from "../page-type/classify-page.ts";
import type { Page } from "../page.ts";
import { NEAR_ROWS, putAround, type Surroundings } from "./around-features.ts";
import { putContainers } from "./container-features.ts";
import { putConsent } from "./consent-features.ts";
import { feature, featureNames, FeatureSheet } from "./feature-sheet.ts";
import { lineKindsOf } from "./line-kinds.ts";
import { putChances, putPage, surveyPage } from "./page-features.ts";
import { mapPage } from "./page-maps.ts";
import { type Frame, outlinePage } from "./page-outline.ts";
import { measurePage } from "./page-stats.ts";
import { putPlace } from "./place-features.ts";
import type { RuleAnswer } from "./rule-answer.ts";
import { putRepeats } from "./repeat-features.ts";
import { putRules } from "./rule-features.ts";
import { startSums } from "./sums.ts";
import { putLineKinds, putTexts, type TextFindings } from "./text-features.ts";

export interface FeatureTable {
  readonly names: readonly string[];
  /** One row a block, in the order of `names`. */
  readonly rows: readonly Float32Array[];
}

/** How likely the page is of each type. */
export type Chances = PageClass["chances"];

const IN_BYLINE = feature("in-byline");
const IN_DATE = feature("in-date");

/** Features of all of a page's blocks, as a table to learn from. */
export function blockFeatures(page: Page, rules: RuleAnswer, chances: Chances): FeatureTable {
  const sheet = measureBlocks(page, rules, { chances });
  return { names: featureNames(), rows: page.blocks.map((_, i) => sheet.row(i)) };
}

export interface MeasureOptions {
  readonly chances: Chances;
  /** Where the sheet may lie; see FeatureSheet. */
  readonly room?: FeatureSheet;
}

/** Features of all of a page's blocks, as a sheet to be asked about. */
export function measureBlocks(
  page: Page,
  rules: RuleAnswer,
  { chances, room }: MeasureOptions,
): FeatureSheet {
  const { blocks, metadata } = page;
  const sheet = new FeatureSheet(blocks.length, room);
  const { wordings, ...found } = putTexts(sheet, blocks, metadata);
  const around = survey(page, rules, found);
  for (let i = 0; i < blocks.length; i++) putRow(sheet, i, around, wordings);
  putRules(sheet, page, rules);
  markWithin(sheet, IN_BYLINE, page, metadata.bylineElements);
  markWithin(sheet, IN_DATE, page, metadata.dateElements);
  putRepeats(sheet, blocks);
  putConsent(sheet, wordings);
  putPage(sheet, around, surveyPage(page, rules, around));
  putChances(sheet, chances);
  return sheet;
}

/** What a block's place tells. */
function putRow(sheet: FeatureSheet, i: number, around: Surroundings, wordings: Uint32Array): void {
  const frame = around.outline.frames[i] as Frame;
  const heading = around.maps.prevHeading[i] as number;
  const ofHeading = heading < 0 ? 0 : lineKindsOf(wordings[heading] as number);
  putLineKinds(sheet, i, lineKindsOf(wordings[i] as number), ofHeading);
  putPlace(sheet, i, frame, around);
  putAround(sheet, i, frame, around);
  putContainers(sheet, i, frame, around);
}

function survey(
  page: Page,
  rules: RuleAnswer,
  { words, endsSentence }: Pick<TextFindings, "words" | "endsSentence">,
): Surroundings {
  const { blocks } = page;
  const outline = outlinePage(page);
  const kept = new Uint8Array(blocks.length);
  for (let i = 0; i < blocks.length; i++) kept[i] = rules.kept.has(blocks[i] as Block) ? 1 : 0;
  const stats = measurePage(outline, words, kept);
  return {
    outline,
    stats,
    kept,
    maps: mapPage(outline, stats, kept),
    endsSentence,
    near: startSums(NEAR_ROWS),
  };
}

function markWithin(sheet: FeatureSheet, column: number, page: Page, elements: readonly Element[]): void {
  for (const element of elements) for (const { index } of page.blocksIn(element)) sheet.put(index, column, 1);
}

/**
 * The features of a page's blocks, one row of numbers a block: what the block's text looks like, where it stands, what stands
 * around it. Nothing of a page's host, its literal strings or its own class names goes in; see role-words.ts for the words that do.
 */
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { mapPage, putAround, type Surroundings } from "./around-features.ts";
import { putContainers } from "./container-features.ts";
import { FeatureRow } from "./feature-row.ts";
import { outlinePage } from "./page-outline.ts";
import { putPage, surveyPage } from "./page-features.ts";
import { measurePage } from "./page-stats.ts";
import { putPlace } from "./place-features.ts";
import type { RuleAnswer } from "./rule-answer.ts";
import { putRules } from "./rule-features.ts";
import { indexTexts, lineKinds, putLineKinds, putText } from "./text-features.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";

export interface FeatureTable {
  readonly names: readonly string[];
  /** One row a block, in the order of `names`. */
  readonly rows: readonly Float32Array[];
}

const EMPTY_SHAPE: TextShape = shapeOf("");

/** Features of all of a page's blocks. */
export function blockFeatures(page: Page, rules: RuleAnswer): FeatureTable {
  const { blocks, metadata } = page;
  const outline = outlinePage(page.body, blocks);
  const kept = blocks.map((block) => (rules.kept.has(block) ? 1 : 0));
  const shapes = blocks.map((block) => shapeOf(block.text));
  const stats = measurePage(outline, shapes, kept);
  const maps = mapPage(outline, stats, kept);
  const kinds = blocks.map((block) => lineKinds(block.text));
  const around: Surroundings = { outline, stats, kept, maps };
  const index = indexTexts(blocks, metadata);
  const whole = surveyPage(page, rules, around);
  const bylines = blocksWithin(page, metadata.bylineElements);
  const dates = blocksWithin(page, metadata.dateElements);
  const names: string[] = [];
  const rows = blocks.map((block, i) => {
    const frame = outline.frames[i] ?? outline.root;
    const row = new FeatureRow(names);
    putText(row, block, shapes[i] ?? EMPTY_SHAPE, index);
    putLineKinds(row, kinds[i] ?? 0, kinds[maps.prevHeading[i] ?? -1] ?? 0);
    putPlace(row, block.tag, frame, stats);
    putAround(row, i, frame, around);
    putContainers(row, frame, around);
    putRules(row, i, page, rules);
    row.flag("in-byline", bylines.has(block));
    row.flag("in-date", dates.has(block));
    putPage(row, around, whole);
    return row.toArray();
  });
  return { names, rows };
}

function blocksWithin(page: Page, elements: readonly Element[]): ReadonlySet<Block> {
  return new Set(elements.flatMap((element) => page.blocksIn(element)));
}

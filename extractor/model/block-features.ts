/**
 * The features of a page's blocks, one row of numbers a block: what the block's text looks like, where it stands, what stands
 * around it. Nothing of a page's host, its literal strings or its own class names goes in; see role-words.ts for the words that do.
 */
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { mapPage, putAround, putPage, type Surroundings } from "./around-features.ts";
import { FeatureRow } from "./feature-row.ts";
import { outlinePage } from "./page-outline.ts";
import { measurePage, type PageStats } from "./page-stats.ts";
import { putPlace } from "./place-features.ts";
import type { ReadabilityChoices } from "./readability-choices.ts";
import { indexTexts, lineKinds, putLineKinds, putText } from "./text-features.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";

export interface FeatureTable {
  readonly names: readonly string[];
  /** One row a block, in the order of `names`. */
  readonly rows: readonly Float32Array[];
}

const EMPTY_SHAPE: TextShape = shapeOf("");

/** Features of all of a page's blocks. */
export function blockFeatures(page: Page, choices: ReadabilityChoices): FeatureTable {
  const { blocks, metadata } = page;
  const outline = outlinePage(page.body, blocks);
  const kept = blocks.map((block) => (choices.plain.has(block) ? 1 : 0));
  const shapes = blocks.map((block) => shapeOf(block.text));
  const stats = measurePage(outline, shapes, kept);
  const maps = mapPage(outline, stats, kept);
  const kinds = blocks.map((block) => lineKinds(block.text));
  const around: Surroundings = { outline, stats, kept, maps };
  const index = indexTexts(blocks, metadata);
  const agreement = agreementOf(page, choices, stats);
  const bylines = blocksWithin(page, metadata.bylineElements);
  const dates = blocksWithin(page, metadata.dateElements);
  const names: string[] = [];
  const rows = blocks.map((block, i) => {
    const frame = outline.frames[i] ?? outline.root;
    const row = new FeatureRow(i === 0 ? names : null);
    putText(row, block, shapes[i] ?? EMPTY_SHAPE, index);
    putLineKinds(row, kinds[i] ?? 0, kinds[maps.prevHeading[i] ?? -1] ?? 0);
    putPlace(row, block.tag, frame, stats);
    putAround(row, i, frame, around);
    row.flag("kept-nameless", choices.nameless.has(block));
    row.flag("in-byline", bylines.has(block));
    row.flag("in-date", dates.has(block));
    putPage(row, around);
    putAgreement(row, agreement, page);
    return row.toArray();
  });
  return { names, rows };
}

function blocksWithin(page: Page, elements: readonly Element[]): ReadonlySet<Block> {
  return new Set(elements.flatMap((element) => page.blocksIn(element)));
}

interface Agreement {
  /** Share of the page's words that Readability chose without classes and ids. */
  readonly nameless: number;
  /** Words chosen both ways, as a share of those chosen either way. */
  readonly both: number;
}

function agreementOf({ blocks }: Page, { plain, nameless }: ReadabilityChoices, stats: PageStats): Agreement {
  let [named, unnamed, both] = [0, 0, 0];
  blocks.forEach((block, i) => {
    const words = stats.words[i] ?? 0;
    if (plain.has(block)) named += words;
    if (nameless.has(block)) unnamed += words;
    if (plain.has(block) && nameless.has(block)) both += words;
  });
  return {
    nameless: unnamed / Math.max(1, stats.page.words),
    both: both / Math.max(1, named + unnamed - both),
  };
}

function putAgreement(row: FeatureRow, agreement: Agreement, { metadata: { facts } }: Page): void {
  row.put("page-kept-nameless", agreement.nameless);
  row.put("page-agreement", agreement.both);
  row.flag("page-is-article", /article|posting|report/i.test(facts["@type"] ?? ""));
  row.flag("page-has-author", facts.author.length > 0);
  row.flag("page-has-date", facts.datePublished !== null);
}

import type { BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import { bitsOfNames } from "../names-around.ts";
import type { Page } from "../page.ts";
import { within } from "../passes/block-shape.ts";
import type { Selection } from "../selection.ts";
import { BLOCK_MODEL_RULE } from "./classify-blocks.ts";
import type { RuleAnswer } from "./rule-answer.ts";

const TABLE = bitsOfNames("table");
const TABLES = new Set(["table"]);
const ROWS = new Set(["tr"]);
const CELL_TAGS = new Set(["td", "th", "caption"]);

/** Data has so many blocks and rows at least; this share of the blocks is each the one of its cell; and they are short on average. */
const LEAST_BLOCKS = 4;
const LEAST_ROWS = 2;
const LEAST_CELLS = 0.8;
const LONGEST_MEAN = 120;

/** What a cell counts apart from its characters, as a number in a column says as much as its row's name. */
const CELL_WEIGHT = 6;

interface WholeOptions {
  readonly rules: RuleAnswer;
  /** Types that the user has decided about: blocks of these stay as they are. */
  readonly settled: ReadonlySet<BlockType>;
}

/** A table of data is content or is not: with some of its cells gone the others say something else. What most of it is, all of it is. */
export function keepTablesWhole(
  { blocks }: Page,
  selection: Selection,
  { rules, settled }: WholeOptions,
): void {
  for (const table of tablesOf(blocks)) {
    const kept = table.filter((block) => selection.has(block));
    if (kept.length === 0 || kept.length === table.length || !isData(table)) continue;
    const isContent = weightOf(kept) >= weightOf(table) / 2;
    for (const block of table) {
      const type = rules.typeOf(block);
      if (selection.has(block) === isContent || (type !== null && settled.has(type))) continue;
      if (isContent) selection.add(block);
      else selection.remove({ target: block, type: type ?? "boilerplate", rule: BLOCK_MODEL_RULE });
    }
  }
}

/** The blocks of each table, without those of tables in it. */
function tablesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const tables = new Map<Element | null, Block[]>();
  for (const block of blocks) {
    if ((block.around & TABLE) === 0) continue;
    const table = within(block.element, TABLES);
    const inside = tables.get(table);
    if (inside === undefined) tables.set(table, [block]);
    else inside.push(block);
  }
  return [...tables.values()];
}

function isData(table: readonly Block[]): boolean {
  if (table.length < LEAST_BLOCKS) return false;
  const cells = table.filter(({ tag }) => CELL_TAGS.has(tag));
  const length = table.reduce((sum, { alphabeticLength }) => sum + alphabeticLength, 0);
  if (cells.length < LEAST_CELLS * table.length || length > LONGEST_MEAN * table.length) return false;
  return new Set(cells.map(({ element }) => within(element, ROWS))).size >= LEAST_ROWS;
}

const weightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { alphabeticLength }) => sum + alphabeticLength + CELL_WEIGHT, 0);

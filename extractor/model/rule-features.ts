/** What the rules made of a block and of its neighbours. */
import { BLOCK_TYPES, type BlockType } from "../../types.ts";
import type { Page } from "../page.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import type { RuleAnswer } from "./rule-answer.ts";

const ATTEMPTED = feature("attempted");
const RULE_ANY = feature("rule-any");
const TYPE_COLUMNS = new Map<BlockType, number>(BLOCK_TYPES.map((type) => [type, feature(`rule-${type}`)]));
const RULES_AROUND = feature("rules-around");

/** How far to either side removed neighbours are counted, in blocks. */
const REACH = 4;

/** Share of the blocks in reach that the passes called boilerplate by name. */
function removedAround(i: number, isNamed: Uint8Array): number {
  let removed = 0;
  const first = Math.max(0, i - REACH);
  const last = Math.min(isNamed.length - 1, i + REACH);
  for (let at = first; at <= last; at++) removed += at === i ? 0 : (isNamed[at] as number);
  return last > first ? removed / (last - first) : 0;
}

/** Puts the features of all rows at once: each block is asked after once. */
export function putRules(sheet: FeatureSheet, { blocks }: Page, rules: RuleAnswer): void {
  const isNamed = new Uint8Array(blocks.length);
  blocks.forEach((block, i) => {
    const column = TYPE_COLUMNS.get(rules.typeOf(block) as BlockType);
    if (column !== undefined) {
      isNamed[i] = 1;
      sheet.put(i, RULE_ANY, 1);
      sheet.put(i, column, 1);
    }
    if (rules.attempted.has(block)) sheet.put(i, ATTEMPTED, 1);
  });
  for (let i = 0; i < blocks.length; i++) sheet.put(i, RULES_AROUND, removedAround(i, isNamed));
}

/** What the rules made of a block and of its neighbours. */
import { BLOCK_TYPES } from "../../types.ts";
import type { Page } from "../page.ts";
import type { FeatureRow } from "./feature-row.ts";
import type { RuleAnswer } from "./rule-answer.ts";

const TYPES = BLOCK_TYPES.map((type) => ({ type, name: `rule-${type}` }));
/** How far to either side removed neighbours are counted, in blocks. */
const REACH = 4;

/** Share of the blocks in reach that the passes called boilerplate by name. */
function removedAround(i: number, { blocks }: Page, { typeOf }: RuleAnswer): number {
  let [removed, all] = [0, 0];
  for (let at = i - REACH; at <= i + REACH; at++) {
    const block = at === i ? undefined : blocks[at];
    if (!block) continue;
    all++;
    if (typeOf(block)) removed++;
  }
  return all ? removed / all : 0;
}

export function putRules(row: FeatureRow, i: number, page: Page, rules: RuleAnswer): void {
  const block = page.blocks[i];
  const found = block ? rules.typeOf(block) : null;
  row.flag("attempted", block !== undefined && rules.attempted.has(block));
  row.flag("rule-any", found !== null);
  for (const { type, name } of TYPES) row.flag(name, type === found);
  row.put("rules-around", removedAround(i, page, rules));
}

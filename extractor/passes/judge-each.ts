import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

/** Why a block is pointed at. */
export type Verdict = Pick<Finding, "type" | "rule">;

/** Says of a block, which stands at `place` among those kept, why it should go; null for one that stays. */
export type BlockJudge = (block: Block, place: number) => Verdict | null;

/**
 * The look of a pass that judges blocks one by one: `begin` reads the page and gives the judge. One loop serves all such
 * passes: V8 compiles each loop anew, with everything that is called in it.
 */
export function judgeEach(begin: (page: Page, body: Body) => BlockJudge): AfterPass["find"] {
  return (page, body) => {
    const judge = begin(page, body);
    const { kept, asks } = body;
    const findings: Finding[] = [];
    for (let place = 0; place < kept.length; place += 1) {
      const target = kept[place] as Block;
      const verdict = asks(target) ? judge(target, place) : null;
      if (verdict !== null) {
        findings.push({ target, type: verdict.type, rule: verdict.rule });
      }
    }
    return findings;
  };
}

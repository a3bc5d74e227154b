import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

/**
 * Why a block is pointed at. Passes make each of theirs once, as they load: a function is compiled anew when a line of it that is
 * seldom reached makes its first object.
 */
export type Verdict = Pick<Finding, "type" | "rule">;

/** Says of a block, which stands at `place` among those kept, why it should go, given what is known of them all; null for one that stays. */
export type BlockJudge<Known> = (block: Block, known: Known, place: number) => Verdict | null;

/**
 * The look of a pass that judges blocks one by one: `read` tells what it need know of the page, once. One loop serves all such
 * passes: V8 compiles each loop anew, with everything that is called in it. And it forgets the code of a function that was made
 * for one page, which is why the judge is the same for all.
 */
export function judgeEach<Known>(
  read: (page: Page, body: Body) => Known,
  judge: BlockJudge<Known>,
): AfterPass["find"] {
  return (page, body) => {
    const known = read(page, body);
    const { kept } = body;
    const findings: Finding[] = [];
    for (let place = 0; place < kept.length; place += 1) {
      const target = kept[place] as Block;
      const verdict = body.asks(target) ? judge(target, known, place) : null;
      if (verdict !== null) {
        findings.push({ target, type: verdict.type, rule: verdict.rule });
      }
    }
    return findings;
  };
}

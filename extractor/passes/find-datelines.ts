import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { readDateline } from "../read-dateline.ts";
import type { Dateline } from "../read-dateline.ts";
import type { RequestedPass, Trim } from "./pass.ts";

/** The lead may stand before the paragraph that has the dateline. */
const SEARCHED = 2;

/** The dateline of an article and the block that begins with it, or null. */
export function datelineIn(
  kept: readonly Block[],
): { readonly block: Block; readonly dateline: Dateline } | null {
  for (const block of kept.filter((one) => isProse(one)).slice(0, SEARCHED)) {
    const dateline = readDateline(block.text);
    if (dateline !== null) {
      return { block, dateline };
    }
  }
  return null;
}

/** Place, date and agency before the first sentence. Part of the text unless asked otherwise: readers count it as such. */
export const findDatelines: RequestedPass = {
  name: "datelines",
  description: "place, date and agency before the first sentence",
  type: "dateline",
  find: function* find(_page: Page, kept: readonly Block[]): Iterable<Trim> {
    const found = datelineIn(kept);
    if (found !== null) {
      const { block, dateline } = found;
      yield { trim: { block, start: 0, end: dateline.length }, type: "dateline", rule: "dateline" };
    }
  },
};

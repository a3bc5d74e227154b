import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { createMatcher } from "../words/word-list.ts";
import { WIRE_NAMES } from "../words/wire-names.ts";
import { wordsOf } from "../words/words-of.ts";
import { headingLevel, isTableCell } from "./block-shape.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass, RequestedPass, Trim } from "./pass.ts";

const wire = createMatcher(WIRE_NAMES);

/** Longest line that is only the names of agencies. */
const LONGEST_LINE = 60;

/** Fewer letters are initials of a writer. */
const FEWEST_LETTERS = 2;

/** Letters beside the names: a desk's sign, "and". */
const SPARED = 3;

/** Agencies as they stand after the last sentence: `(Agency)`, `– Agency`, `/ Agency`. */
const SIGN_OFF =
  /(?<=[.!?…。！？؟۔।॥"”»」』’'])\s*(?:[(（[](?<inside>[^()（）[\]]{2,40})[)）\]]|(?:--|[–—-]|\/)\s?(?<after>[^()]{2,40}))\.?$/u;

/** `(The Herald, Reuters)`: with the medium's own name, in brackets and no sentence. */
const BRACKETED = /^[(（[［][^()（）[\]［］.!?。！？؟]{3,40}[)）\]］]$/u;

/** A sign that stands alone in brackets is no heading, whatever follows it. */
const IN_BRACKETS = /^[(（[].*[)）\]]$/u;

const WIRE_LINE: Verdict = { type: "wire-credit", rule: "wire-line" };

/** Lines that only say which agency a story is from. */
export const findWireLines: AfterPass = {
  name: "wire-lines",
  description: "lines that only name the news agency, above or below the text or in brackets",
  find: judgeEach(
    (_page, { kept }) => ({ first: kept.findIndex(isProse), last: kept.findLastIndex(isProse) }),
    (block, { first, last }, place) => {
      const outside = place < first || place > last || IN_BRACKETS.test(block.text);
      return outside && headingLevel(block) === 0 && !isTableCell(block) && isWireLine(block)
        ? WIRE_LINE
        : null;
    },
  ),
};

function isWireLine(block: Block): boolean {
  // The names first: few lines have one, and to look for them costs least.
  return (
    block.alphabeticLength <= LONGEST_LINE &&
    wire.has(wordsOf(block)) &&
    /\p{Lu}|\p{Lo}|[()]/u.test(block.text) &&
    (namesOnly(block.text) || BRACKETED.test(block.text))
  );
}

function namesOnly(text: string): boolean {
  const letters = lettersIn(text);
  return (
    letters >= FEWEST_LETTERS &&
    wire.has(text) &&
    lettersIn(wire.without(text)) <= Math.min(SPARED, letters / 2)
  );
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** The agency's name after the last sentence. Part of the paragraph unless asked otherwise. */
export const findSignOffs: RequestedPass = {
  name: "sign-offs",
  description: "the agency's name after the last sentence",
  type: "wire-credit",
  find: function* find(_page: Page, kept: readonly Block[]): Iterable<Trim> {
    const block = kept.findLast((one) => isProse(one));
    const match = block === undefined ? null : SIGN_OFF.exec(block.text);
    const said = match?.groups?.["inside"] ?? match?.groups?.["after"] ?? "";
    if (block !== undefined && match !== null && namesOnly(said)) {
      const start = match.index;
      yield { trim: { block, start, end: block.text.length }, type: "wire-credit", rule: "wire-sign-off" };
    }
  },
};

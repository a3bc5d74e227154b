import { foldSpace } from "../../blocks.ts";
import type { Line } from "../dump.ts";
import { isLabel, isParagraph, isTitle } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

/** The rule's name, for the facts: what it removes is the description. */
export const REPEATED_STANDFIRST = "repeated-standfirst";

/** Short lines in a row after the text: fewer may be a signature, a result or the last words of the article. */
const FEWEST_IN_RUN = 3;

/** `* * *`, `---`: a break that the author made. */
const BREAK = /^\s*([*＊⁂#~=_–—-])(?:\s*\1){2,}\s*$|^⁂$/u;
const LIST_MARK = /^(?:[-–—*•‣◦▪]|\d{1,3}[.)])\s/u;

/** Marks without words, the menu over the headline, and the lists under the text that nothing else named. */
export const findLeftovers: TextPass = {
  name: "leftovers",
  description: "marks without words, what stands over the headline, and lines in a row under the text",
  find: function* find(reading): Iterable<TextFinding> {
    for (const line of reading.lines.filter(reading.isOpen)) {
      if (
        !/[\p{L}\p{N}\p{Sc}]/u.test(line.text) &&
        !(reading.zoneOf(line) === "body" && BREAK.test(line.text))
      ) {
        yield { line, type: foldSpace(line.text) === "" ? "hidden" : "boilerplate", rule: "marks-only" };
      }
    }
    if (reading.paragraphs.length > 0) {
      yield* repeatedStandfirst(reading);
      yield* overHeadline(reading);
      yield* underText(reading);
      yield* menuInHead(reading);
    }
  },
};

/** A standfirst without a full stop that is the beginning of a paragraph below, word for word. */
function* repeatedStandfirst(reading: Reading): Iterable<TextFinding> {
  for (const line of reading.lines) {
    const isHead = reading.isOpen(line) && reading.zoneOf(line) === "head" && !isParagraph(line.text);
    if (
      isHead &&
      isTitle(line.text) &&
      reading.paragraphs.some(({ folded }) => folded.startsWith(line.folded))
    ) {
      yield { line, type: "boilerplate", rule: REPEATED_STANDFIRST };
    }
  }
}

function* overHeadline({ lines, headline, isOpen, zoneOf }: Reading): Iterable<TextFinding> {
  if (headline === null || zoneOf(headline) !== "head") {
    return;
  }
  for (const line of lines.slice(0, headline.index)) {
    if (isOpen(line) && !isParagraph(line.text)) {
      yield { line, type: "navigation", rule: "over-headline" };
    }
  }
}

/** A menu between headline and text: labels in a row. */
function* menuInHead({ lines, headline, isOpen, zoneOf }: Reading): Iterable<TextFinding> {
  const after = lines
    .slice((headline?.index ?? -1) + 1)
    .filter((line) => zoneOf(line) === "head" && isOpen(line));
  for (const run of runsOf(after, ({ text }) => isLabel(text))) {
    yield* run.map((line): TextFinding => ({ line, type: "navigation", rule: "labels-in-a-row" }));
  }
}

/** Titles and labels in a row after the last paragraph, and whatever comes behind them. */
function* underText(reading: Reading): Iterable<TextFinding> {
  const last = reading.paragraphs.at(-1);
  if (last === undefined || /[:：]$/u.test(last.text)) {
    return;
  }
  const below = reading.lines.slice(last.index + 1).filter((line) => reading.isOpen(line));
  // "The results:" and what follows are the article's.
  if (below.some(({ text }) => /[:：]$/u.test(text) && !isLabel(text.replace(/[:：]$/u, "")))) {
    return;
  }
  const isShort = ({ text }: Line): boolean => !isParagraph(text) && !LIST_MARK.test(text);
  const run = runsOf(below, isShort)[0];
  const first = run?.[0];
  if (first === undefined || run === undefined) {
    return;
  }
  const titles = run.filter(({ text }) => isTitle(text)).length * 2 > run.length;
  for (const line of below.slice(below.indexOf(first))) {
    yield titles && run.includes(line)
      ? { line, type: "related", rule: "titles-in-a-row" }
      : { line, type: "footer", rule: "under-the-text" };
  }
}

/** Stretches of lines, next to each other in the list, that are all of a kind and long enough. */
function runsOf(lines: readonly Line[], isOfKind: (line: Line) => boolean): Line[][] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (isOfKind(line)) {
      runs.at(-1)?.push(line);
    } else {
      runs.push([]);
    }
  }
  return runs.filter((run) => run.length >= FEWEST_IN_RUN);
}

import type { BlockType } from "../../../types.ts";
import { alphabeticLength } from "../../alphabetic-length.ts";
import { foldSpace } from "../../blocks.ts";
import { findCopies } from "../../find-copies.ts";
import type { Line } from "../dump.ts";
import { isLabel, isParagraph, isTitle, LIST_MARK, wordCountOf } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

/** The rule's name, for the facts: what it removes is the description. */
export const REPEATED_STANDFIRST = "repeated-standfirst";

/** Short lines in a row after the text: fewer may be a signature, a result or the last words of the article. */
const FEWEST_IN_RUN = 3;
const MOST_TAG_WORDS = 3;
const MOST_PARAGRAPHS_OVER_MENU = 1;

/** What stands over articles on pages, not in texts that were cleaned before. */
const FURNITURE: ReadonlySet<BlockType> = new Set([
  "navigation",
  "search",
  "share",
  "breadcrumb",
  "cookie-banner",
  "language-switch",
]);
/** What an article may end with by itself. */
const BYLINES: ReadonlySet<string> = new Set([
  "byline",
  "wire-credit",
  "timestamp",
  "photo-credit",
  "caption",
]);

/** `* * *`, `---`: a break that the author made. */
const BREAK = /^\s*([*＊⁂#~=_–—-])(?:\s*\1){2,}\s*$|^⁂$/u;

/** Marks without words, the menu over the headline, and the lists under the text that nothing else named. */
export const findLeftovers: TextPass = {
  name: "leftovers",
  description:
    "marks without words, the second copy of a text, what stands over the headline, and lines in a row under the text",
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
      yield* copiedText(reading);
      yield* overHeadline(reading);
      yield* underText(reading);
      yield* menuInHead(reading);
      yield* amongButtons(reading);
      yield* labelsOverFurniture(reading);
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

/** The second copy of a text that its page has twice. */
function* copiedText({ lines, isOpen }: Reading): Iterable<TextFinding> {
  const copies = findCopies(lines.filter(isOpen), {
    textOf: ({ text }) => text.trim(),
    lengthOf: ({ text }) => alphabeticLength(text),
    mayRepeat: ({ text }) => !isParagraph(text),
  });
  for (const line of copies) yield { line, type: "boilerplate", rule: "repeated-text" };
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
  // Below a standfirst and a caption there may be a menu; below more, a table of the article.
  const paragraphs = after.filter(({ text }) => isParagraph(text));
  const end = paragraphs[MOST_PARAGRAPHS_OVER_MENU] ?? after.at(-1);
  for (const run of runsOf(after, (line) => isLabel(line.text) && line.index <= (end?.index ?? 0))) {
    yield* run.map((line): TextFinding => ({ line, type: "navigation", rule: "labels-in-a-row" }));
  }
}

/** A label between two buttons of a share bar is one of them, whatever it says. */
function* amongButtons({ lines, isOpen, typeOf }: Reading): Iterable<TextFinding> {
  for (const line of lines.slice(1, -1)) {
    const beside = [lines[line.index - 1], lines[line.index + 1]];
    const among = beside.every((other) => other !== undefined && typeOf(other) === "share");
    if (among && isOpen(line) && isLabel(line.text)) {
      yield { line, type: "share", rule: "among-buttons" };
    }
  }
}

/** Labels in a row between the last paragraph and a list or a line that was known: the article's tags. */
function* labelsOverFurniture({ lines, paragraphs, isOpen, typeOf }: Reading): Iterable<TextFinding> {
  const below = lines.slice((paragraphs.at(-1)?.index ?? lines.length) + 1);
  const known = below.findIndex((line) => !isOpen(line));
  const labels = below.slice(0, Math.max(known, 0));
  const next = below[known];
  const over = next !== undefined && !BYLINES.has(typeOf(next) ?? "");
  const areTags = labels.every(({ text }) => isLabel(text) && wordCountOf(text) <= MOST_TAG_WORDS);
  if (over && areTags && labels.length > 1) {
    yield* labels.map((line): TextFinding => ({ line, type: "tags", rule: "labels-under-text" }));
  }
}

/** Titles and labels in a row after the last paragraph, and whatever comes behind them. */
function* underText(reading: Reading): Iterable<TextFinding> {
  const last = reading.paragraphs.at(-1);
  if (last === undefined || /[:：]$/u.test(last.text) || !hasFurniture(reading)) {
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

/** A dump of a whole page shows it: a menu above, or something under the text that a pass knew. */
export function hasFurniture({ lines, typeOf, zoneOf }: Reading): boolean {
  const known = lines.filter((line) => typeOf(line) !== null && typeOf(line) !== "headline");
  const above = known.filter((line) => zoneOf(line) === "head" && FURNITURE.has(typeOf(line) ?? "headline"));
  return (
    above.length >= FEWEST_IN_RUN ||
    known.some((line) => zoneOf(line) === "foot" && !BYLINES.has(typeOf(line) ?? ""))
  );
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

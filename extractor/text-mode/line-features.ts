/** What the model of lines reads of a dump: each line's text, what passes said of it, and how much prose there is. */
import { readShape, startShape, startWords, type TextShape, wordsOf } from "../model/text-shape.ts";
import { codesOf } from "../text-codes.ts";
import type { BlockType } from "../../types.ts";
import { isDateLine } from "./date-matter.ts";
import type { Line } from "./dump.ts";
import { isLabel, isParagraph, isSentence, isTitle, LIST_MARK } from "./line-shape.ts";
import type { Reading } from "./text-pass.ts";

/** Types that passes give to lines, together as far as they say the same of where a line stands. */
const TYPE_GROUPS: readonly (readonly BlockType[])[] = [
  ["headline"],
  ["navigation", "breadcrumb", "search", "language-switch"],
  ["related", "popular", "theme-list", "inline-related"],
  ["comments"],
  ["share"],
  ["newsletter", "subscribe", "paywall"],
  ["legal", "footer", "cookie-banner"],
  ["timestamp", "byline", "author-bio"],
  ["caption", "photo-credit"],
  ["tags"],
  ["view-counter"],
];

const SHAPE_NAMES = [
  "words",
  "chars",
  "sentences",
  "commas-per-word",
  "stops-per-word",
  "symbols-share",
  "upper-share",
  "capital-words",
  "digit-share",
  "word-length",
  "short-lower-words",
] as const;

const FORM_NAMES = [
  "is-paragraph",
  "is-sentence",
  "is-title",
  "is-label",
  "is-list-item",
  "is-date-line",
  "ends-colon",
  "ends-question",
  "has-bar",
  "gap-before",
  "repeats",
] as const;

const PLACE_NAMES = [
  "position",
  "in-head",
  "in-body",
  "in-foot",
  "is-open",
  "words-before",
  "prose-before",
  "prose-after",
  "after-headline",
  "since-prose",
  "until-prose",
  "furniture-before",
  "dump-lines",
  "dump-words",
  "dump-prose",
] as const;

/** The names of all features, by column. */
export const LINE_FEATURES: readonly string[] = [
  ...SHAPE_NAMES,
  ...FORM_NAMES,
  ...PLACE_NAMES,
  ...TYPE_GROUPS.map(([type]) => `type-${type}`),
];

/** Numbers of a dump's lines: column after column, a number a line each. */
export interface LineSheet {
  readonly rows: number;
  readonly values: Float32Array;
}

/** Lines without prose that are counted; beyond it is far. */
const FAR = 40;

type Put = (name: string, row: number, value: number) => void;

function putShape(put: Put, row: number, shape: TextShape): void {
  const counted = wordsOf(shape);
  const words = Math.max(1, counted);
  const chars = Math.max(1, shape.chars);
  put("words", row, Math.log1p(counted));
  put("chars", row, Math.log1p(shape.chars));
  put("sentences", row, Math.min(shape.sentences, 8));
  put("commas-per-word", row, shape.commas / words);
  put("stops-per-word", row, shape.stops / words);
  put("symbols-share", row, shape.symbols / chars);
  put("upper-share", row, shape.letters ? shape.upper / shape.letters : 0);
  put("capital-words", row, shape.titled / words);
  put("digit-share", row, shape.digits / chars);
  put("word-length", row, Math.min(shape.letters / words, 15));
  put("short-lower-words", row, shape.shortLower / words);
}

function putForm(put: Put, row: number, line: Line, repeats: number): void {
  const { text, gapBefore } = line;
  put("is-paragraph", row, Number(isParagraph(text)));
  put("is-sentence", row, Number(isSentence(text)));
  put("is-title", row, Number(isTitle(text)));
  put("is-label", row, Number(isLabel(text)));
  put("is-list-item", row, Number(LIST_MARK.test(text)));
  put("is-date-line", row, Number(isDateLine(text)));
  put("ends-colon", row, Number(/[:：]$/u.test(text)));
  put("ends-question", row, Number(/[?？؟]["'”’»」]*$/u.test(text)));
  put("has-bar", row, Number(/\s[|•·»›]\s/u.test(text)));
  put("gap-before", row, Number(gapBefore));
  put("repeats", row, Math.min(repeats - 1, 3));
}

/** How far each line is from the nearest prose before it, in lines; from the end for that after it. */
function sinceProse(isProse: readonly boolean[]): readonly number[] {
  let since = FAR;
  return isProse.map((prose) => {
    const own = since;
    since = prose ? 0 : Math.min(FAR, since + 1);
    return own;
  });
}

/** Measures all lines of a dump, after the passes that the reading knows of. */
export function measureLines(reading: Reading): LineSheet {
  const { lines, headline, isOpen, typeOf, zoneOf } = reading;
  const rows = lines.length;
  const values = new Float32Array(rows * LINE_FEATURES.length);
  const columns = new Map(LINE_FEATURES.map((name, column) => [name, column]));
  const put: Put = (name, row, value) => {
    values[(columns.get(name) as number) * rows + row] = value;
  };
  const counts = new Map<string, number>();
  for (const { folded } of lines) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const { codes, starts } = codesOf(lines);
  const [shape, list] = [startShape(), startWords()];
  const words = new Float64Array(rows);
  lines.forEach((line, row) => {
    readShape({ codes, start: starts[row] as number, end: starts[row + 1] as number }, shape, list);
    words[row] = wordsOf(shape);
    putShape(put, row, shape);
    putForm(put, row, line, counts.get(line.folded) ?? 1);
    TYPE_GROUPS.forEach((types) => {
      const type = typeOf(line);
      put(`type-${types[0]}`, row, Number(type !== null && types.includes(type)));
    });
  });
  const isProse = lines.map((line) => isOpen(line) && isParagraph(line.text));
  const [since, until] = [sinceProse(isProse), sinceProse(isProse.toReversed()).toReversed()];
  const total = words.reduce((sum, count) => sum + count, 0);
  const prose = words.reduce((sum, count, row) => sum + (isProse[row] === true ? count : 0), 0);
  let [wordsBefore, proseBefore, furniture] = [0, 0, 0];
  lines.forEach((line, row) => {
    const zone = zoneOf(line);
    put("position", row, row / Math.max(1, rows - 1));
    put("in-head", row, Number(zone === "head"));
    put("in-body", row, Number(zone === "body"));
    put("in-foot", row, Number(zone === "foot"));
    put("is-open", row, Number(isOpen(line)));
    put("words-before", row, wordsBefore / Math.max(1, total));
    put("prose-before", row, Math.log1p(proseBefore));
    put("prose-after", row, Math.log1p(prose - proseBefore));
    put("after-headline", row, headline === null ? -1 : Number(row > headline.index));
    put("since-prose", row, Math.log1p(since[row] as number));
    put("until-prose", row, Math.log1p(until[row] as number));
    put("furniture-before", row, Math.log1p(furniture));
    put("dump-lines", row, Math.log1p(rows));
    put("dump-words", row, Math.log1p(total));
    put("dump-prose", row, prose / Math.max(1, total));
    wordsBefore += words[row] as number;
    if (isProse[row] === true) proseBefore += words[row] as number;
    if (!isOpen(line)) furniture += 1;
  });
  return { rows, values };
}

import type { BlockType } from "../../types.ts";
import { isDateLine } from "./date-matter.ts";
import type { Dump, Line } from "./dump.ts";
import { findBody } from "./find-body.ts";
import { isHeadMark } from "./head-marks.ts";
import { isParagraph } from "./line-shape.ts";
import type { Reading, TextFinding, Zone } from "./text-pass.ts";

/** A standfirst and a caption may stand before the byline; more paragraphs than this are the article. */
const MOST_PARAGRAPHS_IN_HEAD = 2;
/** How many lines under one of them a byline or a date may stand. */
const FARTHEST_HEAD_MARK = 12;
/** Dates over paragraphs, as often as this, are headings of a chronicle. */
const FEWEST_DAYS = 3;

/** The state of a dump between two passes, given the lines that passes pointed at. */
export function createReading(dump: Dump, found: ReadonlyMap<Line, TextFinding>): Reading {
  const { lines } = dump;
  const isOpen = (line: Line): boolean => !found.has(line);
  const body = findBody(lines, isOpen);
  const first = body === null ? lines.length : headEnd(lines, body.first, isOpen);
  const last = body?.last ?? lines.length;
  const zoneOf = (line: Line): Zone => (line.index < first ? "head" : line.index > last ? "foot" : "body");
  const typeOf = (line: Line): BlockType | null => found.get(line)?.type ?? null;
  return {
    dump,
    lines,
    headline: lines.find((line) => found.get(line)?.rule === "headline") ?? null,
    isOpen,
    typeOf,
    ruleOf: (line) => found.get(line)?.rule ?? null,
    zoneOf,
    paragraphs: lines.filter((line) => zoneOf(line) === "body" && isOpen(line) && isParagraph(line.text)),
  };
}

/** The first paragraph of the text proper: a byline or a date below a paragraph makes that one a standfirst or a caption. */
function headEnd(lines: readonly Line[], first: number, isOpen: (line: Line) => boolean): number {
  let end = first;
  let paragraphs = 0;
  // Days that head paragraphs one after the other are a chronicle.
  const days = lines.filter(
    (line, at) => isDateLine(line.text) && isParagraph(lines[at + 1]?.text ?? ""),
  ).length;
  const isMark = ({ text }: Line): boolean => isHeadMark(text) && !(days >= FEWEST_DAYS && isDateLine(text));
  let farthest = first + FARTHEST_HEAD_MARK;
  for (const line of lines.slice(first)) {
    if (line.index >= farthest || paragraphs > MOST_PARAGRAPHS_IN_HEAD) {
      break;
    }
    if (isMark(line)) {
      end = line.index + 1;
    } else if (isOpen(line) && isParagraph(line.text)) {
      // The first may be a notice of cookies over the menu, and the standfirst the second.
      paragraphs += 1;
      farthest = line.index + FARTHEST_HEAD_MARK;
    }
  }
  const next = lines.find((line) => line.index >= end && isOpen(line) && isParagraph(line.text));
  return next?.index ?? first;
}

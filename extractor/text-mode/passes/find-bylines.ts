import { isBracketedByline, isBracketedSignature, isEndMark } from "../../read-eastern-byline.ts";
import { CREDIT_WORDS } from "../../words/credit-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import { isBylineLabel, isListenLabel, isNameList, isWireLine, namesInByline } from "../head-marks.ts";
import { ROLE_WORDS } from "../../words/role-words.ts";
import { WIRE_NAMES } from "../../words/wire-names.ts";
import type { Line } from "../dump.ts";
import { isLabel } from "../line-shape.ts";
import { isLateInText } from "../late-in-text.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

const wire = createMatcher(WIRE_NAMES);
const role = createMatcher(ROLE_WORDS);
const source = createMatcher(CREDIT_WORDS);

const ADDRESS = /^\S+@[\w.-]+\.\w{2,}$/u;

/** `… the following month. BLOOMBERG`, `… sagte er. (dpa)`: a sentence, then the agency. */
const SIGN_OFF =
  /(?<=[.!?。！？؟۔।॥]["'”’»」』)]*)\s*(?:[(（[]\s*([^()（）[\]]{2,40})\s*[)）\]]|[-–—]{0,2}\s*([\p{Lu}][\p{L}\p{P} ]{1,30}))\s*\.?$/u;
const IN_BRACKETS = /^[(（[].*[)）\]]$/u;
/** Share of the text above the agency's line; requests of the page may follow it. */
const LATE_SIGN = 0.8;
/** `(Reporting by A; editing by B)` under the article. */
const DESK_LINE =
  /^[([（【]\s*(?:additional )?(?:reporting|writing|editing|compiled|with inputs|mit material|avec|con información|con informazioni|med material)\b.{3,200}[)\]）】.]$/iu;
/** The same without brackets: `Reporting by A; editing by B`. */
const BARE_DESK_LINE =
  /^(?:additional )?(?:reporting|writing|editing) by .{3,100}; ?(?:additional )?(?:reporting|writing|editing) by .{3,60}$/iu;

/** The rule's name, for the facts: what it removes names nobody. */
export const ROLE_LINE = "role-line";

/** Who wrote it, and which agency it came from. */
export const findBylines: TextPass = {
  name: "bylines",
  description: "bylines, and the names of agencies over and under an article",
  find: function* find(reading): Iterable<TextFinding> {
    const bylines = new Set<Line>();
    for (const line of reading.lines.filter(reading.isOpen)) {
      const found = roleFinding(line, reading, bylines) ?? lineFinding(line, reading);
      if (found !== null) {
        if (found.type === "byline") bylines.add(line);
        yield found;
      }
    }
    const last = reading.lines.findLast((line) => reading.isOpen(line) && SIGN_OFF.test(line.text));
    const isLast = last !== undefined && last.index >= (reading.paragraphs.at(-1)?.index ?? 0);
    const signed = isLast ? signOffOf(last) : null;
    if (signed !== null) {
      yield signed;
    }
  },
};

/** `Ann Roe, Ben Poe` next to the time of publication. */
function isNamesBesideDate(line: Line, { lines, typeOf, headline }: Reading): boolean {
  const beside = [lines[line.index - 1], lines[line.index + 1]];
  const dated = beside.some(
    (other) =>
      other !== undefined &&
      (typeOf(other) === "timestamp" || (role.starts(other.folded) && isLabel(other.text))),
  );
  return dated && headline !== null && line.index > headline.index && isNameList(line.text);
}

/** What the author is, or the author's address, right under the name or over the date. */
function roleFinding(line: Line, { lines, typeOf }: Reading, bylines: ReadonlySet<Line>): TextFinding | null {
  const above = lines[line.index - 1];
  const below = lines[line.index + 1];
  const beside =
    (above !== undefined && bylines.has(above)) || (below !== undefined && typeOf(below) === "timestamp");
  return beside && ((isLabel(line.text) && role.starts(line.folded)) || ADDRESS.test(line.text))
    ? { line, type: "byline", rule: ROLE_LINE }
    : null;
}

function lineFinding(line: Line, reading: Reading): TextFinding | null {
  const { zoneOf } = reading;
  const { text } = line;
  if (zoneOf(line) !== "head" && (isBracketedSignature(text) || isBracketedByline(text))) {
    return { line, type: "byline", rule: "bracketed-signature" };
  }
  if (zoneOf(line) !== "head" && isEndMark(text)) {
    return { line, type: "footer", rule: "end-mark" };
  }
  const late = isLateInText(line, reading, LATE_SIGN);
  if (isWireLine(text) && (late || IN_BRACKETS.test(text))) {
    return { line, type: "wire-credit", rule: "agency-line" };
  }
  if (zoneOf(line) === "body" && !(late && source.starts(text))) {
    return null;
  }
  if (isListenLabel(text)) {
    return { line, type: "listen-widget", rule: "listen-label" };
  }
  if (
    isWireLine(text) ||
    (source.starts(text) && text.length <= 60 && /[:：=]/u.test(text) && wire.ends(text))
  ) {
    return { line, type: "wire-credit", rule: "agency-line" };
  }
  if (namesInByline(text).length > 0) {
    return { line, type: "byline", rule: "byline-words" };
  }
  const underHeadline = reading.headline !== null && line.index > reading.headline.index;
  if (zoneOf(line) === "head" && underHeadline && isBylineLabel(text)) {
    return { line, type: "byline", rule: "byline-label" };
  }
  if (zoneOf(line) === "head" && isNamesBesideDate(line, reading)) {
    return { line, type: "byline", rule: "names-beside-date" };
  }
  return DESK_LINE.test(text) || BARE_DESK_LINE.test(text)
    ? { line, type: "byline", rule: "desk-line" }
    : null;
}

function signOffOf(line: Line): TextFinding | null {
  const match = SIGN_OFF.exec(line.text);
  const name = match?.[1] ?? match?.[2];
  if (match === null || name === undefined || !wire.is(name)) {
    return null;
  }
  // Without brackets only what is set in capitals is a signature.
  if (match[1] === undefined && name !== name.toUpperCase()) {
    return null;
  }
  return {
    line,
    part: { start: match.index, end: line.text.length },
    type: "wire-credit",
    rule: "agency-sign-off",
  };
}

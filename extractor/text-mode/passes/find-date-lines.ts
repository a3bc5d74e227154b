import { alphabeticLength } from "../../alphabetic-length.ts";
import { isDateLine, readDateMatter } from "../date-matter.ts";
import { isLabelStrip } from "../head-marks.ts";
import type { Line } from "../dump.ts";
import { isSentence } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

const LONGEST_DATE_LINE = 140;
/** What a strip with the day's date may hold besides: a zone, the switch to another language. */
const SPARED_IN_STRIP = 24;
/** What "Last updated" may hold besides its date. */
const SPARED_IN_STAMP = 14;

/** The day's date, and when the article was published and changed. */
export const findDateLines: TextPass = {
  name: "date-lines",
  description: "the day's date, and when the article was published and changed",
  find: function* find(reading): Iterable<TextFinding> {
    for (const line of reading.lines.filter(reading.isOpen)) {
      const rule =
        alphabeticLength(line.text) <= LONGEST_DATE_LINE
          ? (ruleFor(line, reading) ?? labelStrip(line, reading))
          : labelStrip(line, reading);
      if (rule !== null) {
        yield { line, type: "timestamp", rule };
      }
    }
  },
};

function labelStrip(line: Line, { zoneOf }: Reading): string | null {
  return zoneOf(line) !== "body" && isLabelStrip(line.text) ? "label-strip" : null;
}

function ruleFor(line: Line, { zoneOf }: Reading): string | null {
  const matter = readDateMatter(line.text);
  const timed = matter.clocks > 0 || matter.ago;
  if (matter.dates === 0 && !timed) {
    return null;
  }
  const inBody = zoneOf(line) === "body";
  if (matter.labelled && matter.left <= (inBody ? 2 : SPARED_IN_STAMP) && !isSentence(line.text)) {
    // A heading such as "Published 2019" has no time and no colon.
    return inBody && !/[:：|]/u.test(line.text) ? null : "stamp-line";
  }
  if (inBody) {
    return null;
  }
  if (isDateLine(line.text) || (timed && matter.left <= 2)) {
    return "date-line";
  }
  const labelled = /^[^:：]{2,40}[:：]\s*(.+)$/u.exec(line.text);
  if (timed && labelled !== null && readDateMatter(labelled[1] ?? "").left <= 2) {
    return "labelled-time";
  }
  const strip = matter.dates > 1 || (matter.dates > 0 && timed);
  return strip && matter.left <= SPARED_IN_STRIP && zoneOf(line) === "head" && !isSentence(line.text)
    ? "date-strip"
    : null;
}

import { plainDateText } from "../plain-digits.ts";
import { type DateOptions, FORMS } from "./date-forms.ts";
import { clockAfter, clockBefore } from "./read-clock.ts";
import type { CalendarDay } from "./solar-hijri.ts";

/** A date found in text. */
export interface FoundDate {
  /** ISO 8601, exactly as precise as the text: `2021-03-04`, `2021-03-04T05:06`, `2021-03-04T05:06:07+02:00`. */
  readonly iso: string;
  /** The stretch of text that was read. */
  readonly raw: string;
  readonly index: number;
}

/** Pages claim dates before the web (digitised archives), but below this they are placeholders such as 0001-01-01. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2099;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay({ year, month, day }: CalendarDay): boolean {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return false;
  if (year === 1970 && month === 1 && day === 1) return false; // the Unix epoch: an unset field
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** As far as a date's time is looked for, on either side of it. */
const REACH_BEFORE = 40;
const REACH_AFTER = 60;

interface Day {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

function findDay(text: string, options: DateOptions): Day | null {
  let best: Day | null = null;
  for (const form of FORMS) {
    const match = form.pattern.exec(text);
    if (!match || (best !== null && match.index >= best.start)) continue;
    const parts = form.read(match, options);
    if (parts === null || !isDay(parts)) continue;
    const iso = `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
    best = { iso, start: match.index, end: match.index + match[0].length };
  }
  return best;
}

/** The first date in a text, with the time and offset that stand right beside it, or null. */
export function findDate(said: string, options: DateOptions): FoundDate | null {
  const text = plainDateText(said);
  const day = findDay(text, options);
  if (day === null) return null;
  const after = clockAfter(text.slice(day.end, day.end + REACH_AFTER));
  if (after.iso !== "")
    return { iso: day.iso + after.iso, raw: text.slice(day.start, day.end + after.length), index: day.start };
  const before = clockBefore(text.slice(Math.max(0, day.start - REACH_BEFORE), day.start));
  const start = day.start - before.length;
  return { iso: day.iso + before.iso, raw: text.slice(start, day.end), index: start };
}

/** Seconds (10 digits) or milliseconds (13 digits) since 1970-01-01T00:00Z. */
function readEpoch(text: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null;
  const time = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
  return time.toISOString().replace(".000Z", "Z");
}

/** Tue Mar  4 05:06:07 CET 2021, as date(1) and Java print it. */
const UNIX_DATE = /(\p{L}{3})\s+(\d{1,2})\s+(\d\d:\d\d(?::\d\d)?)\s+(?:([A-Z]{2,5}|[+-]\d{4})\s+)?(\d{4})$/u;
/** Thursday, 04-Mar-21 05:06:07 GMT (RFC 850 §2.1.4); the web is younger than the century. */
const RFC_850 = /(?<!\d)(\d{2})-([A-Z][a-z]{2})-(\d{2})(?=\s)/;

/**
 * Reads a value that is meant to be a date (a meta tag, an attribute, a JSON-LD field) as ISO 8601.
 * The offset is the source's own; where it has none, none is added. Null when it is not a full date.
 */
export function parseDate(value: string, options: DateOptions): string | null {
  const text = value
    .trim()
    .replace("\u2212", "-")
    .replace(UNIX_DATE, "$1 $2, $5 $3 $4")
    .replace(RFC_850, "$1 $2 20$3");
  if (text.length < 6 || text.length > 80) return null;
  return readEpoch(text) ?? findDate(text, options)?.iso ?? null;
}

import { IRANIAN_MONTHS } from "../words/date-words.ts";

/** A day of the common calendar, as numbers. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What the months are called in Afghanistan, and other spellings. */
const OTHER_NAMES = "حمل ثور جوزا سرطان اسد|امرداد سنبله میزان عقرب قوس جدی دلو حوت"
  .split(" ")
  .map((names) => names.split("|"));

/** Months of the Solar Hijri calendar, each by all its names. */
const MONTHS = Object.values(IRANIAN_MONTHS)
  .flat()
  .map((name, index) => [name].concat(OTHER_NAMES[index] ?? []));

/** 15 اسفند 1402 · 15 اسفند ماه 1402 */
export const SOLAR_HIJRI_NAMED = new RegExp(
  String.raw`(?<!\d)(\d{1,2})\s+(${MONTHS.flat().join("|")})(?:\s+ماه)?(?:\s+سال)?[\s,،]+(1[34]\d\d)(?!\d)`,
  "u",
);

/** 1 to 12; 0 for what is no month. */
export const solarMonthOf = (name: string | undefined): number =>
  MONTHS.findIndex((names) => names.includes(name ?? "")) + 1;

/** Years of 366 days by their place in a cycle of 33: right from 1244 to 1472, which is 1865 to 2093 (the rule of Iranian almanacs). */
const LEAP = new Set([1, 5, 9, 13, 17, 22, 26, 30]);
const CYCLE = 33;
/** A year whose first day is known: the 20th of March 2024. */
const KNOWN_YEAR = 1403;
const KNOWN_START = Date.UTC(2024, 2, 20);
const DAY = 86_400_000;

const daysOf = (year: number): number => (LEAP.has(year % CYCLE) ? 366 : 365);

/** Days from the first of the known year to the first of this one. */
function daysToStart(year: number): number {
  let days = 0;
  for (let at = KNOWN_YEAR; at < year; at++) days += daysOf(at);
  for (let at = year; at < KNOWN_YEAR; at++) days -= daysOf(at);
  return days;
}

const isDay = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (month <= 6 ? 31 : 30);

/** A day of the Solar Hijri calendar in the common one; null where there is no such day. */
export function fromSolarHijri(
  year: string | undefined,
  month: number,
  day: string | undefined,
): CalendarDay | null {
  if (!isDay(month, Number(day))) return null;
  const monthStart = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const time = new Date(KNOWN_START + (daysToStart(Number(year)) + monthStart + Number(day) - 1) * DAY);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() };
}

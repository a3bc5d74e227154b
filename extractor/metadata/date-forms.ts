import { monthOf } from "./month-names.ts";
import { type CalendarDay, fromSolarHijri, SOLAR_HIJRI_NAMED, solarMonthOf } from "./solar-hijri.ts";

export interface DateOptions {
  /** BCP 47 tag that decides whether 3/4 is in March or April; without it such a date is not read. */
  readonly language: string | null;
}

/** Countries that write the month first; everyone else who uses slashes writes the day first. */
const MONTH_FIRST = new Set(["US", "PH", "FM", "PW"]);

/** One way to write a day. */
export interface Form {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, options: DateOptions): CalendarDay | null;
}

const num = (text: string | undefined): number => Number(text ?? Number.NaN);

/** "10" of ICU-less servers' two-digit years: 00-69 is this century, as POSIX strptime(3) has it. */
function fullYear(text: string | undefined): number {
  const year = num(text);
  if ((text ?? "").length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

interface NamedDay {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

/** Years of the Buddhist era, which Thai dates count in, are this far ahead. */
const BUDDHIST_ERA = 543;

function named({ year, month, day }: NamedDay, { language }: DateOptions): CalendarDay | null {
  const word = month ?? "";
  const number = monthOf(word.toLowerCase().replace(/\.$|\s/g, ""), language);
  if (number === undefined) return null;
  const said = fullYear(year);
  const isBuddhist = said > LATEST_COMMON_ERA && /\p{Script=Thai}/u.test(word);
  return { year: isBuddhist ? said - BUDDHIST_ERA : said, month: number, day: num(day) };
}

function slashed(match: RegExpExecArray, { language }: DateOptions): CalendarDay | null {
  const [first, second, year] = [num(match[1]), num(match[2]), fullYear(match[3])];
  if (first > 12 || first === second) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  const [tongue, ...subtags] = (language ?? "").split(/[-_]/);
  const region = subtags.find((tag) => /^[A-Za-z]{2}$/.test(tag))?.toUpperCase();
  if (region !== undefined && MONTH_FIRST.has(region)) return { year, month: first, day: second };
  if (!tongue || (tongue === "en" && region === undefined)) return null;
  return { year, month: second, day: first };
}

const WORD = String.raw`((?:كانون|تشرين)\s\p{L}{4,6}|\p{Script=Thai}{1,3}\.\p{Script=Thai}{1,2}\.?|[\p{L}\p{M}]{2,12}\.?)`;
const YEAR = String.raw`((?:1[7-9]|20)\d\d)`;
/** With those of the Buddhist era, by a month's name. */
const NAMED_YEAR = String.raw`((?:1[7-9]|20|2[45])\d\d)`;
/** Later years are of another era. */
const LATEST_COMMON_ERA = 2099;
const DAY = String.raw`(\d{1,2})`;
/** Weekday behind a date: （木） · (목) · 木曜日 · 星期四 · 周四 */
const EAST_ASIAN_WEEKDAY = String.raw`(?:\s?[(（]\p{L}(?:[・･]\p{L})?[)）]|\s?\p{L}曜日?|\s?\p{L}요일|\s?(?:星期|周|週|礼拜)\p{L})?`;
/** The year before the first of an era; the Republic of China counts from 1912. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911 };
const ymd = (match: RegExpExecArray): CalendarDay => ({
  year: num(match[1]),
  month: num(match[2]),
  day: num(match[3]),
});

/** The ways to write a day, all over the world. */
export const FORMS: readonly Form[] = [
  { pattern: new RegExp(String.raw`(?<!\d)${YEAR}-(\d\d)-(\d\d)(?!\d)`, "u"), read: ymd },
  { pattern: new RegExp(String.raw`(?<![\d-])${YEAR}-${DAY}-${DAY}(?![\d-])`, "u"), read: ymd },
  {
    // 2021年5月4日（火） · 2021년 5월 4일 화요일 · 2021.05.04.
    pattern: new RegExp(
      String.raw`(?<!\d)${YEAR}\s?[年년.]\s?${DAY}\s?[月월.]\s?${DAY}(?!\d)(?:\s?[日일號号](?!\p{L}*[曜요])|\.(?!\d))?${EAST_ASIAN_WEEKDAY}`,
      "u",
    ),
    read: ymd,
  },
  {
    // 令和3年5月4日 · 平成元年1月8日 · 民國110年5月4日
    pattern: new RegExp(
      String.raw`(令和|平成|昭和|民國)\s?(元|\d{1,3})\s?年\s?${DAY}\s?月\s?${DAY}\s?日${EAST_ASIAN_WEEKDAY}`,
      "u",
    ),
    read: (match) => ({
      year: (ERAS[match[1] ?? ""] ?? 0) + (match[2] === "元" ? 1 : num(match[2])),
      month: num(match[3]),
      day: num(match[4]),
    }),
  },
  { pattern: new RegExp(String.raw`(?<![\d/])${YEAR}/${DAY}/${DAY}(?![\d/])`, "u"), read: ymd },
  { pattern: new RegExp(String.raw`^${YEAR}(\d\d)(\d\d)(?=$|T|\d{4,6}$)`, "u"), read: ymd },
  {
    // 4 May 2021 · 4. Mai 2021 · 4 de mayo de 2021 · 1er mai 2021 · 4th of May, 2021 · 04-May-2021
    pattern: new RegExp(
      String.raw`(?<![\d.,:])${DAY}(?:\.|st|nd|rd|th|er|º|ª|-[a-zа-я]{1,3})?[\s\-/]*(?:(?:de|of|di|den)\s+|d['’]\s*)?${WORD}(?:\s?/\s?\p{Script=Arabic}{3,9})?[\s\-/,]*(?:(?:de|of|del|พ\.ศ\.)\s*)?['’]?${NAMED_YEAR}(?!\d)`,
      "iu",
    ),
    read: (match, options) => named({ year: match[3], month: match[2], day: match[1] }, options),
  },
  {
    // May 4, 2021 · Mai 4th 2021
    pattern: new RegExp(
      String.raw`(?<!\p{L})${WORD}[\s\-]*${DAY}(?:st|nd|rd|th)?(?:\s*,\s*|\s+|-)${YEAR}(?!\d)`,
      "iu",
    ),
    read: (match, options) => named({ year: match[3], month: match[1], day: match[2] }, options),
  },
  {
    // 2021. május 4. · 2021 m. gegužės 4 d. · 2021 May 4
    pattern: new RegExp(
      String.raw`(?<!\d)${YEAR}[.\s,]+(?:m\.\s*)?${WORD}\s+${DAY}(?![\d:])(?:\.|\s?d\.)?`,
      "iu",
    ),
    read: (match, options) => named({ year: match[1], month: match[2], day: match[3] }, options),
  },
  {
    // 4 tháng 5 năm 2021 · 4 tháng 5, 2021
    pattern: new RegExp(String.raw`(?<!\d)${DAY}\s+tháng\s+${DAY}(?:\s*,|\s+năm)?\s+${YEAR}(?!\d)`, "iu"),
    read: (match) => ({ year: num(match[3]), month: num(match[2]), day: num(match[1]) }),
  },
  { pattern: SOLAR_HIJRI_NAMED, read: (match) => fromSolarHijri(match[3], solarMonthOf(match[2]), match[1]) },
  {
    // 1400/02/14, where Persian or Pashto is written
    pattern: /(?<![\d/])(1[34]\d\d)\/(\d{1,2})\/(\d{1,2})(?![\d/])/u,
    read: (match, { language }) =>
      /^(?:fa|ps|prs)\b/.test(language ?? "") ? fromSolarHijri(match[1], num(match[2]), match[3]) : null,
  },
  {
    pattern: new RegExp(String.raw`(?<![\d.])${DAY}\.\s?${DAY}\.\s?${YEAR}(?!\d)(?:\.(?!\d))?`, "u"),
    read: (match) => ({ year: num(match[3]), month: num(match[2]), day: num(match[1]) }),
  },
  {
    pattern: /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.])/u,
    read: (match) => ({ year: fullYear(match[3]), month: num(match[2]), day: num(match[1]) }),
  },
  {
    pattern: new RegExp(String.raw`(?<![\d\-])(\d{2})-(\d{2})-${YEAR}(?!\d)`, "u"),
    read: slashed,
  },
  { pattern: new RegExp(String.raw`(?<![\d/])${DAY}/${DAY}/(\d{4}|\d{2})(?![\d/])`, "u"), read: slashed },
];

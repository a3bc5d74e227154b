import { plainDateText } from "../plain-digits.ts";
import { MONTHS } from "./month-names.ts";

/** A date found in text. */
export interface FoundDate {
  /** ISO 8601, exactly as precise as the text: `2021-03-04`, `2021-03-04T05:06`, `2021-03-04T05:06:07+02:00`. */
  readonly iso: string;
  /** The stretch of text that was read. */
  readonly raw: string;
  readonly index: number;
}

export interface DateOptions {
  /** BCP 47 tag that decides whether 3/4 is in March or April; without it such a date is not read. */
  readonly language: string | null;
}

/** Pages claim dates before the web (digitised archives), but below this they are placeholders such as 0001-01-01. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2099;

/** Offsets of RFC 822 §5.1 and the two that European pages write. Others (IST, BST, CST in China) have several meanings. */
const ZONES: Readonly<Record<string, string>> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  cet: "+01:00",
  cest: "+02:00",
  mez: "+01:00",
  mesz: "+02:00",
  est: "-05:00",
  edt: "-04:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** Countries that write the month first; everyone else who uses slashes writes the day first. */
const MONTH_FIRST = new Set(["US", "PH", "FM", "PW"]);

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Form {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, options: DateOptions): Parts | null;
}

const num = (text: string | undefined): number => Number(text ?? Number.NaN);

/** "10" of ICU-less servers' two-digit years: 00-69 is this century, as POSIX strptime(3) has it. */
function fullYear(text: string | undefined): number {
  const year = num(text);
  if ((text ?? "").length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function named(year: string | undefined, month: string | undefined, day: string | undefined): Parts | null {
  const number = MONTHS.get((month ?? "").toLowerCase().replace(/\.$|\s/g, ""));
  return number === undefined ? null : { year: fullYear(year), month: number, day: num(day) };
}

function slashed(match: RegExpExecArray, { language }: DateOptions): Parts | null {
  const [first, second, year] = [num(match[1]), num(match[2]), fullYear(match[3])];
  if (first > 12 || first === second) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  const [tongue, ...subtags] = (language ?? "").split(/[-_]/);
  const region = subtags.find((tag) => /^[A-Za-z]{2}$/.test(tag))?.toUpperCase();
  if (region !== undefined && MONTH_FIRST.has(region)) return { year, month: first, day: second };
  if (!tongue || (tongue === "en" && region === undefined)) return null;
  return { year, month: second, day: first };
}

const WORD = String.raw`((?:كانون|تشرين)\s\p{L}{4,6}|[\p{L}\p{M}]{2,12}\.?)`;
const YEAR = String.raw`((?:1[7-9]|20)\d\d)`;
const DAY = String.raw`(\d{1,2})`;
/** Weekday behind a date: （木） · (목) · 木曜日 · 星期四 · 周四 */
const EAST_ASIAN_WEEKDAY = String.raw`(?:\s?[(（]\p{L}(?:[・･]\p{L})?[)）]|\s?\p{L}曜日?|\s?\p{L}요일|\s?(?:星期|周|週|礼拜)\p{L})?`;
/** The year before the first of an era; the Republic of China counts from 1912. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911 };
const ymd = (match: RegExpExecArray): Parts => ({
  year: num(match[1]),
  month: num(match[2]),
  day: num(match[3]),
});

const FORMS: readonly Form[] = [
  { pattern: new RegExp(String.raw`(?<!\d)${YEAR}-(\d\d)-(\d\d)(?!\d)`, "u"), read: ymd },
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
      String.raw`(?<![\d.,:])${DAY}(?:\.|st|nd|rd|th|er|º|ª|-[a-zа-я]{1,3})?[\s\-/]*(?:(?:de|of|di|den)\s+|d['’]\s*)?${WORD}[\s\-/,]*(?:(?:de|of|del)\s+)?['’]?${YEAR}(?!\d)`,
      "iu",
    ),
    read: (match) => named(match[3], match[2], match[1]),
  },
  {
    // May 4, 2021 · Mai 4th 2021
    pattern: new RegExp(
      String.raw`(?<!\p{L})${WORD}[\s\-]*${DAY}(?:st|nd|rd|th)?(?:\s*,\s*|\s+|-)${YEAR}(?!\d)`,
      "iu",
    ),
    read: (match) => named(match[3], match[1], match[2]),
  },
  {
    // 2021. május 4. · 2021 m. gegužės 4 d. · 2021 May 4
    pattern: new RegExp(String.raw`(?<!\d)${YEAR}[.\s,]+(?:m\.\s*)?${WORD}\s+${DAY}(?![\d:])`, "iu"),
    read: (match) => named(match[1], match[2], match[3]),
  },
  {
    pattern: new RegExp(String.raw`(?<![\d.])${DAY}\.\s?${DAY}\.\s?${YEAR}(?!\d)`, "u"),
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

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay({ year, month, day }: Parts): boolean {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return false;
  if (year === 1970 && month === 1 && day === 1) return false; // the Unix epoch: an unset field
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

const pad = (value: number): string => String(value).padStart(2, "0");

// Between a date and its time: "T", "at", "um", "a las", a comma, a bar; then 10:05, 10h05, 10.05 Uhr.
const TIME =
  /^(?:\s*(?:T|at|um|à|a las|às|alle|ore|o godz\.?|kl\.?|klo|om|в|о|@|[,|·•–—-])\s*|\s+|\s*,\s*){0,2}(\d{1,2})(?:[:h](\d\d)|\.(\d\d)(?=\s*Uhr))(?::(\d\d)(?:[.,]\d+)?)?(?:\s*(a\.?m\.?|p\.?m\.?)(?![\p{L}]))?(?:\s*Uhr)?(?:\s*([+-]\d\d:?\d\d|[+-]\d\d(?!\d)|Z(?![\p{L}])|[A-Z]{3,4}(?![\p{L}])))?/iu;

/** 午後5時32分 · 下午3:05 · 오후 2시 5분 · 17時 · 09:30 ص: the half of the day before the hour, or one letter behind it. */
const EASTERN_TIME =
  /^[\s,،|·–—-]*(?:الساعة\s*|ساعت\s*)?(午前|午後|上午|下午|凌晨|清晨|早上|晚上|傍晚|오전|오후)?\s?(\d{1,2})(?:[時时시點点]\s?(?:(\d{1,2})\s?[分분])?|[:：](\d\d)(?::\d\d)?)(?:\s?(صباحا?|صباحًا|ص|مساءً?|م)(?!\p{L}))?/u;
const AFTERNOON = /^(?:午後|下午|晚上|傍晚|오후|م)/u;

const COMPACT_TIME = /^T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?$/;

function zoneOf(text: string | undefined): string {
  if (text === undefined) return "";
  const numeric = /^([+-]\d\d):?(\d\d)?$/.exec(text);
  if (numeric) return `${numeric[1]}:${numeric[2] ?? "00"}`;
  return ZONES[text.toLowerCase()] ?? "";
}

interface Clock {
  readonly iso: string;
  readonly length: number;
}

function readClock(rest: string): Clock {
  const compact = COMPACT_TIME.exec(rest);
  if (compact) {
    const seconds = compact[3] === undefined ? "" : `:${compact[3]}`;
    return { iso: `T${compact[1]}:${compact[2]}${seconds}${zoneOf(compact[4])}`, length: compact[0].length };
  }
  const eastern = EASTERN_TIME.exec(rest);
  if (
    eastern !== null &&
    (eastern[1] ?? eastern[3] ?? eastern[5] ?? /[時时시點点]/u.exec(eastern[0])) !== null
  )
    return readEasternClock(eastern);
  const match = TIME.exec(rest);
  if (!match) return { iso: "", length: 0 };
  const minute = num(match[2] ?? match[3]);
  let hour = num(match[1]);
  const half = match[5]?.[0]?.toLowerCase();
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return { iso: "", length: 0 };
  const seconds = match[4] === undefined ? "" : `:${match[4]}`;
  return { iso: `T${pad(hour)}:${pad(minute)}${seconds}${zoneOf(match[6])}`, length: match[0].length };
}

function readEasternClock(match: RegExpExecArray): Clock {
  const minute = num(match[3] ?? match[4] ?? "0");
  const half = match[1] ?? match[5] ?? "";
  let hour = num(match[2]);
  if (AFTERNOON.test(half) && hour < 12) hour += 12;
  else if (/^(?:午前|上午|凌晨|오전|ص)/u.test(half) && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return { iso: "", length: 0 };
  return { iso: `T${pad(hour)}:${pad(minute)}`, length: match[0].length };
}

/** The first date in a text, with the time and offset that stand right after it, or null. */
export function findDate(said: string, options: DateOptions): FoundDate | null {
  const text = plainDateText(said);
  let best: FoundDate | null = null;
  for (const form of FORMS) {
    const match = form.pattern.exec(text);
    if (!match || (best !== null && match.index >= best.index)) continue;
    const parts = form.read(match, options);
    if (parts === null || !isDay(parts)) continue;
    const day = `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
    const end = match.index + match[0].length;
    const clock = readClock(text.slice(end, end + 60));
    best = { iso: day + clock.iso, raw: text.slice(match.index, end + clock.length), index: match.index };
  }
  return best;
}

/** Seconds (10 digits) or milliseconds (13 digits) since 1970-01-01T00:00Z. */
function readEpoch(text: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null;
  const time = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
  return time.toISOString().replace(".000Z", "Z");
}

/**
 * Reads a value that is meant to be a date (a meta tag, an attribute, a JSON-LD field) as ISO 8601.
 * The offset is the source's own; where it has none, none is added. Null when it is not a full date.
 */
export function parseDate(value: string, options: DateOptions): string | null {
  const text = value.trim();
  if (text.length < 6 || text.length > 80) return null;
  return readEpoch(text) ?? findDate(text, options)?.iso ?? null;
}

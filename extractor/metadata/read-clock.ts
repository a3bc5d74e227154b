import { ZONE, zoneOf } from "./zone-offsets.ts";

/** A time of day beside a date. */
export interface Clock {
  /** `T17:06`, `T17:06:07+02:00`; empty where none was found. */
  readonly iso: string;
  /** Characters of text that it takes, with what stands between it and the date. */
  readonly length: number;
}

const NONE: Clock = { iso: "", length: 0 };

const HALF = String.raw`(?:\s*(a\.?m\.?|p\.?m\.?)(?!\p{L}))?`;
const OFFSET = `(?:${ZONE})?`;
/** 10:05 · 10h05 · 10.05 where a word says that it is a time. */
const HOUR_MINUTE = String.raw`(\d{1,2})(?:[:h](\d\d)|\.(\d\d)(?=\s*(?:Uhr|WIB|WITA|WIT)(?!\p{L}))|(?<=(?:kl\.?|klo|alle|ore)\s*\d\d?)\.(\d\d))(?::(\d\d)(?:[.,]\d+)?)?`;

/** Between a date and its time: "T", "at", "um", "a las", a comma, a bar. */
const AFTER = new RegExp(
  String.raw`^(?:\s*(?:T|at|um|à|a las|às|alle|ore|o godz\.?|kl\.?|klo|om|ob|u|в|о|@|[,|·•–—-])\s*|\s+|\s*,\s*){0,2}${HOUR_MINUTE}${HALF}(?:\s*Uhr)?${OFFSET}`,
  "iu",
);

/** Before a date: "7:40 a.m. ET March 5, 2024", "07:40, 05.03.2024", with the weekday between the two. */
const BEFORE = new RegExp(
  String.raw`(?:^|(?<=[\s|(·•–—,]))${HOUR_MINUTE}${HALF}(?:\s*Uhr)?(?:\s*\(?([A-Z]{2,4}|мск)\)?(?!\p{L}))?[\s,|·•–—-]*(?:(?:on|am|vom|le|el|il|den|dne)\s+)?(?:\p{L}{2,12}\.?,?\s*)?$`,
  "iu",
);

/** 午後5時32分 · 下午3:05 · 오후 2시 5분 · 17時 · 09:30 ص: the half of the day before the hour, or one letter behind it. */
const EASTERN_TIME =
  /^[\s,،|·–—-]*(?:الساعة\s*|ساعت\s*)?(午前|午後|上午|下午|凌晨|清晨|早上|晚上|傍晚|오전|오후)?\s?(\d{1,2})(?:[時时시點点]\s?(?:(\d{1,2})\s?[分분])?|[:：](\d\d)(?::\d\d)?)(?:\s?(صباحا?|صباحًا|ص|مساءً?|م)(?!\p{L}))?/u;
const AFTERNOON = /^(?:午後|下午|晚上|傍晚|오후|م)/u;
const MORNING = /^(?:午前|上午|凌晨|오전|ص)/u;

const COMPACT_TIME = /^T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?$/;

const pad = (value: number): string => String(value).padStart(2, "0");

interface Hands {
  readonly hour: number;
  readonly minute: number;
  /** Of two that are numbered alike. */
  readonly half: "morning" | "afternoon" | null;
}

function write({ hour, minute, half }: Hands): string {
  const hours = half === "afternoon" && hour < 12 ? hour + 12 : half === "morning" && hour === 12 ? 0 : hour;
  return hours > 23 || minute > 59 ? "" : `T${pad(hours)}:${pad(minute)}`;
}

/** A match of AFTER or BEFORE, which have the same groups. */
function readWestern(match: RegExpExecArray): Clock {
  const half = match[6]?.[0]?.toLowerCase();
  const hands = write({
    hour: Number(match[1]),
    minute: Number(match[2] ?? match[3] ?? match[4]),
    half: half === "p" ? "afternoon" : half === "a" ? "morning" : null,
  });
  if (hands === "") return NONE;
  const seconds = match[5] === undefined ? "" : `:${match[5]}`;
  return { iso: hands + seconds + zoneOf(match[7]), length: match[0].length };
}

function readEastern(match: RegExpExecArray): Clock {
  const half = match[1] ?? match[5] ?? "";
  const iso = write({
    hour: Number(match[2]),
    minute: Number(match[3] ?? match[4] ?? "0"),
    half: AFTERNOON.test(half) ? "afternoon" : MORNING.test(half) ? "morning" : null,
  });
  return iso === "" ? NONE : { iso, length: match[0].length };
}

/** The time that a text behind a date begins with. */
export function clockAfter(rest: string): Clock {
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
    return readEastern(eastern);
  const match = AFTER.exec(rest);
  return match === null ? NONE : readWestern(match);
}

/** The time that a text before a date ends with. */
export function clockBefore(head: string): Clock {
  const match = /\d[:.h]\d\d/.test(head) ? BEFORE.exec(head) : null;
  return match === null ? NONE : readWestern(match);
}

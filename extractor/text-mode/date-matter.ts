import { MONTHS } from "../metadata/month-names.ts";
import { denseCharacters } from "../alphabetic-length.ts";
import { plainDateText } from "../plain-digits.ts";
import { remember } from "../remember.ts";
import { TIMESTAMP_WORDS } from "../words/byline-words.ts";
import { AGO_WORDS, IRANIAN_MONTHS, WEEKDAY_WORDS } from "../words/date-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { lettersIn } from "./line-shape.ts";

/** What a line holds of dates and times, and what else it says. */
export interface DateMatter {
  readonly dates: number;
  readonly clocks: number;
  /** "3 hours ago" and the like. */
  readonly ago: boolean;
  /** The line begins with "Published", "Updated" and the like. */
  readonly labelled: boolean;
  /** The text without dates, times, weekdays and labels. */
  readonly rest: string;
  /** Letters and digits of `rest`. */
  readonly left: number;
}

const stamps = createMatcher(TIMESTAMP_WORDS);
const weekdays = createMatcher(WEEKDAY_WORDS);
/** "3 hours ago", "yesterday" and the like. */
export const timesSince = createMatcher(AGO_WORDS);
const iranian = new Set(Object.values(IRANIAN_MONTHS).flat());

const NUMERIC_DATE =
  /(?<!\d)(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2})(?!\d)\.?/gu;
const EAST_ASIAN_DATE =
  /(?:(?:(?:令和|平成|昭和|(?:中華)?民國)\s?)?(?:\d{1,4}|元)\s?[年년]\s?)?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일號号]|\d{4}\s?[年년]\s?\d{1,2}\s?[月월][号號호]/gu;
const DAY_MONTH =
  /(?<![\d.,])(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[\s-]*(?:(?:de|of|di|den)\s+|d['’])?((?:كانون|تشرين)\s\p{L}{4,6}|[\p{L}\p{M}]{3,12}|آب|मई|می|مه|دی)\.?[\s,-]*(?:(?:de|del)\s+)?(\d{4}(?!\d))?/giu;
const MONTH_DAY =
  /(?<!\p{L})((?:كانون|تشرين)\s\p{L}{4,6}|[\p{L}\p{M}]{3,12}|آب|मई|می|مه|دی)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d:])/giu;
const CLOCK =
  /(?<![\d.,])\d{1,2}(?:[:h]\d{2}(?::\d{2})?|\.\d{2}(?=\s*(?:uhr|час|год))|(?<=\bklo?\.?\s{0,2}\d{1,2})\.\d{2}(?!\d))\s*(?:uhr\b|[ap]\.?\s?m\b\.?)?(?:\s*(?:utc|gmt|[A-Z]{2,4}T)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?(?![\p{Ll}]))?|(?:午前|午後|上午|下午|오전|오후)?\s*\d{1,2}\s?[時시点點]\s?(?:\d{1,2}\s?[分분])?/giu;
/** What every date without a month's name has, and every clock time: most numbers in a line are neither. */
const NUMBER_WITH_MARK = /\d\s?[./:h-]|[月월時시点點]/iu;
/** Leftovers of dates in words: "г.", "Uhr", "a las". */
const GLUE =
  /(?<!\p{L})(?:uhr|um|at|kl|klo|den|d|godz|r|dne|v|saat|à|às|a las|alle|ore|ora|год|г|року|р|в|о|am|pm|ist|est|edt|pst|pdt|cet|cest|msk|мск|jst|kst|hrs?|utc|gmt|z|ص|م|صباحا|صباحًا|مساء|مساءً|الساعة|ساعت|बजे|午前|午後|上午|下午|오전|오후|凌晨|早上|晚上)(?!\p{L})\.?/giu;

function isMonth(word: string): boolean {
  const plain = word.toLowerCase().replace(/\s/u, "");
  return MONTHS.has(plain) || iranian.has(plain);
}

/** A line without its dates and clock times. */
interface Undated {
  readonly dates: number;
  readonly clocks: number;
  /** Digits as ASCII. */
  readonly rest: string;
}

/** Cuts dates and clock times out of a line. */
export function cutDates(text: string): Undated {
  let dates = 0;
  let clocks = 0;
  const take = (): string => {
    dates += 1;
    return " ";
  };
  const plain = plainDateText(text).replace(/^\s*date\b/iu, " ");
  const hasMark = NUMBER_WITH_MARK.test(plain);
  const marked = hasMark ? plain.replace(EAST_ASIAN_DATE, take).replace(NUMERIC_DATE, take) : plain;
  const named = marked
    .replace(MONTH_DAY, (whole: string, month: string) => (isMonth(month) ? take() : whole))
    .replace(DAY_MONTH, (whole: string, _day: string, month: string) => (isMonth(month) ? take() : whole));
  const rest = hasMark
    ? named.replace(CLOCK, () => {
        clocks += 1;
        return " ";
      })
    : named;
  return { dates, clocks, rest };
}

/** Takes a line apart into its dates, times and labels, and the rest. */
export const readDateMatter = remember((text): DateMatter => readUndated(text, cutDates(text)));

/** The same of a line whose dates were cut out before. */
export function readUndated(text: string, { dates, clocks, rest }: Undated): DateMatter {
  const since = timesSince.has(rest);
  const bare = weekdays.without(since ? timesSince.without(rest) : rest);
  const labelled = stamps.starts(text);
  const left = stamps.without(bare).replace(GLUE, " ");
  return {
    dates,
    clocks,
    ago: since,
    labelled,
    rest: left,
    left: lettersIn(left) + Math.round(1.2 * denseCharacters(left)) + (left.match(/\d/gu)?.length ?? 0),
  };
}

/** Letters that a date line may hold besides its dates: a zone, "г.", "Uhr". */
const SPARED = 6;
const LONGEST_DATE_LINE = 140;

/** True for a line that says when and nothing else. */
export const isDateLine = remember((text): boolean => {
  if (text.length > LONGEST_DATE_LINE || !/\p{N}/u.test(text)) {
    return false;
  }
  const matter = readDateMatter(text);
  return (
    (matter.dates > 0 || (matter.labelled && (matter.clocks > 0 || matter.ago))) && matter.left <= SPARED
  );
});

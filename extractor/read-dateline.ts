import { readDateMatter } from "./text-mode/date-matter.ts";
import { NO_PLACE_WORDS } from "./words/dateline-words.ts";
import { WIRE_NAMES } from "./words/wire-names.ts";
import { createMatcher } from "./words/word-list.ts";

/** Where and when a text says that it was written. */
export interface Dateline {
  /** `BRACKEN QUAY` */
  readonly place: string;
  /** Place and date as the text has them, without the agency: `BRACKEN QUAY, March 3`. */
  readonly dateline: string;
  /** UTF-16 length of all of it, with the dash and the space after it. */
  readonly length: number;
}

const noPlace = createMatcher(NO_PLACE_WORDS);
const wire = createMatcher(WIRE_NAMES);

/** A dateline longer than this is a sentence. */
const LONGEST = 110;

/** Letters that may stand beside a date: a weekday, a country. */
const LEFT_BESIDE_DATE = 14;

/** What sets the dateline off from the first sentence. */
const DASH = String.raw`\s*(?:--|[–—―−-])\s`;

const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}'’. /-]{2,40}?`;
const NAMES = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.]*|de|do|da|del|di|la|le|el|am|an|der|sur|upon)(?:[ /-](?:\p{Lu}[\p{L}\p{M}'’.]*|de|do|da|del|di|la|le|el|am|an|der|sur|upon)){0,4}`;
const ARABIC = String.raw`[\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+){0,2}`;
const AGENCY = String.raw`\((?<agency>[^()]{0,30}\p{L}[^()]{0,10})\)`;

interface Form {
  readonly pattern: RegExp;
  /** Whether the agency must be one that is known. */
  readonly agency: "known" | "any";
}

/** Forms by how they are set, the surest first. Each has a `place` and may have a `date` and an `agency`. */
const FORMS: readonly Form[] = [
  // 新华社北京3月3日电（记者 …）, 中新社…电
  {
    pattern:
      /^(?<agency>新华社|新華社|中新社|中新网|中央社|人民网)(?<place>\p{Script=Han}{2,8}?)(?<date>\d{1,2}月\d{1,2}日)[电電讯訊]?(?:\s?[（(][^）)]{1,30}[）)])?\s*/u,
    agency: "any",
  },
  // （中央社記者王小明台北3日電）
  {
    pattern:
      /^[（(](?<agency>中央社|路透社|法新社)?[记記]者\p{Script=Han}{2,3}\s?(?<place>\p{Script=Han}{2,3})(?<date>(?:\d{1,2}月)?\d{1,2}日)[电電讯訊][）)]\s*/u,
    agency: "any",
  },
  // （吉隆坡3日讯）
  {
    pattern: /^[（(](?<place>\p{Script=Han}{2,6})(?<date>(?:\d{1,2}月)?\d{1,2}日)[电電讯訊][）)]\s*/u,
    agency: "any",
  },
  // 【東京=…】, ［東京 ３日 ロイター］ -, 【ロンドン＝…】
  {
    pattern:
      /^[【［[](?<place>[\p{Script=Han}\p{Script=Katakana}ー]{2,12})(?:\s(?<date>[\d０-９]{1,2}日))?(?:\s?[=＝・]\s?|\s)(?<agency>[^】］\]]{2,24})[】］\]]\s*(?:[-–—]\s*)?/u,
    agency: "any",
  },
  // (서울=연합뉴스) 홍길동 기자 =, [서울=뉴시스]
  {
    pattern:
      /^[([](?<place>\p{Script=Hangul}{2,8})\s?=\s?(?<agency>[\p{Script=Hangul}\d]{2,8})[)\]]\s*(?:[\p{Script=Hangul}\s·]{2,20}(?:기자|특파원)\s*=?\s*)?/u,
    agency: "any",
  },
  // القاهرة (رويترز) -
  {
    pattern: new RegExp(
      String.raw`^(?<place>${ARABIC})(?<date>\s\d{1,2}\s[\p{Script=Arabic}]+)?\s${AGENCY}${DASH}\s*`,
      "u",
    ),
    agency: "any",
  },
  // (ANSA) - ROMA, 03 MAR -
  {
    pattern: new RegExp(
      String.raw`^${AGENCY}${DASH}\s*(?<place>${CAPITALS})(?:,\s(?<date>[^–—()-]{2,24}?))?${DASH}\s*`,
      "u",
    ),
    agency: "any",
  },
  // МОСКВА, 3 мар — РИА Новости.  МОСКВА, 3 марта. /ТАСС/.  КИЇВ. 3 березня. УНН.
  {
    pattern:
      /^(?<place>\p{Lu}[\p{Lu}\p{M}'’. -]{2,30}?)[,.]\s(?<date>\d{1,2}\s\p{L}{3,9})\.?\s*(?:[—–-]\s)?\/?(?<agency>[\p{L}\s-]{2,24}?)\/?\.\s/u,
    agency: "known",
  },
  // PTI and others: New Delhi, March 3 (PTI) with nothing after it
  {
    pattern: new RegExp(
      String.raw`^(?<place>${NAMES}),\s(?<date>[^–—()]{2,30}?)\s*${AGENCY}[\s.:]+(?:[–—-]\s?)?`,
      "u",
    ),
    agency: "known",
  },
  // Madrid, 3 mar (EFE).-  Hamburg (dpa/lno) –  OSLO (NTB):  København (/ritzau/) -
  {
    pattern: new RegExp(
      String.raw`^(?<place>${CAPITALS}|${NAMES})(?:[,.]\s(?<date>[^–—()]{2,40}?))?\s*${AGENCY}\s*(?:[.:]?(?:--|[–—―−-])|:)\s*`,
      "u",
    ),
    agency: "any",
  },
  // WASHINGTON –  BRACKEN QUAY, March 3 —  MADRID.-
  {
    pattern: new RegExp(
      String.raw`^(?<place>${CAPITALS})(?:,\s(?<date>[^–—()]{2,30}?))?(?:${DASH}\s*|\.-\s*)`,
      "u",
    ),
    agency: "any",
  },
  // Lisboa, 03 mar 2026 –  (a place in small letters needs its date)
  {
    pattern: new RegExp(
      String.raw`^(?<place>${NAMES}),\s(?<date>\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?(?:\s\d{4})?)\s*(?:[.]?(?:--|[–—―−-]))\s*`,
      "u",
    ),
    agency: "any",
  },
];

/** Reads the dateline at the head of a text (white space folded), or null. */
export function readDateline(text: string): Dateline | null {
  const head = text.slice(0, LONGEST);
  for (const { pattern, agency } of FORMS) {
    const match = pattern.exec(head);
    // A sentence follows, and sentences begin with a capital where there are any.
    if (match?.groups !== undefined && /^[^\p{Ll}]/u.test(text.slice(match[0].length))) {
      const { place = "", date, agency: name } = match.groups;
      if (isPlace(place, text) && isDate(date) && (agency === "any" || wire.is(name ?? ""))) {
        const said = date === undefined ? "" : `${/^\p{Script=Han}/u.test(place) ? " " : ", "}${date.trim()}`;
        return { place: place.trim(), dateline: `${place.trim()}${said}`, length: match[0].length };
      }
    }
  }
  return null;
}

/** A line all in capitals is a heading, and some words before a dash are labels. */
function isPlace(place: string, text: string): boolean {
  return !noPlace.is(place) && (text.toUpperCase() !== text || text.toLowerCase() === text.toUpperCase());
}

/** What stands after the place is a date, or a country; half a sentence is neither. */
function isDate(date: string | undefined): boolean {
  if (date === undefined) {
    return true;
  }
  const matter = readDateMatter(date);
  return (
    matter.left <= LEFT_BESIDE_DATE || (matter.dates === 0 && /^(?:\p{Lu}[\p{L}.]*\s?){1,3}$/u.test(date))
  );
}

import { squash } from "./fold-text.ts";
import { isInstitution, wordsOf } from "./is-name.ts";

/** Addresses that stand beside a name. */
export const CONTACT = /[^\s()<>[\]]+@[^\s()<>[\]]+\.\w+|(?:https?:)?\/\/\S+|\bwww\.\S+|(?<!\S)@[\w.]+/gu;
/** What follows a name on the same line: a date, a time, a reading time, a counter. */
const TRAILING =
  /(?:\s+|\s*[|·•–—,(-]\s*|(?<=\d)\b)(?:(?:on|am|vom|le|el|il|den|dne|posted|published|updated|veröffentlicht|publié|publicado|aktualisiert|stand|last updated)\b[\s:]*){0,2}(?:(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\p{L}*[\s,.]+)?(?:\d{1,2}[\s./-].{0,3}[\d\p{L}]|\d{4}[-./年]|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?\s+\d|\d+\s*(?:min|comment|kommentar|views|shares)).*$/isu;

/** Whose words begin with capitals, the first of them at least two: "Ida Holm", "Greta van der Wal". */
const FULL_NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s+(?:\p{Lu}[\p{L}.’'-]*|v[oa]n|de[rnl]?|d[aiu]|la|le|al|el|bin|y|ter|ten|zu)){1,4}?`;
/** "Ida Holm in Kano", "Ida Holm for The Courier" */
const FOR_OR_IN = new RegExp(
  String.raw`^(${FULL_NAME})\s+(?:in|for|from|at|aus|für|à|pour|para|en|per|voor|uit|из|для|dla)\s+(?:(?:the|die|der|das|la|le|il|el|den|het|de)\s+)?\p{Lu}.*$`,
  "u",
);
/** "Ida Holm is the Gazette's reporter": what a line says of its writer. */
const SENTENCE_ABOUT = new RegExp(
  String.raw`^(${FULL_NAME})\s+(?:is|was|has|writes|covers|works|reports|ist|war|schreibt|arbeitet|est|écrit|es|escribe|è|scrive|é|escreve|jest|pisze|är|skriver|er)\s+\p{L}.*\s.*$`,
  "u",
);
/** The name that a sentence about its bearer begins with; any other line as it is. */
export const nameInSentence = (line: string): string => line.replace(SENTENCE_ABOUT, "$1");

/** The button beside a name. */
const FOLLOW =
  /\s+(?:follow(?:ing)?|(?:\+ ?)?folgen|suivre|s['’]abonner|seguir|segui|volgen|obserwuj|подписаться|підписатися|takip et|フォロー(?:する)?|关注|關注|팔로우)$/iu;

/** A name that a portrait's description and the line beside it both give. */
const TWICE = /^(\S{3,}.*?)\s+\1$/iu;

/** A line of names without the day behind them; where it begins with the day, as it is. */
export const withoutDateBehind = (line: string): string => {
  const head = line.replace(TRAILING, "");
  return /\p{L}{2}.*\s\p{L}/u.test(head) ? head : line;
};

/** What stands in brackets with a comma in it: "(Brest, correspondante)". */
const ASIDE = /\s*\([^()]*,[^()]*\)/gu;

/** A line of names without what stands in brackets behind them. */
export const withoutAsides = (line: string): string => line.replace(ASIDE, "").trim() || line;

const ROLE_BEHIND =
  /(?<=\p{Lu}[\p{L}.'’-]+\s\p{Lu}[\p{L}.'’-]+)\s+(?:(?:(?:staff|senior|chief|contributing|special|guest|news|sports?|political|freelance)\s+)+(?:writers?|reporters?|correspondents?|editors?|contributors?|columnists?)|(?:the )?associated press|agence france-presse|staff)$/iu;

/** A line of names without the role, or the agency, that ends it with no mark before. */
export const withoutRoleBehind = (line: string): string => line.replace(ROLE_BEHIND, "");

/** A name without what stands around it on its line. */
export function cleanName(text: string): string {
  let name = text.replace(TRAILING, "");
  name = name.replace(/\s*[([（【<].*?[)\]）】>]\s*/gu, " ");
  name = name.replace(
    /\s*(?:(?:선임|인턴|수습|객원|전문|시민)?\s?기자|특파원|논설위원|에디터|記者|记者|特派員|特派员|さん|氏)$/u,
    "",
  );
  name = squash(name).replace(FOLLOW, "");
  if (!isInstitution(name)) name = name.replace(FOR_OR_IN, "$1");
  return name
    .replace(/^[\s"'“”„«»,.:;|·•*–—-]+|[\s"'“”„«»,:;|·•*–—-]+$/gu, "")
    .replace(/(?<=\p{L}{4})\.$/u, "")
    .replace(TWICE, "$1");
}

/** "JANE DOE" is how a style sheet shouts; mixed case, initials and one-word names stay as they are. */
export function calm(name: string): string {
  if (wordsOf(name) < 2 || name !== name.toUpperCase() || !/\p{Lu}{3}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

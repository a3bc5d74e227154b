/** How lines that name an author are spelled: words that lead in, capitals, and nothing else. */
import { stripLeadIn } from "./lead-in.ts";
import { withoutOtherRoles } from "./other-roles.ts";

const PARTICLE = "v[oa]n|de|der|di|da|del|la|le|ten|zu|al";
const CAPITAL = String.raw`\p{Lu}[\p{L}'’.-]*`;
const AND = String.raw`\s*(?:,|&|und|and|et|y|e|og|och|i|en|oraz|a|ja|és|și|si|ve|dan|và|ir|та|і|и)\s*`;
const LOOSE_NAME = String.raw`${CAPITAL}(?:\s+(?:\p{Lu}|${PARTICLE})\S*){0,5}`;
const FULL_NAME = String.raw`${CAPITAL}(?:\s+(?:${CAPITAL}|${PARTICLE})){1,4}`;

/** What stands behind "By": weak words need a name in capitals right behind them, since prose begins with them too. */
const NAME_FIRST = new RegExp(
  String.raw`^${LOOSE_NAME}(?:${AND}${LOOSE_NAME}){0,4}[\s|·•,–—-]*(?:$|\(|\d|am\b|on\b|le\b|vom\b|[|·•–—,-])`,
  "u",
);
/** Names of two words or more, with nothing before, between or behind them but "and". */
const FULL_NAMES = new RegExp(String.raw`^${FULL_NAME}(?:${AND}${FULL_NAME}){0,3}$`, "u");
/** Scripts without capitals; names are short there. */
const CASELESS = /^\p{Lo}/u;
const CASELESS_NAME = /^\p{Lo}[\p{Lo}\p{M}・·\s]{1,15}$/u;

const TITLE = /^(?:(?:Dr|Prof|Mag|Ing|Dipl|Hr|Fr|Mr|Mrs|Ms|Sr|Sra|M|Mme)\.?(?:-\p{L}+\.)?\s+)+/u;

/** Just the lead-in, with the name in the next element: "By <a>Ida Holm</a>". */
const LEAD_ONLY = /^[\s(|·•–—-]*[\p{L} ]{1,24}[:：]?\s*$/u;
/** "Text: Ida Holm" signs, "Text Generation" does not: words that say more than who wrote it need their colon. */
const WEAK_LEAD = /^(?:te[xk]s?t\p{L}*|from|di|i|editor|author)\s+\p{L}/iu;
/** "12.03.2024 | 9:30 Uhr | von …" */
const DATE_BEFORE = /^\d[\s\d.:/,-]*(?:Uhr)?[\s|·•–—,-]*/;

export const withoutDateBefore = (line: string): string => line.replace(DATE_BEFORE, "");

export const mayLeadIn = (line: string): boolean => LEAD_ONLY.test(line);

/** Whether a line is led in as a byline, and goes on with what is spelled like a name. */
export function namesSomebody(line: string): boolean {
  const rest = withoutOtherRoles(stripLeadIn(line));
  return rest !== line && (NAME_FIRST.test(rest) || CASELESS.test(rest));
}

/** Whether a text is a person's full name, or several people's, and nothing more. */
export const isFullName = (text: string): boolean => FULL_NAMES.test(text) || CASELESS_NAME.test(text);

/** Whether a line is led in as a byline and holds nothing else but full names. */
export const isSignature = (line: string): boolean => !WEAK_LEAD.test(line) && isFullName(stripLeadIn(line));

/** Whether a part of a line is led in as a byline and holds full names and nothing else, a title before them apart. */
export const isLedName = (part: string): boolean => {
  const rest = stripLeadIn(part);
  return rest !== part && !WEAK_LEAD.test(part) && FULL_NAMES.test(rest.replace(TITLE, ""));
};

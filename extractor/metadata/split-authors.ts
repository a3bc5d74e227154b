import type { Person } from "../../types.ts";
import {
  calm,
  cleanName,
  CONTACT,
  nameInSentence,
  withoutAsides,
  withoutDateBehind,
  withoutRoleBehind,
} from "./clean-name.ts";
import { dropOutlets } from "./drop-outlets.ts";
import { foldWords, squash } from "./fold-text.ts";
import { isInstitution, isName, wordsOf } from "./is-name.ts";
import { factOf, stripLeadIn } from "./lead-in.ts";
import { withoutOtherRoles } from "./other-roles.ts";
import { remember } from "../remember.ts";
import type { RawPerson } from "./source-claims.ts";

const MOST_AUTHORS = 30;
/** A longer value is a text; what names nobody up to here is not read further. */
const LONGEST_RAW = 3000;

const STRONG_SEPARATOR =
  /\s*[;|•·、／\n]\s*|\s+\/\s+|\s*(?:,|，)\s*(?:and|und|et|y|e|og|och|en|i|ve|та|и|і)\s+|\s*[,，]\s*|\s+&\s+|(?<=\p{L}{2})\/(?=\p{Lu})|(?<=\p{Lu}\p{L}+)\/(?=(?:dpa|afp|apa|sda|sid|epd|kna|dapd|reuters)(?!\p{L}))/u;
/** Words for "and". Safe ones divide whatever they find; the short ones are also parts of names. */
const SAFE_AND =
  /\s+(?:(?:with|and) (?:additional )?(?:reporting|research|contributions?) (?:by|from)|and|und|sowie|with|mit|og|och|oraz|ja|és|ve|та|και|plus)\s+/iu;
const SHORT_AND = /\s+(?:et|y|e|i|en|con|met|a|si|și|и|і|و|ו)\s+/iu;
/** Words for "and" that are names with a capital, or parts of words. The Arabic and the Hebrew "and" is the next word's first letter, but for names that begin with it: Walid, Wafa, Vered. */
const JOINED_AND =
  /\s+(?:dan|và|ir|eta|และ|और|ও|اور)\s+|\s+و(?!(?:ليد|ائل|سام|فاء|جدي|سيم|لاء|ردة|داد|هيب|جيه|صفي|هبة|ديع|اصف|جيد|سن|ئام|صال|عد|لي)(?:\s|$))(?=\p{Script=Arabic}{3})|\s+ו(?!(?:רד|יקטור|לדימיר|רוניקה|נסה|יויאן|יטלי|אדים|לרי|רה|לד)(?:\s|$))(?=\p{Script=Hebrew}{2})/u;

const PARTICLE =
  /^(?:v[oa]n|zu[mr]?|de[rnlm]?|di|da|do[s]?|du|la|le|el|al|bin|ibn|ten|ter|y|e|af|av|of|the|by|for|in|from|at|aus)$/iu;

/** Short, capitalised but for particles: what could be a person rather than an authority's full title. */
function looksPersonal(text: string): boolean {
  const words = text.split(" ").filter((word) => word !== "");
  return (
    words.length <= 5 &&
    words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLE.test(word) || words.length === 1)
  );
}

function splitAnd(part: string): string[] {
  if (isInstitution(part)) return [part];
  const safe = part.split(SAFE_AND);
  return (safe.every(looksPersonal) ? safe : [part]).flatMap((piece) => {
    const sides = piece.split(SHORT_AND).flatMap((side) => side.split(JOINED_AND));
    // "Ortega y Gasset" is one man: a short "and" divides only whole names.
    return sides.length > 1 && sides.every((side) => wordsOf(side) >= 2) ? sides : [piece];
  });
}

/** "Holm, Ida M.": as catalogues write a name. Without the initial it may be two people. */
const SURNAME_FIRST = /^(\p{Lu}[\p{Ll}’'-]+),\s+(\p{Lu}[\p{Ll}’'-]+(?:\s+\p{Lu}\.)+)$/u;

/** "Harbour Correspondent", "Chief Weir Inspector": what somebody is, behind the name. */
const ROLE =
  /^(?:\S+\s+){1,3}(?:correspondents?|reporters?|editors?|writers?|columnists?|critics?|producers?|contributors?|journalists?|officer|inspector|manager|director|professor|researcher|analyst|korrespondent(?:in)?|redakteur(?:in)?|reporter(?:in)?|journalist(?:in)?|correspondante?|journaliste|corresponsal|periodista|corrispondente|giornalista|correspondente|jornalista|verslaggever|redacteur)$/iu;

/** Names without the roles that stand behind them; the first is no role. */
const withoutRoles = (names: readonly string[]): string[] =>
  names.filter((name, index) => index === 0 || !ROLE.test(name));

/** "Weir Press GmbH, Munich, Germany": where a company sits. */
const SEAT =
  /(?<=\S\s)(GmbH|AG|KG|SE|Inc\.?|Ltd\.?|LLC|e\.\s?V\.|S\.A\.|S\.p\.A\.),\s(?!.*\s(?:GmbH|AG|KG|Inc|Ltd|LLC)(?!\p{L})).*$/u;

/** One raw author value as clean names, in order; empty when it names nobody. Sources repeat each other, and their values are asked about again. */
export const splitNames: (raw: string) => readonly string[] = remember(splitAnew);

function splitAnew(raw: string): readonly string[] {
  const said = stripLeadIn(factOf(squash(raw.slice(0, LONGEST_RAW))).replace(CONTACT, " "));
  const line = withoutRoleBehind(withoutOtherRoles(withoutAsides(said)));
  const text = nameInSentence(withoutDateBehind(line)).replace(SEAT, "$1");
  const inverted = SURNAME_FIRST.exec(text);
  if (inverted) return [`${inverted[2]} ${inverted[1]}`];
  const pieces = text.split(STRONG_SEPARATOR).flatMap(splitAnd);
  const names = pieces.map((piece) => calm(cleanName(stripLeadIn(` ${piece}`)))).filter(isName);
  return dropOutlets(withoutRoles(names), text !== squash(raw));
}

/** All authors that a source names: split, cleaned, each once. A profile URL stays only where one value is one person. */
export function splitAuthors(raw: readonly RawPerson[]): Person[] {
  const people = new Map<string, Person>();
  for (const { name, url } of raw) {
    const names = splitNames(name);
    for (const one of names) {
      const key = foldWords(one);
      if (key === "" || people.size >= MOST_AUTHORS) continue;
      if (!people.has(key)) people.set(key, { name: one, url: names.length === 1 ? url : null });
    }
  }
  return [...people.values()];
}

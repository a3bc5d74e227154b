import type { Person } from "../../types.ts";
import { foldWords } from "./fold-text.ts";
import { namesSite } from "./name-of-site.ts";
import type { RawPerson } from "./source-claims.ts";
import { splitAuthors } from "./split-authors.ts";

export interface AuthorClaim {
  readonly value: readonly RawPerson[];
  readonly source: string;
}

export interface ChosenAuthors {
  readonly value: readonly Person[];
  readonly source: string;
}

const squeeze = (name: string): string => foldWords(name).replaceAll(" ", "");

/** "Jane" or "janedoe" where another source writes "Jane Doe". */
function isFuller(fuller: string, name: string): boolean {
  const [long, short] = [foldWords(fuller), foldWords(name)];
  if (short.includes(" ") || !long.includes(" ")) return false;
  return long.startsWith(`${short} `) || squeeze(fuller) === squeeze(name);
}

/** The best source's authors, each name in full where another source spells it out. */
function completed(chosen: ChosenAuthors, others: readonly ChosenAuthors[]): ChosenAuthors {
  const elsewhere = others.flatMap(({ value }) => value);
  const value = chosen.value.map(({ name, url }) => ({
    name: elsewhere.find((other) => isFuller(other.name, name))?.name ?? name,
    url,
  }));
  // A source that names all of these people and more is the fuller byline.
  const names = new Set(value.map(({ name }) => squeeze(name)));
  const fuller = others.find(
    (other) =>
      other.value.length > names.size &&
      [...names].every((name) => other.value.some((person) => squeeze(person.name) === name)),
  );
  return fuller ?? { value, source: chosen.source };
}

/** An address in a name's place: "example.com". */
const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|info|eu|tv|[a-z]{2})$/iu;
/** How the names of companies, associations and newsrooms end, or begin. */
const HOUSE =
  /(?:^|[\s,.])(?:e\. ?v\.?|ggmbh|gmbh|ag|kg|se|inc|ltd|llc|corp|s\.?\s?a|s\.?\s?p\.\s?a|s\.?\s?r\.\s?l|b\.\s?v|sp\. z o\.\s?o|verlag|zeitung|magazin|redaktion|редакция|редакція|redakcja|redazione|redacción|redação|rédaction|redactie|redaksjonen|redaktionen|toimitus|newsroom|newsdesk|(?:news|web|staff) desk|editorial (?:team|staff|board)|press office|pressestelle|編集部|编辑部|편집부)\.?$|^(?:la rédaction|la redacción|redaktion|redazione|redakcja|pressestelle|editorial team)(?:\s|$)/iu;

/** "GP", "LNA": agencies and papers go by their letters. */
const LETTERS = /^\p{Lu}{2,5}$/u;

/** Whether a name is an address, a company's, an agency's or a newsroom's rather than a person's. */
const namesHouse = (name: string): boolean => DOMAIN.test(name) || LETTERS.test(name) || HOUSE.test(name);

/** "Kettle & Fig" is the site's name as a whole, and nobody is called Kettle. */
const namesAsWhole = (name: string, siteNames: readonly string[]): boolean =>
  siteNames.some((site) => squeeze(site) === squeeze(name));

/** Who wrote it, from the first source in order that names somebody other than the site; the site itself only when nobody else is named. */
export function chooseAuthors(
  claims: readonly AuthorClaim[],
  siteNames: readonly string[],
  url: string | null,
): ChosenAuthors | null {
  const named = claims.map(({ value, source }) => ({ value: splitAuthors(value), source }));
  const people = claims
    .map(({ value, source }) => ({
      value: splitAuthors(value.filter(({ name }) => !namesAsWhole(name, siteNames))).filter(
        ({ name }) => !namesSite(name, siteNames, url),
      ),
      source,
    }))
    .filter(({ value }) => value.some(({ name }) => !namesHouse(name)));
  const [best, ...others] = people;
  return best ? completed(best, others) : (named.find(({ value }) => value.length > 0) ?? null);
}

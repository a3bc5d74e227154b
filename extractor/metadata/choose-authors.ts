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

/** Who wrote it, from the first source in order that names somebody other than the site; the site itself only when nobody else is named. */
export function chooseAuthors(
  claims: readonly AuthorClaim[],
  siteNames: readonly string[],
  url: string | null,
): ChosenAuthors | null {
  const named = claims
    .map(({ value, source }) => ({ value: splitAuthors(value), source }))
    .filter(({ value }) => value.length > 0);
  const people = named
    .map(({ value, source }) => ({
      value: value.filter(({ name }) => !namesSite(name, siteNames, url)),
      source,
    }))
    .filter(({ value }) => value.length > 0);
  const [best, ...others] = people;
  return best ? completed(best, others) : (named[0] ?? null);
}

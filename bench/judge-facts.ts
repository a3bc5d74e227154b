/** Whether facts that were read of a page are those that are known of it. */
import { foldWords } from "../extractor/metadata/fold-text.ts";

/** The same words, whatever case and punctuation. */
export const sameTitle = (known: string, read: string | null): boolean =>
  foldWords(known) === foldWords(read ?? "");

/** Whether each of the known authors (`;` between them) is among those that were read. */
export function allAuthors(known: string, read: readonly string[]): boolean {
  const found = ` ${read.map((name) => foldWords(name)).join(" ")} `;
  return known
    .split(/\s*;\s*/)
    .map((name) => foldWords(name))
    .every((name) => name === "" || found.includes(` ${name} `));
}

const dayOf = (date: string): string | null => {
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
};

/** Whether two dates are of the same day, as each gives it or in UTC. */
export function sameDay(known: string, read: string | null): boolean {
  if (read === null) return false;
  const days = new Set([known.slice(0, 10), dayOf(known)]);
  return days.has(read.slice(0, 10)) || days.has(dayOf(read));
}

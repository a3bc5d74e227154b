/** Endless prose that is the same in every run: sentences of a small grammar, chosen by a seeded generator. */

const PEOPLE = [
  "the ropewalk's foreman",
  "a retired buoy painter",
  "the deputy harbour clerk",
  "one of the orchard wardens",
  "the night baker of Quill Street",
  "a schoolteacher from the upper valley",
  "the keeper of the tram depot",
  "two sisters who repair violins",
  "the youngest member of the council",
  "an apprentice well digger",
  "the woman who winds the market clock",
  "a surveyor with a borrowed theodolite",
] as const;
const DEEDS = [
  "counted every plank of the footbridge",
  "asked for a second reading of the water accounts",
  "walked the length of the old canal before breakfast",
  "carried the ledgers across the square in a handcart",
  "found three letters behind the boiler",
  "drew a map of all the gates that no longer close",
  "promised to lend the village hall a new stove",
  "measured the tide against a mark from the last century",
  "taught the evening class how to mend a sail",
  "set the price of oats a little lower than last week",
  "planted forty lime trees along the embankment",
  "wrote down the names of the boats that stayed out",
] as const;
const REASONS = [
  "because nobody else had offered",
  "although the rain had not stopped since Tuesday",
  "so that the figures could be checked by anyone who cared to",
  "while the rest of the town waited at the ferry",
  "after a meeting that lasted until the lamps were lit",
  "as her grandfather had done in the same month",
  "before the frost could reach the lower fields",
  "without telling the newspaper until it was finished",
  "in the hope that the bridge would hold another winter",
  "when the last of the visitors had gone home",
] as const;
const OPENINGS = [
  "By the middle of the morning",
  "On the far bank",
  "According to the minutes",
  "For the third year running",
  "With some reluctance",
  "Late in the season",
  "To general surprise",
  "At the second attempt",
  "In a small ceremony",
  "Under a borrowed umbrella",
] as const;

/** Numbers from 0 up to below 2^32, the same for the same seed (xorshift, Marsaglia 2003). */
export function seededNumbers(seed: number): () => number {
  let state = (Math.imul(seed, 2_654_435_761) ^ 0x9e37_79b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

function pick<Item>(items: readonly Item[], next: () => number): Item {
  const item = items[next() % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function sentence(next: () => number): string {
  const count = 3 + (next() % 90);
  const tail = next() % 3 === 0 ? `, and ${count} people signed their names under it` : "";
  return `${pick(OPENINGS, next)} ${pick(PEOPLE, next)} ${pick(DEEDS, next)} ${pick(REASONS, next)}${tail}.`;
}

/** A paragraph of three to six sentences. */
export function paragraph(next: () => number): string {
  return Array.from({ length: 3 + (next() % 4) }, () => sentence(next)).join(" ");
}

/** A headline. */
export function headline(next: () => number): string {
  const person = pick(PEOPLE, next).replace(/^(?:the|a|an|one of the) /u, "");
  return `${person.charAt(0).toUpperCase()}${person.slice(1)} ${pick(DEEDS, next)}`;
}

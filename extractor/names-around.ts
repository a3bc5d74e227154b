/**
 * Which elements a block stands in, as one number: a bit for each name that rules ask about. The walk that lists the blocks
 * collects them; asking afterwards costs nothing, while looking up the tree for each rule and block was dear.
 */

/** Names with a bit of their own; 29 at most, as list-blocks.ts keeps two bits beside them. */
const NAMES = [
  "nav",
  "aside",
  "footer",
  "header",
  "form",
  "button",
  "dialog",
  "noscript",
  "select",
  "label",
  "figure",
  "figcaption",
  "search",
  "tr",
  "td",
  "th",
  "table",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "pre",
  "code",
  "blockquote",
  "fieldset",
] as const;

/** A name that rules may ask about. */
export type NameAround = (typeof NAMES)[number];

const BITS: ReadonlyMap<string, number> = new Map(NAMES.map((name, place) => [name, 1 << place]));

/** The bit of a local name; 0 for one that no rule asks about. */
export function bitOfName(name: string): number {
  return BITS.get(name) ?? 0;
}

/** The bits of several names, to be asked for together. */
export function bitsOfNames(...names: readonly NameAround[]): number {
  return names.reduce((bits, name) => bits | bitOfName(name), 0);
}

/**
 * One bit per tag that is often looked for. Each node keeps the OR of the bits at and below it, so a search
 * for `table` skips every subtree that never held one. Bits are only ever added: a removed child leaves its bits
 * behind, which costs a needless look and never a missed element.
 */

/** Tags that Readability and the passes look for, by how often. 31 at most: bit 31 is shared by all others. */
const OWN_BIT_TAGS = [
  "a",
  "p",
  "br",
  "hr",
  "img",
  "li",
  "ul",
  "ol",
  "table",
  "tr",
  "td",
  "th",
  "input",
  "iframe",
  "object",
  "embed",
  "script",
  "noscript",
  "style",
  "font",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "figure",
  "picture",
  "form",
  "div",
  "base",
] as const;

const SHARED_BIT = 1 << 31;
const BITS: ReadonlyMap<string, number> = new Map(OWN_BIT_TAGS.map((tag, position) => [tag, 1 << position]));

/** Every tag: no subtree with an element in it is skipped. */
export const ANY_TAG_BITS = -1;

/** The bit of a lower-case tag name. */
export function bitOfTag(localName: string): number {
  return BITS.get(localName) ?? SHARED_BIT;
}

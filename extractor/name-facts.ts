import { LAYOUT_BITS, layoutOf } from "./blocks.ts";
import { bitOfName } from "./names-around.ts";
import { ownCopy } from "./own-copy.ts";

/** The bits of a name's facts that say how its elements are laid out; above them is its bit among those around a block. */
export const LAYOUT = (1 << LAYOUT_BITS) - 1;

const knownFacts = new Map<string, number>();
/** Pages may invent names without end; the usual ones come first and stay. */
const MOST_NAMES = 1000;

/** How elements of a name are laid out, and above that their bit among those around a block: one look for both. */
export function factsOf(tag: string): number {
  const known = knownFacts.get(tag);
  if (known !== undefined) {
    return known;
  }
  const facts = layoutOf(tag) | (bitOfName(tag) << LAYOUT_BITS);
  if (knownFacts.size < MOST_NAMES) {
    knownFacts.set(ownCopy(tag), facts);
  }
  return facts;
}

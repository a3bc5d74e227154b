/**
 * Finds names where they stand in a page. A page has thousands of tags and attributes with a few dozen names between them:
 * cutting each out and hashing it costs more than to compare it letter by letter.
 */
export interface NameTable {
  /** The names, each the one copy of it: names that are the same string are compared at a glance. */
  readonly names: readonly string[];
  /** The place in `names` of what stands between two offsets; -1 where it is no name of the table. */
  readonly find: (text: string, start: number, end: number) => number;
}

const SLOTS = 1024;
const NO_PLACES: readonly number[] = [];

/** First, middle and last letter and the length part nearly all names from each other. */
function slotOf(text: string, start: number, end: number): number {
  const middle = (start + end) >> 1;
  const letters =
    Math.imul(text.charCodeAt(start), 37) ^
    Math.imul(text.charCodeAt(end - 1), 11) ^
    Math.imul(text.charCodeAt(middle), 5);
  return (letters ^ ((end - start) << 5)) & (SLOTS - 1);
}

export function createNameTable(names: readonly string[]): NameTable {
  const slots = Array.from({ length: SLOTS }, () => NO_PLACES);
  for (const [place, name] of names.entries()) {
    const slot = slotOf(name, 0, name.length);
    slots[slot] = [...(slots[slot] ?? NO_PLACES), place];
  }
  return {
    names,
    find: (text, start, end) => {
      const places = slots[slotOf(text, start, end)] as readonly number[];
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number;
        if (isAt(names[place] as string, text, { start, end })) return place;
      }
      return -1;
    },
  };
}

function isAt(
  name: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

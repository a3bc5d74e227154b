/** Reads the class and id names of one page; a page uses few names many times, so each is read once. */
import { numberOf } from "../number-things.ts";
import { rolesOf } from "./read-roles.ts";

export interface ClassReading {
  /** The signature of each tag with such a class, by the tag's number: shared by class texts that differ in digits alone. */
  readonly signatures: number[];
  /** Indices into ROLE_HINTS. */
  readonly roles: readonly number[];
}

export interface NameReader {
  /** What an element without a class is read as. */
  readonly noClass: ClassReading;
  readonly ofClass: (name: string) => ClassReading;
  /** Indices into ROLE_HINTS. */
  readonly ofId: (name: string) => readonly number[];
  /** A number above 0, the same for the same tag and the same class text but for digits. */
  readonly signatureOf: (tag: string, reading: ClassReading) => number;
}

export function createNameReader(): NameReader {
  const classes = new Map<string, ClassReading>();
  const ids = new Map<string, readonly number[]>();
  const makes = new Map<string, number[]>();
  const tags = new Map<string, number>();
  let made = 0;
  const ofClass = (name: string): ClassReading => {
    const before = classes.get(name);
    if (before !== undefined) return before;
    const folded = foldDigits(name);
    const signatures = makes.get(folded) ?? [];
    makes.set(folded, signatures);
    const reading = { signatures, roles: rolesOf(name) };
    classes.set(name, reading);
    return reading;
  };
  return {
    noClass: ofClass(""),
    ofClass,
    ofId: (name) => {
      const before = ids.get(name);
      if (before !== undefined) return before;
      const roles = rolesOf(name);
      ids.set(name, roles);
      return roles;
    },
    signatureOf: (tag, { signatures }) => (signatures[numberOf(tag, tags) - 1] ??= ++made),
  };
}

const foldDigits = (name: string): string => (/\d/.test(name) ? name.replaceAll(/\d+/g, "#") : name);

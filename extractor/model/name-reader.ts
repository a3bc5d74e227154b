/** Reads the class and id names of one page; a page uses few names many times, so each is read once. */
import { rolesOf } from "./read-roles.ts";

/** Elements of the same class text but for digits. */
interface Make {
  /** The tag of the first of them, and its signature; most classes are those of one tag. */
  tag: string;
  signature: number;
  /** Signatures of other tags. */
  others: Map<string, number> | null;
}

export interface ClassReading {
  /** Shared by class texts that differ in digits alone. */
  readonly make: Make;
  /** Indices into ROLE_HINTS. */
  readonly roles: readonly number[];
}

/** What the names of one page were read as. */
export interface NamesRead {
  readonly classes: Map<string, ClassReading>;
  /** Indices into ROLE_HINTS. */
  readonly ids: Map<string, readonly number[]>;
  readonly makes: Map<string, Make>;
  /** How many signatures there are. */
  signatures: number;
}

export const startNames = (): NamesRead => ({
  classes: new Map(),
  ids: new Map(),
  makes: new Map(),
  signatures: 0,
});

/** Reads a class text; an element without a class is read as one with an empty one. */
export function readClass(name: string, { classes, makes }: NamesRead): ClassReading {
  const before = classes.get(name);
  if (before !== undefined) return before;
  const folded = foldDigits(name);
  let make = makes.get(folded);
  if (make === undefined) {
    make = { tag: "", signature: 0, others: null };
    makes.set(folded, make);
  }
  const reading = { make, roles: rolesOf(name) };
  classes.set(name, reading);
  return reading;
}

/** Indices into ROLE_HINTS. */
export function readId(name: string, { ids }: NamesRead): readonly number[] {
  const before = ids.get(name);
  if (before !== undefined) return before;
  const roles = rolesOf(name);
  ids.set(name, roles);
  return roles;
}

/** A number above 0, the same for the same tag and the same class text but for digits. */
export function signatureOf(tag: string, { make }: ClassReading, names: NamesRead): number {
  if (make.tag === tag) return make.signature;
  if (make.tag === "") {
    make.tag = tag;
    make.signature = ++names.signatures;
    return make.signature;
  }
  make.others ??= new Map();
  let signature = make.others.get(tag);
  if (signature === undefined) {
    signature = ++names.signatures;
    make.others.set(tag, signature);
  }
  return signature;
}

const foldDigits = (name: string): string => (/\d/.test(name) ? name.replaceAll(/\d+/g, "#") : name);

/** Reads the class and id names of one page; a page uses few names many times, so each is read once. */
import { numberOf, pairKey } from "../number-things.ts";
import { rolesOf } from "./read-roles.ts";

export interface ClassReading {
  /** Stands for the class text with its digits folded, from 1. */
  readonly make: number;
  /** Indices into ROLE_HINTS. */
  readonly roles: readonly number[];
}

export interface NameReader {
  readonly ofClass: (name: string) => ClassReading;
  /** Indices into ROLE_HINTS. */
  readonly ofId: (name: string) => readonly number[];
  /** A number above 0, the same for the same tag and the same class text but for digits. */
  readonly signatureOf: (tag: string, reading: ClassReading) => number;
}

export function createNameReader(): NameReader {
  const classes = new Map<string, ClassReading>();
  const ids = new Map<string, readonly number[]>();
  const makes = new Map<string, number>();
  const tags = new Map<string, number>();
  const signatures = new Map<number, number>();
  return {
    ofClass: (name) => {
      const before = classes.get(name);
      if (before !== undefined) return before;
      const reading = { make: numberOf(foldDigits(name), makes), roles: rolesOf(name) };
      classes.set(name, reading);
      return reading;
    },
    ofId: (name) => {
      const before = ids.get(name);
      if (before !== undefined) return before;
      const roles = rolesOf(name);
      ids.set(name, roles);
      return roles;
    },
    signatureOf: (tag, { make }) => numberOf(pairKey(numberOf(tag, tags), make), signatures),
  };
}

const foldDigits = (name: string): string => (/\d/.test(name) ? name.replaceAll(/\d+/g, "#") : name);

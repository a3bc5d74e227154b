/** Reads the class and id names of one page; a page uses few names many times, so each is read once. */
import { rolesOf } from "./role-words.ts";

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

/** Numbers things from 1, in the order in which they are first seen. */
export function numberOf<T>(thing: T, numbers: Map<T, number>): number {
  const before = numbers.get(thing);
  if (before !== undefined) return before;
  numbers.set(thing, numbers.size + 1);
  return numbers.size;
}

/** No page has more different things than this; a pair of their numbers still is one exact number. */
const MOST_THINGS = 2 ** 26;

/** Two numbers of things as one, to be looked up together. */
export const pairKey = (a: number, b: number): number => a * MOST_THINGS + b;

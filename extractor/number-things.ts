/** Numbers things from 1, in the order in which they are first seen. */
export function numberOf<T>(thing: T, numbers: Map<T, number>): number {
  const before = numbers.get(thing);
  if (before !== undefined) return before;
  numbers.set(thing, numbers.size + 1);
  return numbers.size;
}

/** No page has more different things than this; a pair of their numbers still is one exact number. */
const MOST_THINGS = 2 ** 26;

/** Two numbers below this make a small integer, which V8 looks up without making an object of it. */
const FEW_BITS = 15;
const FEW_THINGS = 2 ** FEW_BITS;

/** Two numbers of things as one, to be looked up together. */
export const pairKey = (a: number, b: number): number =>
  a < FEW_THINGS && b < FEW_THINGS ? (a << FEW_BITS) | b : -(a * MOST_THINGS + b);

const counted: string[] = [];

/** Running totals while a page is walked, by counter. */
export type Counts = Float64Array;

/** The counter of a name: the same for the same name, wherever it is asked for. Names a file once, where it is loaded. */
export function counter(name: string): number {
  const known = counted.indexOf(name);
  return known < 0 ? counted.push(name) - 1 : known;
}

export const startCounts = (): Counts => new Float64Array(counted.length);

export function addTo(counts: Counts, at: number, amount: number): void {
  counts[at] = (counts[at] as number) + amount;
}

export const countOf = (counts: Counts, at: number): number => counts[at] as number;

/** A part of a whole, 0 where there is no whole. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

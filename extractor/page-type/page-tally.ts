/** Running totals by name while a page is walked. */
export type Counts = Map<string, number>;

export function addTo(counts: Counts, name: string, amount: number): void {
  counts.set(name, (counts.get(name) ?? 0) + amount);
}

/** A part of a whole, 0 where there is no whole. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** A text that is copied except for what is cut out of it, from front to back. */
export interface Cutting {
  readonly text: string;
  readonly kept: string[];
  /** From where on it is still to be copied. */
  copied: number;
}

export function beginCutting(text: string): Cutting {
  return { text, kept: [], copied: 0 };
}

/** Copies up to `from`, writes `instead` for what lies between, goes on at `to`, and gives `to`. */
export function cut(cutting: Cutting, from: number, to: number, instead = ""): number {
  cutting.kept.push(cutting.text.slice(cutting.copied, from), instead);
  cutting.copied = to;
  return to;
}

export function endCutting({ text, kept, copied }: Cutting): string {
  if (kept.length === 0) return text;
  // All in one: glued on afterwards, the rest would have the whole page copied once more.
  kept.push(text.slice(copied));
  return kept.join("");
}

import type { BlockType, Extraction } from "../types.ts";

export interface ExtractInput {
  /** Decoded HTML. */
  readonly html: string;
  /** The page's URL, for relative links and metadata; null when unknown. */
  readonly url: string | null;
}

export interface ExtractOptions {
  /** Block types that stay in the article although a rule would strip them. */
  readonly keep?: readonly BlockType[];
  /** Block types to strip that are kept by default. */
  readonly drop?: readonly BlockType[];
  /** `slim` is the fast DOM; `jsdom` the reference. Same result. */
  readonly dom?: "slim" | "jsdom";
}

/** HTML in, article and ledger out. Pure: the same input gives the same output, with no network, disk, clock or randomness. */
export type Extract = (input: ExtractInput, options?: ExtractOptions) => Extraction;

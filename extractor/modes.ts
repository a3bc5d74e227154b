import type { ExtractMode } from "../types.ts";

/** What a mode moves; balanced is what the benchmarks measure. */
export interface ModeThresholds {
  /** Added to every least probability of content that the block model asks for. */
  readonly doubt: number;
  /** Rules by name that point at lines which may be the article's: what they find stays. */
  readonly spared: ReadonlySet<string>;
  /** Lines shorter than this (characters of an alphabet) go when they are neither sentence, heading nor part of a list, table or quotation; 0 for none. */
  readonly doubtfulLine: number;
}

/** Rules that go by place and shape alone: on the development pages they are the ones that are wrong most often. */
const DOUBTFUL_RULES: ReadonlySet<string> = new Set([
  "line-beside-picture",
  "line-beside-button",
  "line-after-the-end",
  "label-of-removed-list",
  "link-only-line",
  "dated-teaser",
  "heading-of-links",
  "stray-heading",
]);

export const MODES: Readonly<Record<ExtractMode, ModeThresholds>> = {
  balanced: { doubt: 0, spared: new Set(), doubtfulLine: 0 },
  precision: { doubt: 0.2, spared: new Set(), doubtfulLine: 60 },
  recall: { doubt: -0.2, spared: DOUBTFUL_RULES, doubtfulLine: 0 },
};

import { z } from "zod";
import { BLOCK_TYPES, EXTRACT_MODES } from "../../types.ts";
import { EXTRACTOR_VERSION } from "../../extractor/extractor-version.ts";
import { KEY_PREFIX } from "../queue-keys.ts";
import type { FieldDiff } from "./compare-article.ts";

/** Workers of another extractor version must not take these jobs, so that the version stands in the queue's name. */
export const REEXTRACT_QUEUE = `reextract-${EXTRACTOR_VERSION.replaceAll(":", "-")}`;

/** An archived page to extract again. */
export const reextractJobSchema = z.strictObject({
  runId: z.string().min(1),
  /** The page's place in the run. */
  index: z.int().nonnegative(),
  /** The article that the page is stored as; null for a page that has none. */
  articleId: z.string().nullable(),
  pageKey: z.string().min(1),
  options: z.strictObject({
    keep: z.array(z.enum(BLOCK_TYPES)).readonly(),
    drop: z.array(z.enum(BLOCK_TYPES)).readonly(),
    mode: z.enum(EXTRACT_MODES),
  }),
  /** Stores what came out; else it is only compared. */
  publish: z.boolean(),
});
export type ReextractJob = z.output<typeof reextractJobSchema>;

/** What became of one page. */
export interface ReextractOutcome {
  readonly pageKey: string;
  readonly articleId: string | null;
  readonly url: string;
  /**
   * `gone`: the page was an article and is none for this extractor; what is stored stays. `none`: it was none and is none, or
   * its article is stored from another page.
   */
  readonly state: "same" | "changed" | "new" | "gone" | "none" | "failed";
  /** What differs, where it is changed. */
  readonly diff: readonly FieldDiff[];
  /** Why it failed or is gone. */
  readonly reason: string | null;
}

/** Where a run's outcomes are put, by the page's place, until they are read. */
export const outcomesKey = (runId: string): string => `${KEY_PREFIX}:reextract:${runId}`;

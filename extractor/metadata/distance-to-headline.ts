import type { PageIndex, Place } from "./index-page.ts";

/** Bylines and datelines stand near the headline; this many characters after it the body has long begun. */
export const FARTHEST_AFTER = 1500;

/** Characters of text from the headline to a place; below 0 before it. */
export const distanceToHeadline = ({ offset }: Place, { headline }: PageIndex): number =>
  offset - (headline?.offset ?? 0);

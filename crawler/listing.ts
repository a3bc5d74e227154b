/** Feeds and sitemaps: files that name pages and are none themselves. */

export const LISTING_KINDS = ["sitemap-index", "sitemap", "rss", "atom", "rdf", "json-feed"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

/** What a feed or sitemap says of one URL. */
export interface ListedUrl {
  /** Absolute http(s), normalised. */
  readonly url: string;
  /** A page, or one more sitemap. */
  readonly kind: "page" | "sitemap";
  /** When it last changed or was published, ISO 8601 as precise as the source; null when it does not say. */
  readonly modified: string | null;
}

export interface Listing {
  readonly kind: ListingKind;
  /** In the order of the file; a URL may stand in it more than once. */
  readonly entries: readonly ListedUrl[];
  /** Whether the file went on beyond the limits of its kind and was read no further. */
  readonly cut: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether an item is to be followed when only those since a moment are: a date without a time counts as the whole
 * day, and what has no date may be new.
 * @param sinceMs Milliseconds since the epoch, or null for no limit.
 */
export function isSince(modified: string | null, sinceMs: number | null): boolean {
  if (sinceMs === null || modified === null) return true;
  const at = Date.parse(modified);
  if (Number.isNaN(at)) return true;
  return (modified.includes("T") ? at : at + DAY_MS - 1) >= sinceMs;
}

/** A date as feeds and sitemaps write it (W3C, RFC 3339, RFC 822), in ISO 8601; null when it is none. */
export function readListedDate(text: unknown): string | null {
  const trimmed = typeof text === "string" ? text.trim() : "";
  // Some write a blank for the T of ISO 8601.
  const iso = trimmed.replace(/^(\d{4}-\d{2}-\d{2})\s+(?=\d{2}:)/u, "$1T");
  if (iso === "" || Number.isNaN(Date.parse(iso))) return null;
  return /^\d{4}(?:-\d{2}){0,2}(?:T|$)/u.test(iso) ? iso : new Date(iso).toISOString();
}

/** The later of two dates; one that is absent loses. */
export function laterDate(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

import { UsageError } from "../errors.ts";
import type { ArticleRecord, PageType } from "../types.ts";
import { PAGE_TYPES } from "../types.ts";
import { timeSpan } from "./published-time.ts";

/** Which articles are asked for, by facts of their current version. An article that lacks the fact does not match. */
export interface ArticleFilter {
  readonly source?: string | undefined;
  /** The host of the article's url, without its port, in any case. */
  readonly host?: string | undefined;
  /** A BCP 47 tag in any case; `en` matches `en-GB` too (RFC 4647, basic filtering). */
  readonly language?: string | undefined;
  readonly pageType?: PageType | undefined;
  /** ISO 8601; published then or later. What names no offset is UTC, on both sides. */
  readonly publishedFrom?: string | undefined;
  /** ISO 8601; published then or earlier: a day, month or year includes all of it. */
  readonly publishedTo?: string | undefined;
}

/** The facts of an article that filters ask for. Stores keep them in columns. */
export interface ArticleFacets {
  readonly source: string | null;
  readonly host: string | null;
  /** In lower case. */
  readonly language: string | null;
  readonly pageType: string;
  /** Milliseconds since 1970, UTC. */
  readonly publishedAt: number | null;
}

/** A filter in the terms of facets; null asks for nothing. */
export interface FacetFilter {
  readonly source: string | null;
  readonly host: string | null;
  readonly language: string | null;
  readonly pageType: string | null;
  readonly from: number | null;
  /** Excluded. */
  readonly until: number | null;
}

/** Longer than any name; PostgreSQL's indexes take no value over 2 KB, and of a longer one its beginning is compared. */
const MAX_FACET_CHARACTERS = 200;

export function facetsOf(article: ArticleRecord & { readonly url: string }): ArticleFacets {
  return {
    source: clip(article.source),
    host: hostOf(article.url),
    language: clip(article.inLanguage?.toLowerCase() ?? null),
    pageType: article.extraction.pageType,
    publishedAt: publishedAt(article.datePublished),
  };
}

/** The host of a URL as `URL` writes it; null for what is no URL with a host. */
export function hostOf(url: string): string | null {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return host === "" ? null : clip(host);
}

/** The first moment that a published date names, in milliseconds since 1970. */
export function publishedAt(date: string | null): number | null {
  return date === null ? null : (timeSpan(date)?.start ?? null);
}

/** @throws UsageError for a value that no article can match: an unreadable date, an unknown page type, an empty text */
export function facetFilter(filter: ArticleFilter = {}): FacetFilter {
  for (const name of ["source", "host", "language"] as const)
    if (filter[name] === "") throw new UsageError("usage", `The filter's ${name} is empty.`);
  const { pageType = null } = filter;
  if (pageType !== null && !PAGE_TYPES.includes(pageType))
    throw new UsageError("usage", `"${pageType}" is no page type. Page types: ${PAGE_TYPES.join(", ")}.`);
  return {
    source: clip(filter.source ?? null),
    host: clip(filter.host?.toLowerCase() ?? null),
    language: clip(filter.language?.toLowerCase() ?? null),
    pageType,
    from: readTime(filter.publishedFrom)?.start ?? null,
    until: readTime(filter.publishedTo)?.end ?? null,
  };
}

export function passesFilter(facets: ArticleFacets, filter: FacetFilter): boolean {
  const { language, publishedAt } = facets;
  return (
    (filter.source === null || facets.source === filter.source) &&
    (filter.host === null || facets.host === filter.host) &&
    (filter.language === null ||
      language === filter.language ||
      (language?.startsWith(`${filter.language}-`) ?? false)) &&
    (filter.pageType === null || facets.pageType === filter.pageType) &&
    (filter.from === null || (publishedAt !== null && publishedAt >= filter.from)) &&
    (filter.until === null || (publishedAt !== null && publishedAt < filter.until))
  );
}

/** As databases can hold it: without NUL and lone surrogates, which no name has. */
function clip(text: string | null): string | null {
  return text?.slice(0, MAX_FACET_CHARACTERS).toWellFormed().replaceAll("\0", "\u{FFFD}") ?? null;
}

function readTime(text: string | undefined): { readonly start: number; readonly end: number } | null {
  if (text === undefined) return null;
  const span = timeSpan(text);
  if (span === null)
    throw new UsageError(
      "usage",
      `"${text}" is no date. Dates are written 2024-03-02 or 2024-03-02T09:15:00Z.`,
    );
  return span;
}

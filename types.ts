/**
 * The data that walks through Galley: PageRequest → FetchedPage → Extraction → StoredArticle.
 * Readonly plain JSON: no classes, Dates or DOM nodes. What is absent is `null`, never guessed.
 * Facts about the article carry schema.org names; facts about our work stand in objects of their own.
 * Times are ISO 8601 strings; lengths are UTF-16 code units; sizes are bytes; durations are milliseconds.
 */

/** When a page is fetched with the browser: never, always, or when the HTTP answer is an empty shell. */
export type RenderMode = "auto" | "never" | "always";

/** A page to fetch. `url` is normalised (see crawler/normalize-url.ts). */
export interface PageRequest {
  readonly url: string;
  /** Links followed from a seed to get here; a seed has 0. */
  readonly depth: number;
  /** The page on which this URL was found, or null for a seed. */
  readonly referrer: string | null;
  /** What the browser gives the page's scripts, in milliseconds, beyond what it finds that they need; none by default. */
  readonly waitMs?: number;
}

/** What robots.txt (RFC 9309) said of a fetch. `source` is the robots.txt URL or the reason that none was read. */
export interface RobotsVerdict {
  readonly verdict: "allowed" | "disallowed" | "ignored" | "unchecked";
  readonly source: string | null;
}

/** What is known of a fetch, without the page itself. */
export interface PageMeta {
  /** The URL that was asked for. */
  readonly url: string;
  /** The URL that answered, after redirects. */
  readonly finalUrl: string;
  /** Every URL that answered with a redirect, in order. */
  readonly redirects: readonly string[];
  /** HTTP status of the final answer. */
  readonly status: number;
  /** Header names in lower case. Values that occur more than once are joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** MIME type without parameters, lower case, or null when the server named none. */
  readonly contentType: string | null;
  /** The encoding the bytes were decoded with (WHATWG label, lower case). */
  readonly charset: string;
  readonly renderer: "http" | "browser";
  readonly fetchedAt: string;
  readonly robots: RobotsVerdict;
  /** Bytes of the body after content decoding. */
  readonly bytes: number;
  readonly ms: number;
}

/** A fetched page: its facts and its decoded HTML. */
export interface FetchedPage extends PageMeta {
  readonly html: string;
}

/** Every kind of block that can be stripped from a page, as `--keep TYPE` and `--drop TYPE` name them. */
export const BLOCK_TYPES = [
  "navigation",
  "breadcrumb",
  "newsletter",
  "subscribe",
  "share",
  "social",
  "photo-credit",
  "caption",
  "byline",
  "dateline",
  "author-bio",
  "timestamp",
  "listen-widget",
  "inline-related",
  "related",
  "popular",
  "theme-list",
  "tags",
  "view-counter",
  "comments",
  "trackback",
  "search",
  "cookie-banner",
  "paywall",
  "ad",
  "loading",
  "language-switch",
  "slug",
  "wire-credit",
  "legal",
  "footer",
  "hidden",
  /** The headline where it stands in the body; it is kept as `headline`. */
  "headline",
  /** Text outside of the main content that no rule knows by name. */
  "boilerplate",
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

/** What an extraction leans to in doubt: neither way, to nothing but the article, or to all of it. */
export const EXTRACT_MODES = ["balanced", "precision", "recall"] as const;
export type ExtractMode = (typeof EXTRACT_MODES)[number];

/** One removed block: what kind it is, which rule pointed at it, where it stood, what it said. */
export interface RemovedBlock {
  readonly type: BlockType;
  /** Kebab-case name of the rule, by what it removes. */
  readonly rule: string;
  /** CSS-like path in the page as it was parsed, for example `html>body>main>div:nth-child(3)`. */
  readonly path: string;
  /** The block's visible text, white space folded. */
  readonly text: string;
}

export interface Person {
  readonly name: string;
  readonly url: string | null;
}

export interface ArticleImage {
  readonly url: string;
  readonly caption: string | null;
  readonly creditText: string | null;
}

export const PAGE_TYPES = [
  "article",
  "forum",
  "documentation",
  "listing",
  "product",
  "service",
  "collection",
  "other",
] as const;
export type PageType = (typeof PAGE_TYPES)[number];

/** schema.org facts about the article. Dates keep the source's own offset; none is invented. */
export interface ArticleFacts {
  readonly canonicalUrl: string | null;
  /** schema.org type, for example `NewsArticle`; null when the page does not name one. */
  readonly "@type": string | null;
  readonly headline: string | null;
  readonly alternativeHeadline: string | null;
  readonly description: string | null;
  readonly articleSection: string | null;
  readonly author: readonly Person[];
  readonly publisher: { readonly name: string } | null;
  /** ISO 8601 date or date-time, as precise as the source. */
  readonly datePublished: string | null;
  /** The published date exactly as the page wrote it. */
  readonly datePublishedRaw: string | null;
  readonly dateModified: string | null;
  readonly dateline: string | null;
  /** BCP 47 language tag. */
  readonly inLanguage: string | null;
  readonly keywords: readonly string[];
  readonly image: readonly ArticleImage[];
  readonly isAccessibleForFree: boolean | null;
}

/** How an extraction went, and everything it took away. */
export interface ExtractionReport {
  /** Version of the extractor's rules; part of every event id. */
  readonly version: string;
  readonly pageType: PageType;
  /** 0 to 1: how sure the extractor is that the body is the whole article and nothing else. */
  readonly confidence: number;
  readonly warnings: readonly string[];
  readonly removed: readonly RemovedBlock[];
  /** For each fact, where it came from: `{"datePublished": "json-ld"}`. */
  readonly fieldSources: Readonly<Record<string, string>>;
}

/** What the extractor makes of a page. */
export interface Extraction extends ArticleFacts {
  /** Clean text: paragraphs, headings and list items, separated by blank lines. */
  readonly articleBody: string;
  /** Words in articleBody (for scripts without spaces, as Intl.Segmenter counts them). */
  readonly wordCount: number;
  readonly markdown: string;
  /** Sanitised HTML of the body. */
  readonly html: string;
  readonly extraction: ExtractionReport;
}

/** Facts about the fetch that stay with the article. */
export interface FetchReport {
  readonly status: number;
  readonly finalUrl: string;
  readonly fetchedAt: string;
  readonly renderer: "http" | "browser";
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly robots: RobotsVerdict;
  readonly bytes: number;
  readonly ms: number;
  /** The raw page's key in the page archive; null where the page was not archived. */
  readonly pageKey: string | null;
}

export interface DedupReport {
  /** SHA-256 (hex) of the article's text with white space folded. */
  readonly contentHash: string;
  readonly clusterId: string | null;
  readonly relation: "original" | "copy" | "derived" | null;
  readonly of: string | null;
}

/** The record that galley prints, stores and feeds to others. */
export interface ArticleRecord extends Extraction {
  readonly schemaVersion: 1;
  /** For a page with a URL, from its canonical URL; for a JSONL line, the line's own id. */
  readonly id: string;
  readonly url: string | null;
  /** Name of the source (see the schedules) that found it; null for a one-off. */
  readonly source: string | null;
  /** null where there was no fetch (`galley extract`). */
  readonly fetch: FetchReport | null;
  readonly dedup: DedupReport;
}

/** An article as a store holds it. */
export interface StoredArticle extends ArticleRecord {
  readonly url: string;
  readonly revision: {
    /** 1 for the first version. */
    readonly n: number;
    /** Names of the fields that differ from the version before. */
    readonly changed: readonly string[];
  };
}

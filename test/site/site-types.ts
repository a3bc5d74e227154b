/** What the local news site shows to the tests, the demo and the benchmarks. */

/** One request that reached the site. */
export interface SiteRequest {
  /** `performance.now()` when the request arrived, in milliseconds. */
  readonly at: number;
  /** Host without port, for example `kestrel.localhost`. */
  readonly host: string;
  /** Path with query, as it was sent. */
  readonly path: string;
  readonly userAgent: string | null;
  readonly method: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** An article page with what an extractor ought to make of it. */
export interface SiteArticle {
  /** Absolute canonical URL. */
  readonly url: string;
  /** Host without port, for example `kestrel.localhost`. */
  readonly host: string;
  readonly path: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** ISO 8601 with the offset that the page's metadata gives. */
  readonly datePublished: string;
  /** BCP 47 language tag. */
  readonly language: string;
  readonly canonicalPath: string;
  /**
   * Every expected standfirst, paragraph, subhead, list item, quotation, attribution and table cell, in order,
   * white space folded. Datelines ("BRACKEN QUAY –") and wire sign-offs that share a paragraph are not part of it.
   */
  readonly paragraphs: readonly string[];
  /** Lines that must not stand in the text, to be compared with whole lines of it, white space folded. */
  readonly boilerplate: readonly string[];
  /** How the page's clutter is marked: by tags and plain class names, or hardly at all. */
  readonly template: "plain" | "hard";
  /** Whether the prose is only there after the page's scripts have run. */
  readonly needsBrowser: boolean;
}

export interface Site {
  readonly port: number;
  /** `origin("kestrel")` and `origin("kestrel.localhost")` are both `http://kestrel.localhost:PORT`. */
  origin(hostName: string): string;
  /** The hosts that hold articles, without port. `odd.localhost` is not among them. */
  readonly hosts: readonly string[];
  /** One front page URL for each of `hosts`. */
  readonly seeds: readonly string[];
  readonly articles: readonly SiteArticle[];
  /** Every request since the start, in order of arrival. */
  readonly requests: readonly SiteRequest[];
  close(): Promise<void>;
}

/** A page as the server holds it. */
export interface SitePage {
  readonly type: string;
  readonly body: string | Uint8Array;
}

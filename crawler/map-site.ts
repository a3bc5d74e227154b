import { createHash } from "node:crypto";
import { GalleyError } from "../errors.ts";
import { discoverFeeds, discoverLinks } from "./discover-links.ts";
import type { TakeTurn } from "./host-turn.ts";
import { isSince, type Listing } from "./listing.ts";
import { normalizeUrl } from "./normalize-url.ts";
import type { FetchedBody, PageFetcher } from "./page-fetcher.ts";
import { createScope } from "./scope.ts";

export type MapSource = "sitemap" | "feed" | "link";

/** A page of a site, and where it was named first. */
export interface MappedUrl {
  /** Absolute, normalised. */
  readonly url: string;
  readonly source: MapSource;
  /** The sitemap, feed or page that names it. */
  readonly foundOn: string;
  /** When it last changed or was published, ISO 8601; null when nobody says. */
  readonly modified: string | null;
}

export interface MapSiteOptions {
  /** A front page, a feed or a sitemap. */
  readonly url: string;
  /** One that reads listings. */
  readonly fetcher: PageFetcher;
  readonly takeTurn?: TakeTurn;
  readonly signal?: AbortSignal;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Leaves out what is older, milliseconds since the epoch; what has no date stays. */
  readonly sinceMs?: number | null;
  /** Told of each file that was read, and of each that could not be and was passed over. */
  readonly onFile?: (file: MappedFile) => void;
}

export type MappedFile =
  | {
      readonly ok: true;
      readonly url: string;
      readonly kind: Listing["kind"] | "page";
      readonly cut: boolean;
    }
  | { readonly ok: false; readonly url: string; readonly error: GalleyError };

/** Bytes of a URL's digest that are remembered: among a million URLs two are taken for one with probability 4e-13. */
const DIGEST_BYTES = 10;

/** Remembers URLs in 20 bytes each. */
function createSeen(): { readonly add: (url: string) => boolean; readonly has: (url: string) => boolean } {
  const names = new Set<string>();
  const nameOf = (url: string): string =>
    createHash("sha256").update(url).digest().subarray(0, DIGEST_BYTES).toString("latin1");
  return {
    has: (url) => names.has(nameOf(url)),
    add(url) {
      const before = names.size;
      return names.add(nameOf(url)).size > before;
    },
  };
}

/** An index names sitemaps and no further indexes; a generated one could go on for ever. */
const DEEPEST_SITEMAP = 4;

/** Where many sites keep their sitemap without saying so in robots.txt. */
const USUAL_SITEMAP = "/sitemap.xml";

interface Source {
  readonly url: string;
  readonly source: MapSource;
  /** A file that nobody named may be missing. */
  readonly guessed?: boolean;
}

async function sitemapsOf(front: FetchedBody, options: MapSiteOptions): Promise<readonly Source[]> {
  const { finalUrl } = front.page;
  const named = await options.fetcher.sitemaps(finalUrl, options.signal, options.takeTurn);
  if (named.length > 0) return named.map((url) => ({ url, source: "sitemap" }));
  return [{ url: new URL(USUAL_SITEMAP, finalUrl).href, source: "sitemap", guessed: true }];
}

/**
 * Lists a site's pages without fetching them: the sitemaps of its robots.txt (else /sitemap.xml), the feeds that the
 * front page names, and the front page's links, in this order and each URL once. A feed or sitemap as `url` is listed
 * alone. Answers as it reads; one sitemap's entries are held at a time.
 * @throws What PageFetcher.fetch throws for `url` itself; UsageError for patterns. Other files that fail are passed
 *   over and told to `onFile`.
 */
export async function* mapSite(options: MapSiteOptions): AsyncGenerator<MappedUrl> {
  const { fetcher, signal, takeTurn, include = [], exclude = [], sinceMs = null, onFile } = options;
  const url = normalizeUrl(options.url);
  const get = (asked: string): Promise<FetchedBody> =>
    fetcher.fetch({ url: asked, depth: 0, referrer: null }, signal, takeTurn);
  createScope({ seeds: [url], include, exclude });
  const front = await get(url);
  const finalUrl = normalizeUrl(front.page.finalUrl);
  const scopes = { seeds: [url, finalUrl], include, exclude };
  // Whoever names a feed wants its items, wherever they are.
  const scope = createScope({ ...scopes, hosts: front.listing === undefined ? "seeds" : "any" });
  const seen = createSeen();
  const old = createSeen();
  const files = createSeen();

  function* listed(listing: Listing, from: Source): Generator<MappedUrl> {
    for (const { url: page, kind, modified } of listing.entries) {
      if (kind !== "page" || !scope(page).ok) continue;
      if (!isSince(modified, sinceMs)) old.add(page);
      else if (seen.add(page)) yield { url: page, source: from.source, foundOn: from.url, modified };
    }
  }

  /** A file's pages, then those of the sitemaps it names. */
  async function* follow(from: Source, level = 0): AsyncGenerator<MappedUrl> {
    if (level > DEEPEST_SITEMAP || !files.add(from.url)) return;
    const listing = await readFile(from);
    if (listing === null) return;
    yield* listed(listing, from);
    for (const { url: next, kind, modified } of listing.entries) {
      if (kind === "sitemap" && isSince(modified, sinceMs))
        yield* follow({ url: next, source: "sitemap" }, level + 1);
    }
  }

  async function readFile(from: Source): Promise<Listing | null> {
    try {
      const { listing } = from.url === url ? front : await get(from.url);
      if (listing === undefined) return null;
      onFile?.({ ok: true, url: from.url, kind: listing.kind, cut: listing.cut });
      return listing;
    } catch (error) {
      if (!(error instanceof GalleyError) || signal?.aborted === true) throw error;
      if (from.guessed !== true) onFile?.({ ok: false, url: from.url, error });
      return null;
    }
  }

  if (front.listing !== undefined) {
    const isSitemap = front.listing.kind.startsWith("sitemap");
    yield* follow({ url, source: isSitemap ? "sitemap" : "feed" });
    return;
  }
  onFile?.({ ok: true, url: finalUrl, kind: "page", cut: false });
  const feeds = discoverFeeds(front.page.html, front.page.finalUrl);
  const sources = [
    ...(await sitemapsOf(front, options)),
    ...feeds.map((feed): Source => ({ url: feed, source: "feed" })),
  ];
  for (const source of sources) yield* follow(source);
  for (const link of discoverLinks(front.page.html, front.page.finalUrl)) {
    // A link has no date; where a sitemap gave it one that is too old, that holds.
    if (!scope(link).ok || old.has(link) || !seen.add(link)) continue;
    yield { url: link, source: "link", foundOn: finalUrl, modified: null };
  }
}

import type { parseFeed } from "feedsmith";
import { PermanentError } from "../errors.ts";
import { laterDate, readListedDate, type ListedUrl, type Listing } from "./listing.ts";
import { resolveListed } from "./read-sitemap.ts";

type ParsedFeed = ReturnType<typeof parseFeed<string>>;

/** An item before its addresses are resolved. */
interface FeedItem {
  readonly link: string | null | undefined;
  /** As written; the library leaves them untyped. */
  readonly dates: readonly unknown[];
}

interface AtomLink {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** The page of an Atom entry: its alternate link (RFC 4287 §4.2.7.2), HTML before others. */
function pageLink(links: readonly AtomLink[] | undefined): string | undefined {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === "alternate");
  const html = alternates.find(({ type }) => type === undefined || /html/iu.test(type));
  return (html ?? alternates[0])?.href;
}

/** A guid is the item's address unless it says that it is none (RSS 2.0 §guid). */
function permalink(
  guid: { readonly value?: string; readonly isPermaLink?: boolean } | undefined,
): string | undefined {
  return guid?.isPermaLink !== false && /^https?:\/\//iu.test(guid?.value ?? "") ? guid?.value : undefined;
}

function itemsOf(parsed: ParsedFeed): readonly FeedItem[] {
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).map((item) => ({
        link: item.link ?? permalink(item.guid) ?? pageLink(item.atom?.links),
        dates: [item.pubDate, item.atom?.updated, ...(item.dc?.dates ?? [])],
      }));
    case "rdf":
      return (parsed.feed.items ?? []).map((item) => ({ link: item.link, dates: item.dc?.dates ?? [] }));
    case "atom":
      return (parsed.feed.entries ?? []).map((entry) => ({
        link: pageLink(entry.links),
        dates: [entry.published, entry.updated],
      }));
    case "json":
      return (parsed.feed.items ?? []).map((item) => ({
        link: item.url ?? item.external_url,
        dates: [item.date_published, item.date_modified],
      }));
  }
}

function kindOf(format: ParsedFeed["format"]): Listing["kind"] {
  return format === "json" ? "json-feed" : format;
}

/**
 * Reads an RSS, Atom or RDF feed or a JSON Feed; an item's date is the later of when it was published and changed.
 * @param baseUrl The URL that answered with the feed.
 * @throws PermanentError not-html when it is none of them.
 */
export async function readFeed(text: string, baseUrl: string): Promise<Listing> {
  // A fifth of what a fetcher takes to load, and few crawls read a feed.
  const feeds = await import("feedsmith");
  try {
    const parsed = feeds.parseFeed(text);
    const base = parsed.format === "atom" ? parsed.feed.xml?.base : undefined;
    const from = resolveListed(base ?? "", baseUrl) ?? baseUrl;
    const entries = itemsOf(parsed).flatMap(({ link, dates }): readonly ListedUrl[] => {
      const url = resolveListed(link ?? "", from);
      const modified = dates.map(readListedDate).reduce<string | null>(laterDate, null);
      return url === null ? [] : [{ url, kind: "page", modified }];
    });
    return { kind: kindOf(parsed.format), entries, cut: false };
  } catch (cause) {
    const message = `${baseUrl} is no feed that can be read; check it with a feed validator`;
    throw new PermanentError("not-html", message, { url: baseUrl, cause });
  }
}

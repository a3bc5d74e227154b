import { normalizeUrl } from "./normalize-url.ts";
import { isHttpUrl } from "./parse-url.ts";
import type { HtmlAttributes } from "./html-tag.ts";
import { scanHtml } from "./scan-html.ts";

/** `link` relations that lead to pages of their own. Canonical too: the frontier knows the page by that name. */
const PAGE_RELATIONS: ReadonlySet<string> = new Set(["next", "prev", "canonical"]);

/** Ends of paths that are never HTML; asking for them would cost a request and a refusal. */
const FILE_EXTENSION =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|pdf|docx?|xlsx?|pptx?|zip|gz|tgz|rar|7z|mp[34]|m4[av]|ogg|wav|webm|avi|mov|css|m?js|json|xml|rss|atom|woff2?|ttf|eot|exe|dmg|apk|iso)$/iu;

function tokensOf(value: string | null): readonly string[] {
  return value === null ? [] : value.toLowerCase().split(/\s+/u);
}

/** `<meta name="robots" content="nofollow">` (and `none`), also when addressed to Galley by name. */
function forbidsFollowing(attributes: HtmlAttributes): boolean {
  const name = attributes.get("name")?.trim().toLowerCase();
  if (name !== "robots" && name !== "galleybot") return false;
  const directives = (attributes.get("content") ?? "").toLowerCase().split(/[\s,]+/u);
  return directives.includes("nofollow") || directives.includes("none");
}

function leadsToPage(tag: string, attributes: HtmlAttributes): boolean {
  // Most tags are none of these, and are not read any further.
  if (tag === "a" || tag === "area") return !tokensOf(attributes.get("rel")).includes("nofollow");
  return tag === "link" && tokensOf(attributes.get("rel")).some((relation) => PAGE_RELATIONS.has(relation));
}

/** An href as browsers read it: line breaks and tabs inside it vanish, white space around it is cut. */
function resolveLink(href: string, base: string): URL | null {
  if (href.trim() === "" || href.trimStart().startsWith("#") || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return isHttpUrl(url) && url.hostname !== "" ? url : null;
}

function baseOf(href: string | null, baseUrl: string): string {
  return href !== null && URL.canParse(href, baseUrl) ? new URL(href, baseUrl).href : baseUrl;
}

function resolveAll(
  hrefs: readonly string[],
  base: string,
  wanted: (url: URL) => boolean,
): readonly string[] {
  // Pages name the same address many times, and reading one takes longer than finding it.
  const different = [...new Set(hrefs)];
  const urls = different.map((href) => resolveLink(href, base)).filter((url) => url !== null && wanted(url));
  return [...new Set(urls.filter((url) => url !== null).map((url) => normalizeUrl(url)))];
}

/** Types of the feeds that pages name (RSS Advisory Board's autodiscovery, JSON Feed 1.1; 1.0 had plain JSON). */
const FEED_TYPE = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)|text\/xml)\s*(?:;|$)/iu;

/**
 * The feeds a page names: `link` with rel alternate and the type of a feed. Comment feeds are feeds like others.
 * @param baseUrl The URL that answered with this page.
 * @returns Normalised absolute http(s) URLs, each once, in document order.
 */
export function discoverFeeds(html: string, baseUrl: string): readonly string[] {
  const hrefs: string[] = [];
  const found = { base: null as string | null };
  scanHtml(html, {
    onStartTag(tag, attributes) {
      if (tag === "base") found.base ??= attributes.get("href");
      if (tag !== "link" || !tokensOf(attributes.get("rel")).includes("alternate")) return;
      if (FEED_TYPE.test(attributes.get("type")?.trim() ?? "")) hrefs.push(attributes.get("href") ?? "");
    },
  });
  return resolveAll(hrefs, baseOf(found.base, baseUrl), () => true);
}

/**
 * The pages a page links to: `a` and `area`, and `link` with rel next, prev or canonical. Links with
 * rel=nofollow are left out, and so are all of them when the page's robots meta says nofollow.
 * The first `<base href>` holds for the whole page, wherever it stands.
 * @param baseUrl The URL that answered with this page.
 * @returns Normalised absolute http(s) URLs, each once, in document order.
 */
export function discoverLinks(html: string, baseUrl: string): readonly string[] {
  const hrefs: string[] = [];
  const found = { base: null as string | null, nofollow: false };
  scanHtml(html, {
    onStartTag(tag, attributes) {
      if (tag === "base") found.base ??= attributes.get("href");
      else if (tag === "meta") found.nofollow ||= forbidsFollowing(attributes);
      else if (leadsToPage(tag, attributes)) {
        const href = attributes.get("href");
        if (href !== null) hrefs.push(href);
      }
    },
  });
  if (found.nofollow) return [];
  return resolveAll(hrefs, baseOf(found.base, baseUrl), ({ pathname }) => !FILE_EXTENSION.test(pathname));
}

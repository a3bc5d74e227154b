import { isHttpUrl } from "./parse-url.ts";
import { normalizeUrl } from "./normalize-url.ts";
import { scanHtml } from "./scan-html.ts";

/** Hosts of pages made for telephones and for AMP: `m.`, `mobile.`, `amp.`, `wap.`. */
const VARIANT_HOST = /^(?:m|mobile|mobil|amp|wap|touch)\./u;
/** `/amp`, `/amp/…`, `.amp`, `.amp.html`. */
const VARIANT_PATH = /\/amp(?:\/|$)|\.amp(?:\.html?)?$/iu;
/** `?amp`, `?amp=1`, `?outputType=amp`, `?output=amp`. */
const VARIANT_QUERY =
  /[?&](?:amp(?:=(?:1|true|yes|on)?)?|(?:output_?type|output|view|mode|format)=(?:amp|mobile))(?:&|$)/iu;
/** AMP pages say so in their first tag. */
const AMP_TAG = /<html[^>]*\s(?:amp|⚡)(?:[\s=>])/iu;
/** Where that tag is. */
const START_CHARS = 1000;

function looksLikeVariant(url: URL): boolean {
  return VARIANT_HOST.test(url.hostname) || VARIANT_PATH.test(url.pathname) || VARIANT_QUERY.test(url.search);
}

function declaredCanonical(html: string): string | null {
  const found = { href: null as string | null };
  scanHtml(html, {
    onStartTag(name, attributes) {
      if (name === "body") return "stop";
      const relations = attributes.get("rel")?.toLowerCase().split(/\s+/u) ?? [];
      if (name !== "link" || !relations.includes("canonical")) return undefined;
      found.href = attributes.get("href");
      return "stop";
    },
  });
  return found.href;
}

/**
 * The page that this one is another form of, by its own rel=canonical: an AMP page or one for telephones. Pages that are
 * no such form are not asked: their canonical link may be one that all pages of a site share by mistake.
 * @param url Where the page answered.
 * @returns A normalised URL, or null.
 */
export function canonicalOfVariant(html: string, url: string): string | null {
  const here = new URL(url);
  if (!looksLikeVariant(here) && !AMP_TAG.test(html.slice(0, START_CHARS))) return null;
  const href = declaredCanonical(html);
  if (href === null || !URL.canParse(href, url)) return null;
  const canonical = new URL(href, url);
  if (!isHttpUrl(canonical) || looksLikeVariant(canonical)) return null;
  // A front page is no article's canonical.
  if (canonical.pathname === "/" && here.pathname !== "/") return null;
  const normalized = normalizeUrl(canonical);
  return normalized === normalizeUrl(here) ? null : normalized;
}

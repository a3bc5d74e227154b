/**
 * What relative links of a page are resolved against (HTML §4.2.3): what its first `<base>` with an address says where that leads to
 * the web, else the page's own address; null when neither is known.
 */
export function baseOf(document: Document, url: string | null): string | null {
  return resolveBase(document.querySelector("base[href]")?.getAttribute("href") ?? null, url);
}

/** The same for those who have met the `<base>`: `href` is its address, null where the page has none. */
export function resolveBase(href: string | null, url: string | null): string | null {
  const base = href === null ? null : URL.parse(href, url ?? undefined);
  return base !== null && /^https?:$/.test(base.protocol) ? base.href : url;
}

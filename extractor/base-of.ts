/**
 * What relative links of a page are resolved against (HTML §4.2.3): what its first `<base>` says where that leads to the web, else
 * the page's own address; null when neither is known.
 */
export function baseOf(document: Document, url: string | null): string | null {
  const href = document.querySelector("base[href]")?.getAttribute("href") ?? null;
  const base = href === null ? null : URL.parse(href, url ?? undefined);
  return base !== null && /^https?:$/.test(base.protocol) ? base.href : url;
}

import { getDomain } from "tldts";
import type { PageIndex } from "./index-page.ts";
import { absolute } from "./same-address.ts";

export interface AddressClaim {
  readonly href: string;
  readonly source: string;
}

export interface CanonicalUrl {
  readonly url: string;
  readonly source: string;
}

const siteOf = (url: URL): string => getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname;

/** The first claimed address that can be true: absolute, http(s), on the page's own site, and not the front page of an inner page. */
export function chooseCanonical(
  claims: readonly AddressClaim[],
  { url: pageUrl, base }: Pick<PageIndex, "url" | "base">,
): CanonicalUrl | null {
  const page = pageUrl === null ? null : absolute(pageUrl, null);
  for (const { href, source } of claims) {
    const url = absolute(href, base);
    if (!url) continue;
    if (page && siteOf(url) !== siteOf(page)) continue;
    if (page && url.pathname === "/" && url.search === "" && page.pathname !== "/") continue;
    url.hash = "";
    return { url: url.href, source };
  }
  return null;
}

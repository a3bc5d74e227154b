import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";

/** Where a link leads: another page of the same site, a place on this page, another site; null for no address. */
export type LinkTarget = "site" | "page" | "away" | null;

/** The links that a block's text stands in. */
export function linksOf(block: Block): readonly Element[] {
  const links = new Set<Element>();
  for (const node of block.textNodes) {
    const link = node.parentElement?.closest("a");
    if (link !== null && link !== undefined) {
      links.add(link);
    }
  }
  return [...links];
}

export function targetOf(link: Element, page: Page): LinkTarget {
  const href = link.getAttribute("href")?.trim() ?? "";
  if (href === "") {
    return null;
  }
  if (href.startsWith("#")) {
    return "page";
  }
  const base = page.url ?? undefined;
  if (!URL.canParse(href, base)) {
    return base === undefined && !/^[a-z]+:/iu.test(href) ? "site" : null;
  }
  const url = new URL(href, base);
  if (base === undefined) {
    return "away";
  }
  return siteOf(url) === siteOf(new URL(base)) ? "site" : "away";
}

/** The last two labels of a host name: near enough to a site to tell its own links from others. */
function siteOf(url: URL): string {
  return url.hostname.split(".").slice(-2).join(".");
}

/** True when every link of a block leads to other pages of the same site. */
export function leadsIntoSite(block: Block, page: Page): boolean {
  const links = linksOf(block);
  return links.length > 0 && links.every((link) => targetOf(link, page) === "site");
}

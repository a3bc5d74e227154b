import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";

/** A page of which no more than its address is asked. */
type AddressedPage = Pick<Page, "url">;

/** Where a link leads: another page of the same site, a place on this page, another site; null for no address. */
export type LinkTarget = "site" | "page" | "away" | null;

/** The links that a block's text stands in. */
export function linksOf(block: Block): readonly Element[] {
  if (block.linkChars === 0) {
    return NO_LINKS;
  }
  const links = new Set<Element>();
  for (const node of block.textNodes) {
    const link = linkAround(node);
    if (link !== null) {
      links.add(link);
    }
  }
  return [...links];
}

const NO_LINKS: readonly Element[] = [];

function linkAround(node: Node): Element | null {
  let up = node.parentElement;
  while (up !== null && up.localName !== "a") {
    up = up.parentElement;
  }
  return up;
}

/** What is known of a page's links: menus and lists are asked about by several passes. */
interface TargetsOfPage {
  readonly targets: Map<string, LinkTarget>;
  /** The page's own site; null for a page without an address. */
  readonly site: string | null;
}

const known = new WeakMap<AddressedPage, TargetsOfPage>();

export function targetOf(link: Element, page: AddressedPage): LinkTarget {
  const href = link.getAttribute("href")?.trim() ?? "";
  if (href === "") {
    return null;
  }
  if (href.startsWith("#")) {
    return "page";
  }
  const { targets, site } = targetsOf(page);
  const before = targets.get(href);
  const target = before === undefined ? readTarget(href, page.url, site) : before;
  targets.set(href, target);
  return target;
}

function targetsOf(page: AddressedPage): TargetsOfPage {
  const before = known.get(page);
  if (before !== undefined) {
    return before;
  }
  const own = page.url === null ? null : URL.parse(page.url);
  const targets: TargetsOfPage = { targets: new Map(), site: own === null ? null : siteOf(own) };
  known.set(page, targets);
  return targets;
}

/** A path on the page's own host, which needs no URL parser: `/path`. */
const SITE_PATH = /^\/[\w-]/;

function readTarget(href: string, base: string | null, site: string | null): LinkTarget {
  if (site !== null && site !== "" && SITE_PATH.test(href)) {
    return "site";
  }
  const url = URL.parse(href, base ?? undefined);
  if (url === null) {
    return base === null && !/^[a-z]+:/iu.test(href) ? "site" : null;
  }
  return site !== null && siteOf(url) === site ? "site" : "away";
}

/** The last two labels of a host name: near enough to a site to tell its own links from others. */
function siteOf(url: URL): string {
  return url.hostname.split(".").slice(-2).join(".");
}

/** True when every link of a block leads to other pages of the same site. */
export function leadsIntoSite(block: Block, page: AddressedPage): boolean {
  const links = linksOf(block);
  return links.length > 0 && links.every((link) => targetOf(link, page) === "site");
}

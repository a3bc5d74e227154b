import { addTo, counter, countOf, startCounts, type Counts } from "./page-tally.ts";

/** Longer link texts are teasers, not entries of a menu. */
const MENU_TEXT = 40;

/** Where a link leads, seen from its page: every link is one of these. */
const KINDS = [
  "linkPhone",
  "linkMail",
  "linkAnchor",
  "linkOther",
  "linkSelf",
  "linkBelow",
  "linkBeside",
  "linkSite",
] as const;
type LinkKind = (typeof KINDS)[number];

const NOTED = ([...KINDS, "linkSelfMenu", "linkBelowLong", "linkEdit", "linkLong"] as const).map((name) => ({
  name,
  at: counter(name),
}));
const SHARED: readonly LinkKind[] = ["linkBelow", "linkBeside", "linkOther"];

const AT = Object.fromEntries(NOTED.map(({ name, at }) => [name, at])) as Readonly<
  Record<LinkKind | "linkSelfMenu" | "linkBelowLong" | "linkEdit" | "linkLong", number>
>;

/** A path without the slashes and the index file at its end, in lower case. */
function trim(path: string): string {
  const folder = path.endsWith("/") ? path.replace(/\/+$/, "") : path;
  return (folder.includes("/index.") ? folder.replace(/\/index\.\w+$/, "") : folder).toLowerCase();
}
const bare = (host: string): string => (host.startsWith("www.") ? host.slice(4) : host);

/** Where a page's links lead, seen from the page: to itself, below it, beside it, elsewhere on the site, away. */
export interface LinkTally {
  /** What relative links start from. */
  readonly base: string;
  readonly host: string;
  readonly path: string;
  readonly folder: string;
  readonly counts: Counts;
}

/** An empty tally for a page; without a URL only the links' own forms are counted. */
export function startLinks(url: string | null): LinkTally {
  const page = url === null ? null : URL.parse(url);
  const path = trim(page?.pathname ?? "");
  return {
    base: page?.href ?? "https://page.invalid/",
    host: bare(page?.hostname ?? ""),
    path,
    folder: path.slice(0, path.lastIndexOf("/") + 1),
    counts: startCounts(),
  };
}

/** What ends a path. */
const PATH_END = /[?#\\]/;

/** Most links have one of these forms and need no URL parser: `/path`, `https://host/path`. */
const isSitePath = (href: string): boolean => href.startsWith("/") && !href.startsWith("//");
const ABSOLUTE = /^https?:\/\/([\w.-]+)(?::\d+)?([^?#\\]*)/i;

interface Target {
  readonly host: string;
  readonly path: string;
}

function targetOf(href: string, { base, host }: LinkTally): Target | null {
  if (!href.includes("/.")) {
    if (isSitePath(href)) {
      const end = href.search(PATH_END);
      return { host, path: end < 0 ? href : href.slice(0, end) };
    }
    const absolute = ABSOLUTE.exec(href);
    if (absolute) return { host: bare((absolute[1] ?? "").toLowerCase()), path: absolute[2] ?? "" };
  }
  const parsed = URL.parse(href, base);
  return parsed && { host: bare(parsed.hostname), path: parsed.pathname };
}

/** Links that lead to no page. */
const NO_PAGE = /^(tel|mailto|javascript):/i;
const NO_PAGE_KINDS: Readonly<Record<string, LinkKind>> = {
  tel: "linkPhone",
  mailto: "linkMail",
  javascript: "linkAnchor",
};

function kindOf(href: string, tally: LinkTally): LinkKind {
  if (href.startsWith("#")) return "linkAnchor";
  const scheme = isSitePath(href) ? undefined : NO_PAGE.exec(href)?.[1]?.toLowerCase();
  if (scheme !== undefined) return NO_PAGE_KINDS[scheme] ?? "linkOther";
  const target = targetOf(href, tally);
  if (!target || target.host !== tally.host || target.host === "") return "linkOther";
  const path = trim(target.path);
  if (path === tally.path) return "linkSelf";
  if (tally.path !== "" && path.startsWith(`${tally.path}/`)) return "linkBelow";
  return tally.folder.length > 1 && path.startsWith(tally.folder) ? "linkBeside" : "linkSite";
}

/** Counts one link. `length` is the length of its text. */
export function noteLink(element: Element, length: number, tally: LinkTally): void {
  const href = (element.getAttribute("href") ?? "").trim();
  const { counts } = tally;
  const kind = kindOf(href, tally);
  addTo(counts, AT[kind], 1);
  if (kind === "linkSelf" && length > 0 && length <= MENU_TEXT) addTo(counts, AT.linkSelfMenu, 1);
  if (kind === "linkBelow" && length > MENU_TEXT) addTo(counts, AT.linkBelowLong, 1);
  if (href.includes("edit") && /\/edit\/|action=edit/.test(href)) addTo(counts, AT.linkEdit, 1);
  if (length > MENU_TEXT) addTo(counts, AT.linkLong, 1);
}

/** The tally as measures. */
export function measureLinks({ counts }: LinkTally): Record<string, number> {
  const measures: Record<string, number> = {};
  let all = 0;
  for (const kind of KINDS) all += countOf(counts, AT[kind]);
  for (const { name, at } of NOTED) measures[name] = countOf(counts, at);
  for (const kind of SHARED) measures[`${kind}Share`] = all > 0 ? countOf(counts, AT[kind]) / all : 0;
  return measures;
}

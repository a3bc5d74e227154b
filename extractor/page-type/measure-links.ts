/** Longer link texts are teasers, not entries of a menu. */
const MENU_TEXT = 40;

const trim = (path: string): string => path.replace(/\/+$/, "").replace(/\/index\.\w+$/, "");

/** Where a page's links lead, seen from the page: to itself, below it, beside it, elsewhere on the site, away. */
export interface LinkTally {
  readonly host: string;
  readonly path: string;
  readonly folder: string;
  readonly counts: Record<string, number>;
}

/** An empty tally for a page; without a URL only the links' own forms are counted. */
export function startLinks(url: string | null): LinkTally {
  const page = url === null ? null : URL.parse(url);
  const path = trim(page?.pathname ?? "").toLowerCase();
  return {
    host: (page?.hostname ?? "").replace(/^www\./, ""),
    path,
    folder: path.slice(0, path.lastIndexOf("/") + 1),
    counts: {},
  };
}

function kindOf(href: string, tally: LinkTally): string {
  if (/^tel:/i.test(href)) return "linkPhone";
  if (/^mailto:/i.test(href)) return "linkMail";
  if (href.startsWith("#") || /^javascript:/i.test(href)) return "linkAnchor";
  const target = URL.parse(href, `https://${tally.host || "page.invalid"}${tally.path}/`);
  if (!target || target.hostname.replace(/^www\./, "") !== tally.host) return "linkOther";
  const path = trim(target.pathname).toLowerCase();
  if (path === tally.path) return "linkSelf";
  if (tally.path !== "" && path.startsWith(`${tally.path}/`)) return "linkBelow";
  return tally.folder.length > 1 && path.startsWith(tally.folder) ? "linkBeside" : "linkSite";
}

/** Counts one link. `length` is the length of its text. */
export function noteLink(element: Element, length: number, tally: LinkTally): void {
  const href = (element.getAttribute("href") ?? "").trim();
  const add = (name: string) => {
    tally.counts[name] = (tally.counts[name] ?? 0) + 1;
  };
  const kind = kindOf(href, tally);
  add(kind);
  if (kind === "linkSelf" && length > 0 && length <= MENU_TEXT) add("linkSelfMenu");
  if (kind === "linkBelow" && length > MENU_TEXT) add("linkBelowLong");
  if (/\/edit\/|action=edit/.test(href)) add("linkEdit");
  if (length > MENU_TEXT) add("linkLong");
}

/** The tally as measures. */
export function measureLinks(tally: LinkTally): Record<string, number> {
  const measures: Record<string, number> = {};
  let all = 0;
  for (const name of [
    "linkPhone",
    "linkMail",
    "linkAnchor",
    "linkOther",
    "linkSelf",
    "linkBelow",
    "linkBeside",
    "linkSite",
  ])
    all += tally.counts[name] ?? 0;
  for (const name of [
    "linkPhone",
    "linkMail",
    "linkAnchor",
    "linkOther",
    "linkSelf",
    "linkSelfMenu",
    "linkBelow",
    "linkBelowLong",
    "linkBeside",
    "linkSite",
    "linkEdit",
    "linkLong",
  ])
    measures[name] = tally.counts[name] ?? 0;
  for (const name of ["linkBelow", "linkBeside", "linkOther"])
    measures[`${name}Share`] = all > 0 ? (tally.counts[name] ?? 0) / all : 0;
  return measures;
}

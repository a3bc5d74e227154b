import { foldWords, squash } from "./fold-text.ts";

interface Heading {
  readonly element: Element;
  readonly offset: number;
  readonly text: string;
}

/** Shorter matches ("News", "Blog") are sections that the title names too. */
const SHORTEST_MATCH = 9;
const SHORTEST_TITLE = 20;

/** Whether a heading is the site's own: all of it links to the front page, or it stands in a logo. */
export function headsSite(element: Element, url: string | null): boolean {
  const inside = [...element.getElementsByTagName("a")].find(
    (link) => squash(link.textContent ?? "") === squash(element.textContent ?? ""),
  );
  const around =
    element.parentNode?.nodeName.toUpperCase() === "A" ? (element.parentNode as Element) : undefined;
  const href = (inside ?? around)?.getAttribute("href");
  if (!href) return false;
  const target = URL.parse(href, url ?? "http://page.invalid/x/");
  const page = url === null ? null : URL.parse(url);
  return (
    target !== null &&
    target.search === "" &&
    /^\/(?:index\.\w+|[a-z]{2}\/?)?$/.test(target.pathname) &&
    page?.pathname !== target.pathname
  );
}

/** The heading that is the page's headline, as far as the title tells: the longest one that the title holds, else the shortest that holds the title, else the first h1. */
export function findHeadlinePlace<H extends Heading>(
  headings: readonly H[],
  titles: readonly string[],
  url: string | null,
): H | null {
  const folded = titles.map(foldWords);
  let inTitle: H | null = null;
  let aroundTitle: H | null = null;
  for (const heading of headings) {
    const text = foldWords(heading.text);
    if (text.length < SHORTEST_MATCH || headsSite(heading.element, url)) continue;
    if (folded.some((title) => title.includes(text))) {
      if (inTitle === null || text.length > foldWords(inTitle.text).length) inTitle = heading;
    } else if (folded.some((title) => title.length > SHORTEST_TITLE && text.includes(title))) {
      // "12 comments on …" holds the title, too.
      if (aroundTitle === null || text.length < foldWords(aroundTitle.text).length) aroundTitle = heading;
    }
  }
  const tops = headings.filter(({ element }) => element.nodeName.toUpperCase() === "H1");
  return (
    inTitle ??
    aroundTitle ??
    tops.find(({ element }) => !headsSite(element, url)) ??
    tops[0] ??
    headings[0] ??
    null
  );
}

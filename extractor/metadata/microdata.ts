import { plainText, spacedText } from "./fold-text.ts";
import type { PageIndex, Place } from "./index-page.ts";
import type { RawImage, RawPerson, Source, SourceClaims } from "./source-claims.ts";

const ARTICLE = /schema\.org\/(?:\w*Article|\w*Posting|Question|Report|Recipe|CreativeWork|Review)\b/i;
/** Properties of these belong to somebody else's text. */
const FOREIGN = /schema\.org\/(?:Comment|UserComments|WPSideBar|WPHeader|WPFooter|SiteNavigationElement)\b/i;

/** The value of an itemprop or property element (HTML §5.2.4 "Values"). */
export function valueOf(element: Element): string {
  const name = element.nodeName.toUpperCase();
  const content = element.getAttribute("content");
  if (content !== null) return plainText(content);
  if (name === "TIME") return element.getAttribute("datetime")?.trim() || spacedText(element);
  if (
    /^(?:A|LINK|AREA)$/.test(name) &&
    element.hasAttribute("itemprop") &&
    /url/i.test(element.getAttribute("itemprop") ?? "")
  )
    return element.getAttribute("href") ?? "";
  if (/^(?:IMG|VIDEO|AUDIO|IFRAME|SOURCE)$/.test(name)) return element.getAttribute("src") ?? "";
  const datetime = element.getAttribute("datetime");
  return datetime ? datetime.trim() : spacedText(element);
}

function has(element: Element, property: string): boolean {
  return (element.getAttribute("itemprop") ?? "").split(/\s+/).includes(property);
}

function scopeOf(element: Element): Element | null {
  for (let node = element.parentNode; node?.nodeType === 1; node = node.parentNode) {
    if ((node as Element).hasAttribute("itemscope")) return node as Element;
  }
  return null;
}

function isForeign(element: Element): boolean {
  for (let node: Node | null = element; node?.nodeType === 1; node = node.parentNode) {
    if (FOREIGN.test((node as Element).getAttribute("itemtype") ?? "")) return true;
  }
  return false;
}

/** The item that most properties of an article hang on; null stands for properties outside of any item. */
function mainScope(page: PageIndex): { readonly scope: Element | null; readonly found: boolean } {
  const counts = new Map<Element | null, number>();
  for (const { element } of page.itemprops) {
    if (
      !/headline|datePublished|articleBody|author|dateModified/.test(element.getAttribute("itemprop") ?? "")
    )
      continue;
    const scope = scopeOf(element);
    if (scope && !ARTICLE.test(scope.getAttribute("itemtype") ?? "")) continue;
    if (isForeign(element)) continue;
    counts.set(scope, (counts.get(scope) ?? 0) + (has(element, "articleBody") ? 3 : 1));
  }
  let best: Element | null = null;
  let most = 0;
  for (const [scope, count] of counts) if (count > most) [best, most] = [scope, count];
  return { scope: best, found: most > 0 };
}

function personOf(element: Element, places: readonly Place[]): RawPerson {
  const own = places.filter((place) => place.element !== element && scopeOf(place.element) === element);
  const name = own.find((place) => has(place.element, "name"));
  const link =
    element.getAttribute("href") ??
    own.find((place) => has(place.element, "url"))?.element.getAttribute("href") ??
    null;
  return { name: name ? valueOf(name.element) : valueOf(element), url: link };
}

function imageOf(element: Element, places: readonly Place[]): RawImage {
  const inner = places.find((place) => has(place.element, "url") && scopeOf(place.element) === element);
  return {
    url: inner ? (inner.element.getAttribute("content") ?? valueOf(inner.element)) : valueOf(element),
  };
}

const FREE: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/** Templates also put the headline there. */
function publisherOf(
  element: Element | undefined,
  page: PageIndex,
  headline: string | undefined,
): string | undefined {
  const name = element === undefined ? "" : personOf(element, page.itemprops).name;
  return name === "" || name === headline ? undefined : name;
}

function claims(page: PageIndex): SourceClaims {
  const { scope, found } = mainScope(page);
  if (!found) return {};
  const own = page.itemprops.filter(({ element }) => scopeOf(element) === scope && !isForeign(element));
  const all = (property: string) =>
    own.filter(({ element }) => has(element, property)).map(({ element }) => element);
  const first = (property: string) => {
    const element = all(property)[0];
    return element ? valueOf(element) || undefined : undefined;
  };
  return {
    type: /schema\.org\/(\w+)/i.exec(scope?.getAttribute("itemtype") ?? "")?.[1],
    headline: first("headline"),
    alternativeHeadline: first("alternativeHeadline"),
    description: first("description"),
    section: first("articleSection"),
    publisher: publisherOf(all("publisher")[0], page, first("headline")),
    authors: all("author").map((element) => personOf(element, page.itemprops)),
    published: first("datePublished") ?? first("dateCreated"),
    modified: first("dateModified"),
    keywords: first("keywords")?.split(/\s*[,;]\s*/),
    language: first("inLanguage"),
    free: FREE.get(first("isAccessibleForFree")?.toLowerCase().replace(/^.*\//, "") ?? ""),
    images: all("image")
      .map((element) => imageOf(element, page.itemprops))
      .filter((image) => image.url !== ""),
    bylineElements: all("author").filter((element) => element.nodeName.toUpperCase() !== "META"),
    dateElements: [...all("datePublished"), ...all("dateModified")].filter(
      (element) => element.nodeName.toUpperCase() !== "META",
    ),
  };
}

function itemTypes(page: PageIndex): string[] {
  const scopes = new Set(page.itemprops.map(({ element }) => scopeOf(element)));
  const types = [...scopes].map(
    (scope) => /schema\.org\/(\w+)/i.exec(scope?.getAttribute("itemtype") ?? "")?.[1],
  );
  return [...new Set(types.filter((type) => type !== undefined))];
}

/** schema.org in `itemscope` / `itemprop` (HTML §5). */
export const microdata: Source = {
  name: "microdata",
  read: (page) => (page.itemprops.length === 0 ? {} : { ...claims(page), types: itemTypes(page) }),
};

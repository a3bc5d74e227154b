/** CSS-like path of an element in its page, for example `html>body>main>div:nth-child(3)`. */
export type PathReader = (element: Element) => string;

/** Reads paths on a page that does not change meanwhile: each element's is put together once, and its siblings counted once. */
export function createPathReader(): PathReader {
  const places = new Map<Element, number>();
  const paths = new Map<Element, string>();
  const pathOf = (element: Element): string => {
    const before = paths.get(element);
    if (before !== undefined) return before;
    if (!places.has(element)) {
      countSiblings(element, places);
    }
    const place = places.get(element) ?? ONLY;
    const own = place === ONLY ? element.localName : `${element.localName}:nth-child(${place})`;
    const parent = element.parentElement;
    const path = parent === null ? own : `${pathOf(parent)}>${own}`;
    paths.set(element, path);
    return path;
  };
  return pathOf;
}

/** The place of an element without another of its name beside it. */
const ONLY = 0;

/** Notes the places of an element and its siblings among the children of their parent, from 1. */
function countSiblings(element: Element, places: Map<Element, number>): void {
  const siblings = element.parentElement?.children ?? [element];
  const alike = new Map<string, number>();
  for (let at = 0; at < siblings.length; at += 1) {
    const { localName } = siblings[at] as Element;
    alike.set(localName, (alike.get(localName) ?? 0) + 1);
  }
  for (let at = 0; at < siblings.length; at += 1) {
    const sibling = siblings[at] as Element;
    places.set(sibling, alike.get(sibling.localName) === 1 ? ONLY : at + 1);
  }
}

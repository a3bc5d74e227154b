/** CSS-like path of an element in its page, for example `html>body>main>div:nth-child(3)`. */
export type PathReader = (element: Element) => string;

/** Reads paths on a page that does not change meanwhile: the children of each element are counted once, however many. */
export function createPathReader(): PathReader {
  const places = new WeakMap<Element, number>();
  return (element) => {
    const path: string[] = [];
    for (let up: Element | null = element; up !== null; up = up.parentElement) {
      if (!places.has(up)) {
        countSiblings(up, places);
      }
      const place = places.get(up) ?? ONLY;
      path.push(place === ONLY ? up.localName : `${up.localName}:nth-child(${place})`);
    }
    return path.toReversed().join(">");
  };
}

/** The place of an element without another of its name beside it. */
const ONLY = 0;

/** Notes the places of an element and its siblings among the children of their parent, from 1. */
function countSiblings(element: Element, places: WeakMap<Element, number>): void {
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

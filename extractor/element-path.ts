/** CSS-like path of an element in its page, for example `html>body>main>div:nth-child(3)`. */
export type PathReader = (element: Element) => string;

/** Reads paths on a page that does not change meanwhile: the children of each element are counted once, however many. */
export function createPathReader(): PathReader {
  const steps = new WeakMap<Element, string>();
  return (element) => {
    const path: string[] = [];
    for (let up: Element | null = element; up !== null; up = up.parentElement) {
      if (!steps.has(up)) {
        countSiblings(up, steps);
      }
      path.push(steps.get(up) ?? up.localName);
    }
    return path.toReversed().join(">");
  };
}

function countSiblings(element: Element, steps: WeakMap<Element, string>): void {
  const siblings = element.parentElement?.children ?? [element];
  const alike = new Map<string, number>();
  for (let at = 0; at < siblings.length; at += 1) {
    const { localName } = siblings[at] as Element;
    alike.set(localName, (alike.get(localName) ?? 0) + 1);
  }
  for (let at = 0; at < siblings.length; at += 1) {
    const sibling = siblings[at] as Element;
    const { localName } = sibling;
    const isOnly = alike.get(localName) === 1;
    steps.set(sibling, isOnly ? localName : `${localName}:nth-child(${at + 1})`);
  }
}

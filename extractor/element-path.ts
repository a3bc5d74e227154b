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
  const siblings = Array.from(element.parentElement?.children ?? [element]);
  const alike = new Map<string, number>();
  for (const { localName } of siblings) {
    alike.set(localName, (alike.get(localName) ?? 0) + 1);
  }
  for (const [index, sibling] of siblings.entries()) {
    const { localName } = sibling;
    const isOnly = alike.get(localName) === 1;
    steps.set(sibling, isOnly ? localName : `${localName}:nth-child(${index + 1})`);
  }
}

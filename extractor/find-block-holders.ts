import { isBlockElement, isVisible } from "./blocks.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Elements below `root` with a block-level element or a `<br><br>` somewhere below them. */
export function findBlockHolders(root: Element): ReadonlySet<Element> {
  const holders = new Set<Element>();
  let node: Node | null = root.firstChild;
  let lastBreak: Node | null = null;
  while (node !== null) {
    const { nodeType } = node;
    if (nodeType === ELEMENT_NODE) {
      const element = node as Element;
      if (isBlockElement(element)) {
        markUp(element, root, holders);
        lastBreak = null;
      } else if (element.localName === "br") {
        if (lastBreak !== null) {
          markUp(lastBreak, root, holders);
          markUp(element, root, holders);
        }
        lastBreak = element;
      }
    } else if (nodeType === TEXT_NODE && lastBreak !== null && isVisible((node as Text).data)) {
      lastBreak = null;
    }
    node = nextNode(node, root);
  }
  return holders;
}

/** All above a node hold blocks, up to the root. */
function markUp(node: Node, root: Element, holders: Set<Element>): void {
  for (
    let up = node.parentNode as Element | null;
    up !== null && !holders.has(up);
    up = up.parentNode as Element | null
  ) {
    holders.add(up);
    if (up === root) {
      return;
    }
  }
}

function nextNode(node: Node, root: Node): Node | null {
  if (node.firstChild !== null) {
    return node.firstChild;
  }
  for (let up: Node | null = node; up !== null && up !== root; up = up.parentNode) {
    if (up.nextSibling !== null) {
      return up.nextSibling;
    }
  }
  return null;
}

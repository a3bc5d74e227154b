import { ELEMENT_NODE, type SlimNode } from "./node.ts";

/**
 * Walks the elements below `root` in document order. `bits` are the tag bits looked for: a subtree without any of them
 * is skipped whole. `visit` returns true to stop. No recursion: the depth of a tree is not bounded here.
 */
export function eachElement(root: SlimNode, bits: number, visit: (element: SlimNode) => boolean): void {
  if ((root.tagBits & bits) === 0) return;
  let node: SlimNode | null = root.firstChild;
  while (node !== null) {
    if (node.nodeType === ELEMENT_NODE && (node.tagBits & bits) !== 0) {
      if (visit(node)) return;
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
    }
    node = following(node, root);
  }
}

/** The elements below `root` with a local name, or all: the question that is asked most, so it is not asked through a visitor. */
export function elementsNamed(root: SlimNode, name: string | null, bits: number): SlimNode[] {
  const found: SlimNode[] = [];
  let node = (root.tagBits & bits) === 0 ? null : root.firstChild;
  while (node !== null) {
    if (node.nodeType === ELEMENT_NODE && (node.tagBits & bits) !== 0) {
      if (name === null || (node as NamedNode).localName === name) found.push(node);
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
    }
    node = node.nextSibling ?? following(node, root);
  }
  return found;
}

interface NamedNode extends SlimNode {
  readonly localName: string;
}

/** The next node in document order that is not below `node`, within `root`. */
export function following(from: SlimNode, root: SlimNode): SlimNode | null {
  let node: SlimNode | null = from;
  while (node !== null && node !== root) {
    if (node.nextSibling !== null) return node.nextSibling;
    node = node.parentNode;
  }
  return null;
}

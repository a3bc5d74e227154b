import { ELEMENT_NODE, TEXT_NODE, type ContainerNode } from "./node.ts";

/**
 * `textContent` of an element or fragment: kept on the node until something below it changes. Whoever asks for one asks for
 * those below it too, so they are all worked out at once: each is a cut of the whole, and shares its characters.
 */
export function subtreeText(node: ContainerNode): string {
  if (node.knownText !== null) return node.knownText;
  const text = joinedText(node);
  cutTexts(node, text, 0);
  keep(node, text);
  return text;
}

function joinedText(node: ContainerNode): string {
  let text = "";
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) text += child.nodeValue;
    else if (child.nodeType === ELEMENT_NODE) {
      text += (child as ContainerNode).knownText ?? joinedText(child as ContainerNode);
    }
  }
  return text;
}

/** Gives each element below a node the part of its text that is its own; gives the offset of the node's end. */
function cutTexts(node: ContainerNode, text: string, start: number): number {
  let at = start;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) at += (child.nodeValue ?? "").length;
    else if (child.nodeType === ELEMENT_NODE) {
      const below = child as ContainerNode;
      if (below.knownText !== null) {
        at += below.knownText.length;
        continue;
      }
      const end = cutTexts(below, text, at);
      keep(below, text.slice(at, end));
      at = end;
    }
  }
  return at;
}

function keep(node: ContainerNode, text: string): void {
  node.knownText = text;
}

import { ELEMENT_NODE, TEXT_NODE, type ContainerNode } from "./node.ts";

/**
 * Longest text that is kept on its element, in UTF-16 code units. A string that was trimmed is flat, so every ancestor
 * that is asked holds a copy of its own: without a bound, deep nesting around a long text would multiply it.
 */
const MAX_KEPT_TEXT = 200_000;

/** `textContent` of an element or fragment: kept on the node until something below it changes. */
export function subtreeText(node: ContainerNode): string {
  if (node.knownText !== null) return node.knownText;
  let text = "";
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) text += child.textContent;
    else if (child.nodeType === ELEMENT_NODE) text += subtreeText(child as ContainerNode);
  }
  node.textKnown = true;
  node.knownText = text.length <= MAX_KEPT_TEXT ? text : null;
  return text;
}

import { isBlockElement } from "../blocks.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** The text of a `<pre>`, where lines may be elements or end in a `<br>`. */
export function preformattedText(element: Element): string {
  let text = "";
  const visit = (parent: Element): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE) {
        text += (node as Text).data;
      } else if (node.nodeType === ELEMENT_NODE) {
        visitElement(node as Element);
      }
    }
  };
  const visitElement = (child: Element): void => {
    const isLine = child.localName === "br" || isBlockElement(child);
    text += isLine && text !== "" && !text.endsWith("\n") ? "\n" : "";
    visit(child);
    text += isLine && child.localName !== "br" && !text.endsWith("\n") ? "\n" : "";
  };
  visit(element);
  return text;
}

import { ELEMENT_NODE, TEXT_NODE, type ContainerNode } from "./node.ts";
import { TextMeasure } from "./text-measure.ts";

/** What the text of an element or fragment measures: kept on the node until something below it changes. */
export function measureText(node: ContainerNode): TextMeasure {
  if (node.knownMeasure !== null) return node.knownMeasure;
  const measure = new TextMeasure();
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) measure.addText(child.nodeValue ?? "");
    else if (child.nodeType === ELEMENT_NODE) measure.add(measureText(child as ContainerNode));
  }
  node.knownMeasure = measure;
  return measure;
}

import { squash } from "./fold-text.ts";

/** The sign of a link to the heading itself. */
const PERMALINK = /\s*¶$|\s+#$/;

/** Without the readings that stand beside characters: the window's title has none. */
function readText(element: Element): string {
  const text = element.textContent ?? "";
  if (!/[\u3041-\u30ff]/.test(text)) return text;
  const readings = [...element.getElementsByTagName("rt"), ...element.getElementsByTagName("rp")];
  return readings.length === 0 ? text : textWithout(element, new Set<Node>(readings));
}

function textWithout(node: Node, skipped: ReadonlySet<Node>): string {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  let text = "";
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (!skipped.has(child)) text += textWithout(child, skipped);
  return text;
}

/** A heading's text, without the link to itself. */
export const headingText = (heading: Element): string => squash(readText(heading)).replace(PERMALINK, "");

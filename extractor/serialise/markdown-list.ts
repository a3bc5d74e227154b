import { breaksAfter, trimBreaks } from "./join-markdown.ts";
import { siblingOf } from "./markdown-node.ts";
import type { MarkdownElement } from "./markdown-node.ts";

/** A list of items that are written already. */
export function listMarkdown(content: string, node: MarkdownElement): string {
  const { parent } = node;
  if (parent?.tag === "ul" || parent?.tag === "ol") {
    return listInList(content, node);
  }
  // A list that begins at one may follow an item's text at once; any other would go on with the text.
  const next = siblingOf(node, 1);
  const isLast = next === null || (next.kind === "text" && next.data.trim() === "");
  const isTight = parent?.tag === "li" && isLast && startOf(node) === 1;
  return isTight ? `\n${content}` : `\n\n${content}\n\n`;
}

/** A list that stands between items, in none, belongs to the item before it. */
function listInList(content: string, node: MarkdownElement): string {
  let last = siblingOf(node, -1);
  while (last !== null && !(last.kind === "element" && last.tag === "li")) {
    last = siblingOf(last, -1);
  }
  const text = trimBreaks(content);
  return last === null ? `${text}\n` : `\n${indent(text, markerOf(last).length)}\n`;
}

export function itemMarkdown(content: string, node: MarkdownElement): string {
  const prefix = markerOf(node);
  // An item that began with a break would be empty, and its text another block.
  const text = trimBreaks(content).replace(/^[ \n]+/, "") + (breaksAfter(content) > 0 ? "\n" : "");
  return (
    prefix + indent(text, prefix.length).slice(prefix.length) + (siblingOf(node, 1) === null ? "" : "\n")
  );
}

function indent(text: string, width: number): string {
  const space = " ".repeat(width);
  return space + text.replaceAll("\n", `\n${space}`);
}

function markerOf({ parent, ordinal }: MarkdownElement): string {
  return parent?.tag === "ol" ? `${Math.min(startOf(parent) + ordinal, LARGEST)}.  ` : "-   ";
}

/** A number of more than nine digits begins no list (CommonMark 0.31 §5.2), and a negative one neither. */
const LARGEST = 999_999_999;

function startOf({ tag, element }: MarkdownElement): number {
  if (tag !== "ol") {
    return 1;
  }
  const said = element.getAttribute("start") ?? element.firstElementChild?.getAttribute("value") ?? "1";
  const start = Number.parseInt(said, 10);
  return start >= 0 && start <= LARGEST ? start : 1;
}

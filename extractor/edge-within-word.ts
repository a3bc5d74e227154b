import { isBlockElement } from "./blocks.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** Whether a word that the text before has begun goes on behind the start of an inline element that holds paragraphs. */
export function startsWithinWord(inline: Element, before: string): boolean {
  return WORD_END.test(before) && WORD_START.test(firstText(inline)) && !holdsBlockElement(inline);
}

/** The same for the element's end. */
export function endsWithinWord(inline: Element, before: string): boolean {
  return WORD_END.test(before) && WORD_START.test(textBehind(inline)) && !holdsBlockElement(inline);
}

/** The text that an inline element begins with; "" where something else does. */
function firstText(start: Node): string {
  let node: Node | null = start;
  while (node !== null && node.nodeType === ELEMENT_NODE && !isBlockElement(node as Element)) {
    node = node.firstChild;
  }
  return node?.nodeType === TEXT_NODE ? (node as Text).data : "";
}

function textBehind(inline: Element): string {
  const { nextSibling } = inline;
  return nextSibling === null ? "" : firstText(nextSibling);
}

/** Line breaks may part its paragraphs instead: those leave the text around them as it is. */
function holdsBlockElement(inline: Element): boolean {
  return Array.from(inline.getElementsByTagName("*")).some((inner) => isBlockElement(inner));
}

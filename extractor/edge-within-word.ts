import { isBlockElement, isTextless } from "./blocks.ts";
import { UNSPACED } from "./count-words.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** Whether two pieces of text, put together, have a word across their seam. */
export function joinsWord(before: string, after: string): boolean {
  // The last character is one code unit or two.
  return WORD_START.test(after) && WORD_END.test(before.slice(-2));
}

/** A picture that says a single letter is that letter of a word. */
export const saysLetter = (image: Element): boolean => /^\p{L}\p{M}*$/u.test(image.getAttribute("alt") ?? "");

/**
 * Whether two texts with a picture or a button's edge between them would be read as one word: their style sets them
 * apart on the screen. In scripts without spaces a picture is one of the characters as often as not.
 */
export const partsWords = (before: string, after: string): boolean =>
  joinsWord(before, after) && !UNSPACED.test(before.slice(-2) + after.slice(0, 2));

/** Whether a word that the text before has begun goes on behind the start of an inline element that holds paragraphs. */
export function startsWithinWord(inline: Element, before: string): boolean {
  return joinsWord(before, firstText(inline)) && !holdsBlockElement(inline);
}

/** The same for the element's end. */
export function endsWithinWord(inline: Element, before: string): boolean {
  return joinsWord(before, textBehind(inline)) && !holdsBlockElement(inline);
}

const isInlineText = (node: Node | null): node is Element =>
  node?.nodeType === ELEMENT_NODE && !isBlockElement(node as Element) && !isTextless(node as Element);

/** The text that a node begins with; "" where something else does. */
function firstText(start: Node): string {
  let node: Node | null = start;
  while (isInlineText(node)) node = node.firstChild;
  return node?.nodeType === TEXT_NODE ? (node as Text).data : "";
}

/** The text right behind an element; inline elements around it may end with it. */
function textBehind(inline: Element): string {
  let last: Node = inline;
  while (last.nextSibling === null && isInlineText(last.parentNode)) last = last.parentNode;
  return last.nextSibling === null ? "" : firstText(last.nextSibling);
}

/** Line breaks may part its paragraphs instead: those leave the text around them as it is. */
function holdsBlockElement(inline: Element): boolean {
  return Array.from(inline.getElementsByTagName("*")).some((inner) => isBlockElement(inner));
}

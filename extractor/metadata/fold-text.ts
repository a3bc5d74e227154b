import { parseFragment } from "parse5";
import { remember } from "../remember.ts";

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
/** White space that is no single space, or something invisible: most texts have none. */
const UNFOLDED = /[^\S ]|\s\s|[\u00ad\u200b\u200e\u200f\u2060]/;

/** White space of every kind folded to single spaces, ends trimmed, invisible marks dropped but joiners, which Persian and Indic words have. */
export function squash(text: string): string {
  // Most have no more to fold than the line breaks around them.
  const trimmed = text.trim();
  if (!UNFOLDED.test(trimmed)) return trimmed;
  return trimmed.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

const BEYOND_ASCII = /[^\0-\u007f]/;

/** What two spellings of one text have in common: lower-case words, without punctuation. */
export function foldOnce(text: string): string {
  const words = BEYOND_ASCII.test(text)
    ? text
        .normalize("NFKC")
        .toLowerCase()
        .match(/[\p{L}\p{N}_]+/gu)
    : text.toLowerCase().match(/[a-z0-9_]+/g);
  return words === null ? "" : words.join(" ");
}

/** The same, kept for those who ask again: titles, headings and names of sites are compared with each other in turn. */
export const foldWords: (text: string) => string = remember(foldOnce);

interface MarkupNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly MarkupNode[];
}

function collect(node: MarkupNode, pieces: string[]): void {
  if (node.nodeName === "#text") pieces.push(node.value ?? "");
  if (node.nodeName === "br" || node.nodeName === "p") pieces.push(" ");
  for (const child of node.childNodes ?? []) collect(child, pieces);
}

function decodeOnce(text: string): string {
  const pieces: string[] = [];
  collect(parseFragment(text) as MarkupNode, pieces);
  return pieces.join("");
}

/**
 * The text that a metadata value stands for: character references resolved (twice where the page escaped them
 * twice), tags dropped, white space folded. Costs nothing for values without `&` or `<`.
 */
export function plainText(value: string): string {
  let text = value;
  if (/&[#\w]+;|<\/?[a-z!]/i.test(text)) text = decodeOnce(text);
  if (/&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text)) text = decodeOnce(text);
  return squash(text);
}

/** An element's text with a space between any two text nodes, so that neighbouring spans do not run together. */
export function spacedText(element: Node): string {
  const pieces: string[] = [];
  gather(element, pieces);
  return squash(pieces.join(" "));
}

const TEXTLESS = new Set(["script", "style", "template", "noscript", "svg"]);

function gather(node: Node, pieces: string[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) pieces.push(child.nodeValue ?? "");
    else if (child.nodeType === 1 && !TEXTLESS.has((child as Element).localName)) gather(child, pieces);
  }
}

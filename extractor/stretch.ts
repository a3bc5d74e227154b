import type { Block } from "./blocks.ts";

/** A part of one block's text, in UTF-16 code units of `block.text`. */
export interface Stretch {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** A part of a text node's data, in UTF-16 code units. */
export interface NodeRange {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** What folding leaves out: the folded text and the nodes' data agree in everything else. */
const FOLDED = /[\s\u00ad\u200b\u2060\ufeff]/u;

/** Where a stretch stands in the text nodes of its block; the white space after it goes with it. */
export function rangesOf({ block, start, end }: Stretch): readonly NodeRange[] {
  const from = solidLength(block.text.slice(0, start));
  const to = solidLength(block.text.slice(0, end));
  const ranges: NodeRange[] = [];
  let seen = 0;
  for (const node of block.textNodes) {
    const first = offsetOf(node.data, from - seen);
    const last = offsetOf(node.data, to - seen);
    if (last > first) {
      ranges.push({ node, start: first, end: last });
    }
    seen += solidLength(node.data);
  }
  return ranges;
}

function solidLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    length += FOLDED.test(text.charAt(at)) ? 0 : 1;
  }
  return length;
}

/** The offset of the character that comes after so many solid ones; the length when there are no more. */
function offsetOf(text: string, solid: number): number {
  if (solid <= 0) {
    return 0;
  }
  let left = solid;
  let at = 0;
  while (at < text.length && (left > 0 || FOLDED.test(text.charAt(at)))) {
    left -= FOLDED.test(text.charAt(at)) ? 0 : 1;
    at += 1;
  }
  return at;
}

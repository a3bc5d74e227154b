import { siblingOf, textOf } from "./markdown-node.ts";
import type { MarkdownElement, MarkdownNode } from "./markdown-node.ts";

/** White space at the ends of an inline element, which must stand outside of its marks: `**so **` is no strong text. */
export interface FlankingSpace {
  readonly leading: string;
  readonly trailing: string;
}

const NONE: FlankingSpace = { leading: "", trailing: "" };

/** ASCII white space and then any other; and the same from the end. */
const LEADING = /^([ \t\r\n]*)(\s*)/;
const TRAILING_ASCII = /[ \t\r\n]$/;

/** The white space at an element's ends; what a neighbour has there too is not said twice. */
export function flankingSpace(node: MarkdownElement): FlankingSpace {
  if (node.isBlock) {
    return NONE;
  }
  const text = textOf(node);
  const [all = "", ascii = "", other = ""] = LEADING.exec(text) ?? [];
  const leading = ascii !== "" && endsInSpace(siblingOf(node, -1)) ? other : all;
  if (all.length === text.length) {
    return { leading, trailing: "" };
  }
  const space = text.slice(text.trimEnd().length);
  const trailing =
    TRAILING_ASCII.test(space) && beginsWithSpace(siblingOf(node, 1))
      ? space.replace(/[ \t\r\n]+$/, "")
      : space;
  return leading === "" && trailing === "" ? NONE : { leading, trailing };
}

function endsInSpace(node: MarkdownNode | null): boolean {
  return node !== null && !isBlock(node) && textOf(node).endsWith(" ");
}

function beginsWithSpace(node: MarkdownNode | null): boolean {
  return node !== null && !isBlock(node) && textOf(node).startsWith(" ");
}

function isBlock(node: MarkdownNode): boolean {
  return node.kind === "element" && node.isBlock;
}

import { addressOf } from "../blocks.ts";
import { addressOfImage } from "../address-of-image.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { siblingOf } from "./markdown-node.ts";
import type { MarkdownElement } from "./markdown-node.ts";
import { resolveImage, resolveLink } from "./resolve-link.ts";
import { withoutPlaceHolders } from "./settle-emphasis.ts";
import { wrapInline } from "./wrap-inline.ts";

export function linkMarkdown(content: string, node: MarkdownElement, url: string | null): string {
  const href = node.element.getAttribute("href");
  const address = href === null ? null : resolveLink(href, url);
  // Links side by side that lead to different places are words apart, set so by their style.
  const last = siblingOf(node, -1);
  const apart =
    last?.kind === "element" && last.tag === "a" && addressOf(last.element) !== addressOf(node.element);
  const before = apart ? " " : "";
  if (address === null) {
    return before + content;
  }
  const target = escapeAddress(address);
  return (
    before +
    wrapInline(content, (text) =>
      // The sign of a heading's own link stands at no line's beginning.
      holdsLink(text) ? text : `[${text === String.raw`\#` ? "#" : text}](${target})`,
    )
  );
}

/** Images whole and escapes are passed over. */
const MARKS_OF_LINKS = /\\.|!\[(?:[^\]\\]|\\.)*\]\([^)]*\)|\]\(/g;

/** No link stands in a link; an image does. */
function holdsLink(text: string): boolean {
  return text.includes("](") && (text.match(MARKS_OF_LINKS)?.some((mark) => mark === "](") ?? false);
}

export function imageMarkdown(image: Element, url: string | null): string {
  const source = addressOfImage(image);
  const address = source === null ? null : resolveImage(source, url);
  const alt = withoutPlaceHolders(image.getAttribute("alt") ?? "")
    .replace(/\s+/gu, " ")
    .trim();
  return address === null ? "" : `![${escapeMarkdown(alt)}](${escapeAddress(address)})`;
}

/** What ends an address, begins code or is read as a reference, percent-encoded. */
function escapeAddress(address: string): string {
  return address
    .replace(/[()<>\\`]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/\s/gu, "%20")
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

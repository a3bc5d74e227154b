import type { SlimAttribute } from "./attribute.ts";
import { following } from "./collect.ts";
import { COMMENT_NODE, ELEMENT_NODE, TEXT_NODE, type ContainerNode, type SlimNode } from "./node.ts";

/** HTML Standard §13.1.2: elements without an end tag, with the obsolete ones that §13.3 serialises alike. */
const VOID_TAGS: ReadonlySet<string> = new Set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split(
    " ",
  ),
);
/** HTML Standard §13.3: their text is written as it stands. `noscript` is not among them: scripting is off. */
const RAW_TEXT_TAGS: ReadonlySet<string> = new Set(
  "style script xmp iframe noembed noframes plaintext".split(" "),
);

const TEXT_ESCAPES = /[&<>\u00A0]/g;
const ATTRIBUTE_ESCAPES = /["&<>\u00A0]/g;
const NEEDS_TEXT_ESCAPE = /[&<>\u00A0]/;
const NEEDS_ATTRIBUTE_ESCAPE = /["&<>\u00A0]/;
const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00A0": "&nbsp;",
};

/** What the serialiser asks of an element. */
export interface Serializable extends ContainerNode {
  readonly localName: string;
  readonly isHtml: boolean;
  readonly attributeList: readonly SlimAttribute[];
  /** The content of a `template`, or null. */
  readonly content: ContainerNode | null;
}

/** `innerHTML` (HTML Standard §13.3). Walks without recursion, templates aside. */
export function serializeChildren(node: ContainerNode): string {
  if (isElement(node) && node.isHtml && VOID_TAGS.has(node.localName)) return "";
  return serializeBelow(isElement(node) && node.content !== null ? node.content : node);
}

/** `outerHTML`. */
export function serializeNode(node: SlimNode): string {
  if (!isElement(node)) return leafHtml(node);
  const open = openTag(node);
  return node.isHtml && VOID_TAGS.has(node.localName)
    ? open
    : `${open}${serializeChildren(node)}</${node.localName}>`;
}

function serializeBelow(root: ContainerNode): string {
  let html = "";
  let node = root.firstChild;
  while (node !== null) {
    if (isElement(node)) {
      html += openTag(node);
      if (!(node.isHtml && VOID_TAGS.has(node.localName))) {
        if (node.content !== null) html += serializeBelow(node.content);
        else if (node.firstChild !== null) {
          node = node.firstChild;
          continue;
        }
        html += `</${node.localName}>`;
      }
    } else html += leafHtml(node);
    const next = following(node, root);
    html += closeTags(node, next, root);
    node = next;
  }
  return html;
}

/** The end tags between a finished node and the one that comes after it. */
function closeTags(from: SlimNode, next: SlimNode | null, root: SlimNode): string {
  const until = next === null ? root : next.parentNode;
  let html = "";
  for (
    let above: SlimNode | null = from.parentNode;
    above !== null && above !== until;
    above = above.parentNode
  ) {
    html += `</${(above as Serializable).localName}>`;
  }
  return html;
}

function isElement(node: SlimNode): node is Serializable {
  return node.nodeType === ELEMENT_NODE;
}

function openTag(element: Serializable): string {
  let html = `<${element.localName}`;
  for (const attribute of element.attributeList) {
    html += ` ${attribute.name}="${escape(attribute.value, NEEDS_ATTRIBUTE_ESCAPE, ATTRIBUTE_ESCAPES)}"`;
  }
  return `${html}>`;
}

function leafHtml(node: SlimNode): string {
  switch (node.nodeType) {
    case TEXT_NODE: {
      const text = node.textContent ?? "";
      const parent = node.parentNode;
      const raw =
        parent !== null && isElement(parent) && parent.isHtml && RAW_TEXT_TAGS.has(parent.localName);
      return raw ? text : escape(text, NEEDS_TEXT_ESCAPE, TEXT_ESCAPES);
    }
    case COMMENT_NODE:
      return `<!--${node.textContent}-->`;
    default:
      return "";
  }
}

function escape(text: string, needed: RegExp, all: RegExp): string {
  return needed.test(text) ? text.replaceAll(all, (character) => ESCAPED[character] ?? character) : text;
}

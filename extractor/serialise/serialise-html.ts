import { addressOfImage } from "../address-of-image.ts";
import { isTextless } from "../blocks.ts";
import { resolveImage, resolveLink } from "./resolve-link.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Elements that come through, each with the attributes that do. Others give way to what is in them. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ["href", "title"],
    abbr: ["title"],
    b: [],
    bdi: [],
    bdo: ["dir"],
    blockquote: ["cite"],
    br: [],
    caption: [],
    cite: [],
    code: [],
    dd: [],
    del: [],
    details: [],
    dfn: [],
    div: ["dir", "lang"],
    dl: [],
    dt: [],
    em: [],
    figcaption: [],
    figure: [],
    h1: [],
    h2: [],
    h3: [],
    h4: [],
    h5: [],
    h6: [],
    hr: [],
    i: [],
    img: ["src", "alt", "width", "height"],
    ins: [],
    kbd: [],
    li: ["value"],
    mark: [],
    ol: ["start", "type", "reversed"],
    p: ["dir", "lang"],
    pre: [],
    q: [],
    rp: [],
    rt: [],
    ruby: [],
    s: [],
    samp: [],
    small: [],
    span: ["dir", "lang"],
    strong: [],
    sub: [],
    summary: [],
    sup: [],
    table: [],
    tbody: [],
    td: ["colspan", "rowspan"],
    tfoot: [],
    th: ["colspan", "rowspan", "scope"],
    thead: [],
    time: ["datetime"],
    tr: [],
    u: [],
    ul: [],
    var: [],
  }),
);

const VOID = new Set(["br", "hr", "img"]);

const LINK_ATTRIBUTES = new Set(["href", "cite"]);

/** The article as HTML in which only listed elements and attributes occur, and only http, https and mailto links. */
export function serialiseHtml(article: Element, url: string | null): string {
  return childrenHtml(article, url).trim();
}

function childrenHtml(parent: Element, url: string | null): string {
  let html = "";
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) {
      html += escapeText((node as Text).data);
    } else if (node.nodeType === ELEMENT_NODE) {
      html += elementHtml(node as Element, url);
    }
  }
  return html;
}

function elementHtml(element: Element, url: string | null): string {
  const tag = element.localName;
  const allowed = ALLOWED.get(tag);
  if (isTextless(element)) {
    return "";
  }
  const inner = VOID.has(tag) ? "" : childrenHtml(element, url);
  if (allowed === undefined) {
    return inner;
  }
  let attributes = "";
  for (const name of allowed) {
    attributes += attributeHtml(element, name, url);
  }
  // A bare span or div says nothing that its content does not; a link without an address is its text.
  if (attributes === "" && (tag === "span" || tag === "a")) {
    return inner;
  }
  if (tag === "img" && !attributes.includes(" src=")) {
    return "";
  }
  return VOID.has(tag) ? `<${tag}${attributes}>` : `<${tag}${attributes}>${inner}</${tag}>`;
}

function attributeHtml(element: Element, name: string, url: string | null): string {
  const raw = name === "src" ? addressOfImage(element) : element.getAttribute(name);
  if (raw === null) {
    return "";
  }
  const value =
    name === "src" ? resolveImage(raw, url) : LINK_ATTRIBUTES.has(name) ? resolveLink(raw, url) : raw;
  return value === null ? "" : ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`;
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\u00a0": "&nbsp;",
};
const NEEDS_ESCAPE = /[&<>\u00a0]/;
const EVERY_ESCAPE = /[&<>\u00a0]/g;

function escapeText(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replaceAll(EVERY_ESCAPE, (mark) => ESCAPED[mark] ?? mark) : text;
}

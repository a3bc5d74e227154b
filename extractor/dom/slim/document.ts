import { NO_ATTRIBUTES } from "./attribute.ts";
import { commentNode, textNode, type SlimCharacterData, type SlimDoctype } from "./character-data.ts";
import { HTML_NAMESPACE, SlimElement } from "./element.ts";
import { SlimFragment } from "./fragment.ts";
import { DOCUMENT_NODE, type ContainerNode, type NodeHome, type SlimNode } from "./node.ts";
import { QueryRoot } from "./query-root.ts";
import { SlimNodeIterator, SlimTreeWalker, type NodeFilterLike } from "./traversal.ts";

const SHOW_ALL = 0xffffffff;

/** Parses HTML in the context of an element into a fragment owned by a document. */
export type FragmentParser = (html: string, context: SlimElement, document: SlimDocument) => SlimFragment;

export class SlimDocument extends QueryRoot implements NodeHome {
  readonly nodeType = DOCUMENT_NODE;
  readonly contentType = "text/html";
  readonly documentURI: string;
  compatMode = "CSS1Compat";
  /** Beside the tree, where the standard has it among the children: nothing that walks a page needs to meet one. */
  doctype: SlimDoctype | null = null;
  /** Whether elements nested deeper than the parser lets them. */
  isFlattened = false;
  withheld: SlimNode | null = null;
  private readonly fragmentParser: FragmentParser;
  /** What the base element said when it was asked last, and the base that came of it. */
  private knownBase: { readonly href: string; readonly uri: string } | null = null;

  /** `url` is the page's; without one the document stands at `about:blank`. */
  constructor(url: string | null, fragmentParser: FragmentParser) {
    super(null);
    this.documentURI = (url === null ? null : URL.parse(url)?.href) ?? "about:blank";
    this.fragmentParser = fragmentParser;
  }

  get nodeName(): string {
    return "#document";
  }

  get URL(): string {
    return this.documentURI;
  }

  override get baseURI(): string {
    const base = this.querySelector("base[href]") as SlimElement | null;
    const href = base?.getAttribute("href") ?? "";
    if (href !== this.knownBase?.href) {
      const uri = URL.parse(href, this.documentURI)?.href ?? this.documentURI;
      this.knownBase = { href, uri };
    }
    return this.knownBase.uri;
  }

  override get textContent(): null {
    return null;
  }

  override set textContent(_text: string | null) {
    // A document has no text; the standard ignores the assignment.
  }

  get documentElement(): SlimElement | null {
    return this.firstElementChild as SlimElement | null;
  }

  get head(): SlimElement | null {
    return this.childOfRoot("head");
  }

  get body(): SlimElement | null {
    return this.childOfRoot("body") ?? this.childOfRoot("frameset");
  }

  get title(): string {
    const title = this.getElementsByTagName("title").find((element) => (element as SlimElement).isHtml);
    return (title?.textContent ?? "").replaceAll(/[ \t\n\f\r]+/g, " ").replaceAll(/^ | $/g, "");
  }

  get defaultView(): null {
    return null;
  }

  createElement(name: string): SlimElement {
    return new SlimElement(this, {
      localName: name.toLowerCase(),
      namespaceURI: HTML_NAMESPACE,
      attributes: NO_ATTRIBUTES,
    });
  }

  createElementNS(namespaceURI: string | null, name: string): SlimElement {
    return new SlimElement(this, {
      localName: name,
      namespaceURI: namespaceURI ?? "",
      attributes: NO_ATTRIBUTES,
    });
  }

  createText(text: string): SlimCharacterData {
    return textNode(this, text);
  }

  createFragment(): SlimFragment {
    return new SlimFragment(this);
  }

  createTextNode(text: string): SlimCharacterData {
    return textNode(this, String(text));
  }

  createComment(text: string): SlimCharacterData {
    return commentNode(this, text);
  }

  createDocumentFragment(): SlimFragment {
    return new SlimFragment(this);
  }

  createTreeWalker(root: SlimNode, whatToShow = SHOW_ALL, filter: NodeFilterLike = null): SlimTreeWalker {
    return new SlimTreeWalker(root, whatToShow, filter);
  }

  createNodeIterator(root: SlimNode, whatToShow = SHOW_ALL, filter: NodeFilterLike = null): SlimNodeIterator {
    return new SlimNodeIterator(root, whatToShow, filter);
  }

  importNode<T extends SlimNode>(node: T, deep = false): T {
    return node.cloneNode(deep) as T;
  }

  adoptNode<T extends SlimNode>(node: T): T {
    node.remove();
    return node;
  }

  parseFragment(html: string, context: SlimNode): ContainerNode {
    const element = context instanceof SlimElement ? context : this.createElement("body");
    return this.fragmentParser(html, element, this);
  }

  cloneNode(deep = false): SlimDocument {
    const clone = new SlimDocument(this.documentURI, this.fragmentParser);
    clone.doctype = this.doctype;
    if (deep) for (const child of this.childNodes) clone.appendChild(child.cloneNode(true));
    return clone;
  }

  private childOfRoot(name: string): SlimElement | null {
    let child = this.documentElement?.firstChild ?? null;
    while (child !== null && (child as SlimElement).localName !== name) child = child.nextSibling;
    return child as SlimElement | null;
  }
}

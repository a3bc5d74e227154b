import { ownCopy } from "../../own-copy.ts";
import { isPlainName, NO_ATTRIBUTES, SlimAttribute } from "./attribute.ts";
import { textNode, type SlimCharacterData } from "./character-data.ts";
import { SlimFragment } from "./fragment.ts";
import { NO_STYLE, readInlineStyle, type InlineStyle } from "./inline-style.ts";
import { compileSelector } from "./match-selector.ts";
import { attach, ELEMENT_NODE, type NodeHome, type SlimNode } from "./node.ts";
import { QueryRoot } from "./query-root.ts";
import { serializeChildren, serializeNode } from "./serialize.ts";
import { bitOfTag } from "./tag-bits.ts";
import { subtreeText } from "./text-content.ts";
import { SlimTokenList } from "./token-list.ts";

export const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";
const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** What a tag's name says, worked out once for each. */
interface TagFacts {
  /** `tagName` is the most-read property of all. */
  readonly upperCase: string;
  readonly bit: number;
}

const tagFacts = new Map<string, TagFacts>();

/** `className` of an SVG element is an object in the standard; pages' scripts and Readability see it as such. */
class AnimatedString {
  readonly baseVal: string;

  constructor(baseVal: string) {
    this.baseVal = baseVal;
  }

  get animVal(): string {
    return this.baseVal;
  }

  get [Symbol.toStringTag](): string {
    return "SVGAnimatedString";
  }
}

/** Constructor arguments of an element. */
export interface ElementInit {
  readonly localName: string;
  readonly namespaceURI: string;
  /** May be shared with other elements: it is copied before the first change. */
  readonly attributes: readonly SlimAttribute[];
}

export class SlimElement extends QueryRoot {
  declare readonly nodeType: typeof ELEMENT_NODE;
  declare readonly localName: string;
  declare readonly namespaceURI: string;
  declare readonly tagName: string;
  declare attributeList: readonly SlimAttribute[];
  declare content: SlimFragment | null;
  /** Readability keeps its score here, and what it thinks of a table; set at once so that all elements have one shape. */
  declare readability: unknown;
  declare _readabilityDataTable: unknown;

  constructor(ownerDocument: NodeHome | null, { localName, namespaceURI, attributes }: ElementInit) {
    const { upperCase, bit } = factsOf(localName);
    const isHtml = namespaceURI === HTML_NAMESPACE;
    super(ownerDocument, bit);
    this.localName = localName;
    this.namespaceURI = namespaceURI;
    this.tagName = isHtml ? upperCase : localName;
    this.attributeList = attributes;
    this.content = isHtml && localName === "template" ? new SlimFragment(ownerDocument) : null;
    this.readability = undefined;
    // oxlint-disable-next-line no-underscore-dangle -- Readability names it so
    this._readabilityDataTable = undefined;
  }

  get isHtml(): boolean {
    return this.namespaceURI === HTML_NAMESPACE;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  set id(id: string) {
    this.setAttribute("id", id);
  }

  get className(): string {
    const value = this.getAttribute("class") ?? "";
    return this.namespaceURI === SVG_NAMESPACE ? (new AnimatedString(value) as unknown as string) : value;
  }

  set className(value: string) {
    this.setAttribute("class", value);
  }

  get classList(): SlimTokenList {
    return new SlimTokenList(this);
  }

  /** A copy: writing to it does not change the element. */
  get dataset(): Readonly<Record<string, string>> {
    const data: Record<string, string> = {};
    for (const { name, value } of this.attributeList) {
      if (!name.startsWith("data-")) continue;
      data[name.slice(5).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value;
    }
    return data;
  }

  /** Only HTML and SVG elements have a style in the standard; `display` and `visibility` are what it tells. */
  get style(): InlineStyle | undefined {
    if (!this.isHtml && this.namespaceURI !== SVG_NAMESPACE) return undefined;
    const cssText = this.getAttribute("style");
    return cssText === null || cssText === "" ? NO_STYLE : readInlineStyle(cssText);
  }

  get hidden(): boolean {
    return this.hasAttribute("hidden");
  }

  get href(): string {
    return this.urlAttribute("href");
  }

  get src(): string {
    return this.urlAttribute("src");
  }

  get srcset(): string {
    return this.getAttribute("srcset") ?? "";
  }

  get alt(): string {
    return this.getAttribute("alt") ?? "";
  }

  get title(): string {
    return this.getAttribute("title") ?? "";
  }

  get lang(): string {
    return this.getAttribute("lang") ?? "";
  }

  get dir(): string {
    return this.getAttribute("dir")?.toLowerCase() ?? "";
  }

  override get textContent(): string {
    return this.knownText ?? subtreeText(this);
  }

  override set textContent(text: string | null) {
    this.removeChildren();
    if (text !== null && text !== "") this.appendChild(this.createText(text));
  }

  get innerHTML(): string {
    return this.ownerDocument?.withheld === this ? "" : serializeChildren(this);
  }

  set innerHTML(html: string) {
    if (this.ownerDocument?.withheld === this) return;
    const fragment = this.ownerDocument?.parseFragment(html, this) ?? null;
    const target = this.content ?? this;
    target.removeChildren();
    if (fragment !== null) target.appendChild(fragment);
  }

  /** From now on `innerHTML` is empty and changes nothing, until that of another element of the document is withheld. */
  withholdHtml(): void {
    if (this.ownerDocument !== null) this.ownerDocument.withheld = this;
  }

  get outerHTML(): string {
    return serializeNode(this);
  }

  set outerHTML(html: string) {
    const parent = this.parentNode;
    const fragment = this.ownerDocument?.parseFragment(html, parent ?? this) ?? null;
    if (parent !== null && fragment !== null) parent.replaceChild(fragment, this);
  }

  insertAdjacentElement(position: string, element: SlimNode): SlimNode {
    if (position === "beforebegin") this.before(element);
    else if (position === "afterbegin") this.prepend(element);
    else if (position === "beforeend") this.append(element);
    else this.after(element);
    return element;
  }

  insertAdjacentHTML(position: string, html: string): void {
    const inside = position === "afterbegin" || position === "beforeend";
    const fragment = this.ownerDocument?.parseFragment(html, inside ? this : (this.parentNode ?? this));
    if (fragment !== undefined) this.insertAdjacentElement(position, fragment);
  }

  createText(text: string): SlimCharacterData {
    return textNode(this.ownerDocument, text);
  }

  createFragment(): SlimFragment {
    return new SlimFragment(this.ownerDocument);
  }

  get attributes(): readonly SlimAttribute[] {
    return this.attributeList;
  }

  getAttribute(name: string): string | null {
    const list = this.attributeList;
    for (let position = 0; position < list.length; position++) {
      const attribute = list[position] as SlimAttribute;
      if (attribute.name === name) return attribute.value;
    }
    return list.length === 0 || isPlainName(name) ? null : this.slowGetAttribute(name);
  }

  getAttributeNames(): readonly string[] {
    return this.attributeList.map(({ name }) => name);
  }

  getAttributeNode(name: string): SlimAttribute | null {
    const wanted = isPlainName(name) ? name : name.toLowerCase();
    return this.attributes.find((attribute) => attribute.name === wanted) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  hasAttributes(): boolean {
    return this.attributeList.length > 0;
  }

  setAttribute(name: string, value: string): void {
    const wanted = this.isHtml ? name.toLowerCase() : name;
    const text = String(value);
    const list = this.attributeList;
    const position = list.findIndex((attribute) => attribute.name === wanted);
    const old = list[position];
    if (old === undefined) this.attributeList = [...list, new SlimAttribute(wanted, text)];
    else this.attributeList = list.with(position, new SlimAttribute(wanted, text, old.namespace));
  }

  setAttributeNode(attribute: SlimAttribute): SlimAttribute | null {
    const old = this.attributeList.length === 0 ? null : this.getAttributeNode(attribute.name);
    if (old === null && isPlainName(attribute.name)) {
      this.attributeList = [...this.attributeList, attribute];
    } else {
      this.setAttribute(attribute.name, attribute.value);
    }
    return old;
  }

  removeAttribute(name: string): void {
    if (this.getAttribute(name) === null) return;
    const wanted = this.isHtml ? name.toLowerCase() : name;
    const left = this.attributeList.filter((attribute) => attribute.name !== wanted);
    this.attributeList = left.length === 0 ? NO_ATTRIBUTES : left;
  }

  toggleAttribute(name: string, force?: boolean): boolean {
    const wanted = force ?? !this.hasAttribute(name);
    if (!wanted) this.removeAttribute(name);
    else if (!this.hasAttribute(name)) this.setAttribute(name, "");
    return wanted;
  }

  matches(selector: string): boolean {
    return compileSelector(selector).matches(this, this);
  }

  closest(selector: string): SlimElement | null {
    return closestMatch(this, selector);
  }

  cloneNode(deep = false): SlimElement {
    return deep ? cloneTree(this) : this.cloneAlone();
  }

  /** The element and its attributes, without children. */
  cloneAlone(): SlimElement {
    const clone = new SlimElement(this.ownerDocument, {
      localName: this.localName,
      namespaceURI: this.namespaceURI,
      attributes: this.attributeList,
    });
    if (this.content !== null) clone.content = this.content.cloneNode(true);
    return clone;
  }

  /** Names in another case. */
  private slowGetAttribute(name: string): string | null {
    const wanted = this.isHtml ? name.toLowerCase() : name;
    return wanted === name ? null : this.getAttribute(wanted);
  }

  private urlAttribute(name: string): string {
    const value = this.getAttribute(name);
    return value === null ? "" : resolveUrl(value, this.baseURI);
  }
}

/** Readability asks three times in a row for the address of one picture. */
let lastResolved = { value: "", base: "", url: "" };

function resolveUrl(value: string, base: string): string {
  if (value !== lastResolved.value || base !== lastResolved.base)
    lastResolved = { value, base, url: URL.parse(value, base)?.href ?? value };
  return lastResolved.url;
}

// The same for all of them, so that none need hold it.
Object.assign(SlimElement.prototype, { nodeType: ELEMENT_NODE });

function factsOf(name: string): TagFacts {
  const known = tagFacts.get(name);
  if (known !== undefined) return known;
  const upperCase = name.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
  const facts = { upperCase, bit: bitOfTag(name) };
  // Pages may invent names without end; the usual ones come first and stay.
  if (tagFacts.size < 2000) tagFacts.set(ownCopy(name), facts);
  return facts;
}

function closestMatch(from: SlimElement, selector: string): SlimElement | null {
  const { matches } = compileSelector(selector);
  let element: SlimElement | null = from;
  while (element !== null && !matches(element, from)) element = element.parentElement as SlimElement | null;
  return element;
}

/** Down and up by hand: a tree may be deeper than the stack. */
function cloneTree(root: SlimElement): SlimElement {
  const clone = root.cloneAlone();
  let source: SlimNode = root;
  let target: SlimElement = clone;
  for (;;) {
    let next: SlimNode | null = source.firstChild;
    if (next === null) {
      while (source !== root && source.nextSibling === null) {
        source = source.parentNode as SlimNode;
        if (source !== root) target = target.parentNode as SlimElement;
      }
      if (source === root) return clone;
      next = source.nextSibling as SlimNode;
    }
    const copy = next instanceof SlimElement ? next.cloneAlone() : next.cloneNode();
    attach(copy, target, null);
    source = next;
    if (next.firstChild !== null) target = copy as SlimElement;
  }
}

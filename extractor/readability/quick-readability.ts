import { Readability } from "@mozilla/readability";
import { SlimElement } from "../dom/slim/element.ts";
import { measureText } from "../dom/slim/measure-text.ts";
import { createTextReader, InnerText, isBlank, QUICK_REGEXPS } from "./inner-text.ts";
import { READABILITY } from "./readability-itself.ts";

/**
 * Readability with the same rules, asked more cheaply. Each method here gives what the one that it stands for gives; a test
 * holds them together. Readability asks most of them of every element, some of them a dozen times.
 */

const {
  _grabArticle: grabArticle,
  _unwrapNoscriptImages: unwrapNoscriptImages,
  DIV_TO_P_ELEMS: BLOCKS,
  REGEXPS: { byline: BYLINE, hasContent: ENDS_SOLID, hashUrl: WITHIN_PAGE },
} = READABILITY;
const PHRASING: ReadonlySet<string> = new Set(READABILITY.PHRASING_ELEMS);
const PHRASING_IF_ALL_BELOW: ReadonlySet<string> = new Set(["A", "DEL", "INS"]);
const PRESENTATIONAL: ReadonlySet<string> = new Set(READABILITY.PRESENTATIONAL_ATTRIBUTES);
const WITH_TELLING_ATTRIBUTES = "img, picture, figure, object, embed, iframe";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

const LONGEST_BYLINE = 100;

/** What the text of a link to a place on the page counts for among the linked. */
const WITHIN_PAGE_WEIGHT = 0.3;

/** Pictures of formulas are hidden from those who hear the page, and shown to the others. */
const FALLBACK_IMAGE = /fallback-image/;

/** All that the constructor looks at. */
const STAND_IN = { documentElement: {}, firstChild: {} } as Document;

/** Readability has its answer. */
export const GRABBED = new Error("Readability has its answer");

/** Made once, as the other: a stack trace for every page is dear, and nobody reads it. */
export const SECOND_TRY = new Error("Readability was about to start over");

export class QuickReadability extends Readability {
  /** What Readability found, once it has thrown GRABBED. */
  answer: Element | null = null;
  readonly REGEXPS: unknown = QUICK_REGEXPS;
  private readonly readText = createTextReader();
  private isGrabbing = false;

  /**
   * Readability's constructor makes a function that holds the document it is given, and V8 puts functions that are assigned to
   * properties among what is old: with each page's document it would keep the page, until all of the heap is collected.
   */
  constructor(document: Document, options: ConstructorParameters<typeof Readability<string>>[1]) {
    super(STAND_IN, options);
    Object.assign(this, { _doc: document });
  }

  /** Takes the answer where it is found: what comes after is writing it down. */
  _grabArticle(page?: unknown): never {
    this.isGrabbing = true;
    this.answer = grabArticle.call(this, page);
    throw GRABBED;
  }

  /** It weakens its rules and starts over, from the HTML that it kept. */
  _removeFlag(): never {
    throw SECOND_TRY;
  }

  /** Before it looks for the article, Readability reads titles letter by letter; from then on it measures. */
  _getInnerText(element: Element, folds = true): InnerText | string {
    if (!folds) return isBlank(element) ? "" : (element.textContent ?? "").trim();
    return this.isGrabbing && element instanceof SlimElement
      ? new InnerText(element, measureText(element))
      : this.readText(element);
  }

  _getCharCount(element: Element, character = ","): number {
    if (character === "," && element instanceof SlimElement) return measureText(element).commas;
    return this.readText(element).split(character).length - 1;
  }

  _getLinkDensity(element: Element): number {
    const length = this.lengthOf(element);
    if (length === 0) return 0;
    let linked = 0;
    for (const link of element.getElementsByTagName("a")) {
      const href = link.getAttribute("href");
      const weight = href !== null && WITHIN_PAGE.test(href) ? WITHIN_PAGE_WEIGHT : 1;
      linked += this.lengthOf(link) * weight;
    }
    return linked / length;
  }

  _getTextDensity(element: Element, names: readonly string[]): number {
    const length = this.lengthOf(element);
    if (length === 0) return 0;
    let inside = 0;
    for (const child of element.querySelectorAll(selectorOf(names))) inside += this.lengthOf(child);
    return inside / length;
  }

  private lengthOf(element: Element): number {
    return this.isGrabbing && element instanceof SlimElement
      ? measureText(element).length
      : this.readText(element).length;
  }

  _isValidByline(element: Element, names: string): boolean {
    // The names first: nearly every element is asked, and few are called so.
    const isNamed =
      element.getAttribute("rel") === "author" ||
      element.getAttribute("itemprop")?.includes("author") === true ||
      (names.length > 1 && BYLINE.test(names));
    if (!isNamed) return false;
    const { length } = (element.textContent ?? "").trim();
    return length > 0 && length < LONGEST_BYLINE;
  }

  _isProbablyVisible(element: Element): boolean {
    if (!element.hasAttributes()) return true;
    const { style } = element as HTMLElement;
    // Elements of other namespaces than HTML's and SVG's have no style.
    if ((style as CSSStyleDeclaration | undefined) !== undefined) {
      if (style.display === "none" || style.visibility === "hidden") return false;
    }
    return (
      !element.hasAttribute("hidden") &&
      (element.getAttribute("aria-hidden") !== "true" || FALLBACK_IMAGE.test(element.className))
    );
  }

  _isElementWithoutContent(node: Element): boolean {
    if (node.nodeType !== ELEMENT_NODE || !isBlank(node)) return false;
    const children = node.children.length;
    return (
      children === 0 ||
      children === node.getElementsByTagName("br").length + node.getElementsByTagName("hr").length
    );
  }

  _hasSingleTagInsideElement(element: Element, tag: string): boolean {
    let found = 0;
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === ELEMENT_NODE) {
        if (found > 0 || (node as Element).tagName !== tag) return false;
        found += 1;
      } else if (node.nodeType === TEXT_NODE && ENDS_SOLID.test((node as Text).data)) {
        return false;
      }
    }
    return found === 1;
  }

  _hasChildBlockElement(element: Node): boolean {
    return holdsBlock(element);
  }

  _isPhrasingContent(node: Node): boolean {
    return isPhrasing(node);
  }

  /** Names in lower case are told apart at a glance; all elements here are HTML elements. */
  _getAllNodesWithTag(node: ParentNode, names: readonly string[]): ArrayLike<Element> & Iterable<Element> {
    return node.querySelectorAll(selectorOf(names));
  }

  /** Of these alone the attributes are looked at afterwards; the answer itself is never shown. */
  _cleanStyles(content: Element): void {
    for (const element of Array.from(content.querySelectorAll(WITH_TELLING_ATTRIBUTES))) dropStyles(element);
  }

  _unwrapNoscriptImages(document: Document): void {
    // Each is written down and parsed again, whatever becomes of it: those that stand in for no image are left out.
    unwrapNoscriptImages.call(this, {
      createElement: (name) => document.createElement(name),
      getElementsByTagName: (name) => {
        const found = Array.from(document.getElementsByTagName(name));
        return name === "noscript" ? found.filter(isAfterImage) : found;
      },
    });
  }
}
/** Nothing is lost where this says so of one that Readability would leave alone: it looks again. */
function isAfterImage({ previousElementSibling }: Element): boolean {
  return previousElementSibling !== null && isSingleImage(previousElementSibling);
}

function isSingleImage(element: Element): boolean {
  let inner: Element | null = element;
  while (inner !== null && inner.localName !== "img") {
    const only: Element | null = inner.firstElementChild;
    if (only !== null && only.nextElementSibling !== null) return false;
    inner = only;
  }
  return inner !== null;
}

function holdsBlock(element: Node): boolean {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT_NODE && (BLOCKS.has((node as Element).tagName) || holdsBlock(node))) {
      return true;
    }
  }
  return false;
}

function isPhrasing(node: Node): boolean {
  if (node.nodeType === TEXT_NODE) return true;
  const { tagName } = node as Element;
  if (PHRASING.has(tagName)) return true;
  if (!PHRASING_IF_ALL_BELOW.has(tagName)) return false;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!isPhrasing(child)) return false;
  }
  return true;
}

function dropStyles(element: Element): void {
  for (const name of element.getAttributeNames()) {
    if (PRESENTATIONAL.has(name)) element.removeAttribute(name);
  }
}

/** The lists that Readability asks for, each written anew every time, with the selector of each: some twenty. */
const selectors: { readonly names: readonly string[]; readonly selector: string }[] = [];
const MOST_SELECTORS = 50;

function selectorOf(names: readonly string[]): string {
  for (const known of selectors) if (isSame(known.names, names)) return known.selector;
  const selector = names.join(",").toLowerCase();
  if (selectors.length < MOST_SELECTORS) selectors.push({ names: [...names], selector });
  return selector;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

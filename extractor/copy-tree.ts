const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";

export interface CopyRules {
  /** The document that the copies belong to. */
  readonly into: Document;
  /** Whether an element goes in, with what is below it. */
  readonly takesElement: (element: Element) => boolean;
  /** The name of an element's copy; its own when absent. */
  readonly nameOf?: (element: Element) => string;
  readonly takesText: (text: Text) => boolean;
  /** Whether an element that ended up without children still goes in. */
  readonly takesEmpty: (element: Element) => boolean;
  /** Told of every copied node. */
  readonly onCopy?: (copy: Node, original: Node) => void;
}

/** Copies an element and what the rules take of its subtree; null when nothing of it is taken. */
export function copyTree(element: Element, rules: CopyRules): Element | null {
  if (!rules.takesElement(element)) {
    return null;
  }
  const copy = copyAlone(element, rules);
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    const childCopy = copyChild(child, rules);
    if (childCopy !== null) {
      copy.appendChild(childCopy);
    }
  }
  if (copy.firstChild === null && !rules.takesEmpty(element)) {
    return null;
  }
  rules.onCopy?.(copy, element);
  return copy;
}

function copyChild(child: Node, rules: CopyRules): Node | null {
  if (child.nodeType === ELEMENT_NODE) {
    return copyTree(child as Element, rules);
  }
  if (child.nodeType !== TEXT_NODE || !rules.takesText(child as Text)) {
    return null;
  }
  const copy = rules.into.createTextNode((child as Text).data);
  rules.onCopy?.(copy, child);
  return copy;
}

/** The element without its children. */
function copyAlone(element: Element, { into, nameOf }: CopyRules): Element {
  const name = nameOf?.(element) ?? element.localName;
  if (name === element.localName && element.namespaceURI === HTML_NAMESPACE) {
    return into.importNode(element, false);
  }
  // Elements of formulas become HTML elements of the same name.
  const copy = into.createElement(name);
  for (const attribute of Array.from(element.attributes)) {
    setAttribute(copy, attribute.name, attribute.value);
  }
  return copy;
}

/** A parser accepts attribute names that the DOM's own setter refuses (`"foo`, `<b`); such attributes carry nothing. */
function setAttribute(element: Element, name: string, value: string): void {
  if (/^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name)) {
    element.setAttribute(name, value);
  }
}

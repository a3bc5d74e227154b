const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

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
  readonly takesAttribute: (name: string) => boolean;
  /** Told of every copied node. */
  readonly onCopy?: (copy: Node, original: Node) => void;
}

/** Copies an element and what the rules take of its subtree; null when nothing of it is taken. */
export function copyTree(element: Element, rules: CopyRules): Element | null {
  if (!rules.takesElement(element)) {
    return null;
  }
  const copy = rules.into.createElement(rules.nameOf?.(element) ?? element.localName);
  for (const { name, value } of Array.from(element.attributes)) {
    if (rules.takesAttribute(name)) {
      setAttribute(copy, name, value);
    }
  }
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

/** A parser accepts attribute names that the DOM's own setter refuses (`"foo`, `<b`); such attributes carry nothing. */
function setAttribute(element: Element, name: string, value: string): void {
  if (/^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name)) {
    element.setAttribute(name, value);
  }
}

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
  /** Elements nest no deeper than this in the copy: what is deeper comes one after the other. */
  readonly maxDepth?: number;
  /** Told of every copied node. */
  readonly onCopy?: (copy: Node, original: Node) => void;
}

/** Copies an element and what the rules take of its subtree; null when nothing of it is taken. */
export function copyTree(element: Element, rules: CopyRules): Element | null {
  return copyElement(element, rules, 0);
}

function copyElement(element: Element, rules: CopyRules, depth: number): Element | null {
  if (!rules.takesElement(element)) {
    return null;
  }
  const copy = copyAlone(element, rules);
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT_NODE) {
      append(copy, copyText(child, rules));
    } else if (depth + 1 >= (rules.maxDepth ?? Number.POSITIVE_INFINITY)) {
      copyFlat(child as Element, copy, rules);
    } else {
      append(copy, copyElement(child as Element, rules, depth + 1));
    }
  }
  if (copy.firstChild === null && !rules.takesEmpty(element)) {
    return null;
  }
  rules.onCopy?.(copy, element);
  return copy;
}

function append(parent: Element, copy: Node | null): void {
  if (copy !== null) {
    parent.appendChild(copy);
  }
}

function copyText(node: Node, rules: CopyRules): Node | null {
  if (node.nodeType !== TEXT_NODE || !rules.takesText(node as Text)) {
    return null;
  }
  const copy = rules.into.createTextNode((node as Text).data);
  rules.onCopy?.(copy, node);
  return copy;
}

/** Copies an element's subtree as elements side by side: each run of texts in a copy of the element that holds it. */
function copyFlat(element: Element, parent: Element, rules: CopyRules): void {
  if (!rules.takesElement(element)) {
    return;
  }
  let holder: Element | null = null;
  const open = (): Element => {
    const copy = copyAlone(element, rules);
    parent.appendChild(copy);
    rules.onCopy?.(copy, element);
    return copy;
  };
  if (element.firstChild === null && rules.takesEmpty(element)) {
    open();
  }
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === ELEMENT_NODE) {
      holder = null;
      copyFlat(child as Element, parent, rules);
    } else {
      const text = copyText(child, rules);
      if (text !== null) {
        holder ??= open();
        holder.appendChild(text);
      }
    }
  }
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

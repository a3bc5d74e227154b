import { ANY_TAG_BITS } from "./tag-bits.ts";
import type { TextMeasure } from "./text-measure.ts";

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const COMMENT_NODE = 8;
export const DOCUMENT_NODE = 9;
export const DOCUMENT_TYPE_NODE = 10;
export const DOCUMENT_FRAGMENT_NODE = 11;

const NO_NODES: readonly SlimNode[] = Object.freeze<SlimNode[]>([]);

/** What a node may ask of the document that owns it. */
export interface NodeHome {
  readonly baseURI: string;
  /**
   * The element whose `innerHTML` is neither written nor read. Said here, since a property of that one element would be a second
   * shape for all code that meets elements.
   */
  withheld: SlimNode | null;
  /** Parses a fragment of HTML in the context of an element (HTML Standard §13.4) into a fragment. */
  parseFragment(html: string, context: SlimNode): ContainerNode;
}

/** A node of the tree. Siblings are linked, so that inserting and removing cost the same everywhere. */
export abstract class SlimNode {
  abstract readonly nodeType: number;
  abstract readonly nodeName: string;
  /** Null for nodes that have no children. */
  abstract firstChild: SlimNode | null;
  abstract lastChild: SlimNode | null;
  /** OR of the tag bits at and below this node; see tag-bits.ts. */
  abstract tagBits: number;
  // Declared here and set by the constructors, here and in the classes below: a field that stands here with a type alone is
  // undefined first, which takes V8 a second store for each of many thousand nodes, and tells it that it may hold anything.
  declare readonly ownerDocument: NodeHome | null;
  declare parentNode: ContainerNode | null;
  declare previousSibling: SlimNode | null;
  declare nextSibling: SlimNode | null;
  /** The node that this is a copy of, where a copier says so; set at once so that all nodes of a kind have one shape. */
  declare original: unknown;

  constructor(ownerDocument: NodeHome | null) {
    this.ownerDocument = ownerDocument;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
    this.original = undefined;
  }

  abstract get textContent(): string | null;
  abstract set textContent(text: string | null);
  abstract cloneNode(deep?: boolean): SlimNode;

  // The constants are on every node in the standard; Readability reads `node.TEXT_NODE` in its log.
  get ELEMENT_NODE(): number {
    return ELEMENT_NODE;
  }

  get TEXT_NODE(): number {
    return TEXT_NODE;
  }

  get nodeValue(): string | null {
    return null;
  }

  get childNodes(): readonly SlimNode[] {
    return NO_NODES;
  }

  get parentElement(): ContainerNode | null {
    const parent = this.parentNode;
    return parent !== null && parent.nodeType === ELEMENT_NODE ? parent : null;
  }

  get nextElementSibling(): SlimNode | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): SlimNode | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node;
  }

  get baseURI(): string {
    return this.ownerDocument?.baseURI ?? "about:blank";
  }

  get isConnected(): boolean {
    return this.getRootNode().nodeType === DOCUMENT_NODE;
  }

  getRootNode(): SlimNode {
    return rootOf(this);
  }

  hasChildNodes(): boolean {
    return this.firstChild !== null;
  }

  contains(other: SlimNode | null): boolean {
    for (let node = other; node !== null; node = node.parentNode) if (node === this) return true;
    return false;
  }

  isSameNode(other: SlimNode | null): boolean {
    return other === this;
  }

  /** Bits as DOM Standard §4.4 gives them: 1 disconnected, 2 preceding, 4 following, 8 contains, 16 contained by. */
  compareDocumentPosition(other: SlimNode): number {
    if (other === this) return 0;
    const mine = ancestorsFromRoot(this);
    const theirs = ancestorsFromRoot(other);
    if (mine[0] !== theirs[0]) return 1 | 32 | 4;
    let shared = 0;
    while (shared < mine.length && shared < theirs.length && mine[shared] === theirs[shared]) shared++;
    if (shared === mine.length) return 16 | 4;
    if (shared === theirs.length) return 8 | 2;
    for (let node = mine[shared]?.nextSibling ?? null; node !== null; node = node.nextSibling) {
      if (node === theirs[shared]) return 4;
    }
    return 2;
  }

  remove(): void {
    if (this.parentNode !== null) detach(this, this.parentNode);
  }

  before(...nodes: readonly (SlimNode | string)[]): void {
    const parent = this.parentNode;
    if (parent === null) return;
    let previous = this.previousSibling;
    while (previous !== null && nodes.includes(previous)) previous = previous.previousSibling;
    const node = asOneNode(parent, nodes);
    parent.insertBefore(node, previous === null ? parent.firstChild : previous.nextSibling);
  }

  after(...nodes: readonly (SlimNode | string)[]): void {
    const parent = this.parentNode;
    if (parent === null) return;
    const next = nextOutside(this, nodes);
    parent.insertBefore(asOneNode(parent, nodes), next);
  }

  replaceWith(...nodes: readonly (SlimNode | string)[]): void {
    const parent = this.parentNode;
    if (parent === null) return;
    const next = nextOutside(this, nodes);
    const node = asOneNode(parent, nodes);
    if (this.parentNode === parent) parent.replaceChild(node, this);
    else parent.insertBefore(node, next);
  }
}

/** The children of a node as they were listed when someone asked. */
interface ChildLists {
  nodes: readonly SlimNode[] | null;
  elements: readonly SlimNode[] | null;
}

/** A node that can have children: element, document, fragment. */
export abstract class ContainerNode extends SlimNode {
  declare firstChild: SlimNode | null;
  declare lastChild: SlimNode | null;
  declare tagBits: number;
  /**
   * What is kept of the text below; where it is, something is kept in everything below. A change clears it here and upwards until
   * it meets a node of which nothing is kept: above that nothing is either, so a run of changes costs little more than one.
   */
  declare knownText: string | null;
  /** How long the text is and the like, where only that is asked; see text-measure.ts. */
  declare knownMeasure: TextMeasure | null;
  /** Distance from the root when it was parsed; bounds how deep the parser nests. */
  declare parsedDepth: number;
  declare private lists: ChildLists | null;

  constructor(ownerDocument: NodeHome | null, tagBits = 0) {
    super(ownerDocument);
    this.firstChild = null;
    this.lastChild = null;
    this.tagBits = tagBits;
    this.knownText = null;
    this.knownMeasure = null;
    this.parsedDepth = 0;
    this.lists = null;
  }

  abstract createText(text: string): SlimNode;
  abstract createFragment(): ContainerNode;

  override get childNodes(): readonly SlimNode[] {
    const lists = (this.lists ??= { nodes: null, elements: null });
    return (lists.nodes ??= listChildren(this, false));
  }

  /** A list of its own for every change of the children: safe to iterate while removing. */
  get children(): readonly SlimNode[] {
    const lists = (this.lists ??= { nodes: null, elements: null });
    return (lists.elements ??= listChildren(this, true));
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstElementChild(): SlimNode | null {
    let node = this.firstChild;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node;
  }

  get lastElementChild(): SlimNode | null {
    let node = this.lastChild;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node;
  }

  /** The children changed: forget their lists and every text above. */
  childrenChanged(): void {
    this.lists = null;
    this.textChanged();
  }

  textChanged(): void {
    forgetText(this);
  }

  appendChild<T extends SlimNode>(node: T): T {
    return this.insertBefore(node, null);
  }

  insertBefore<T extends SlimNode>(node: T, reference: SlimNode | null): T {
    if (reference !== null && reference.parentNode !== this) {
      throw new DOMException("The reference is not a child of this node", "NotFoundError");
    }
    if (node.firstChild !== null && node.contains(this)) {
      throw hierarchyError();
    }
    if ((node as SlimNode) === this) throw hierarchyError();
    if (node.nodeType === DOCUMENT_FRAGMENT_NODE) {
      while (node.firstChild !== null) this.insertBefore(node.firstChild, reference);
      return node;
    }
    const before = (node as SlimNode) === reference ? node.nextSibling : reference;
    if (node.parentNode !== null) detach(node, node.parentNode);
    attach(node, this, before);
    return node;
  }

  removeChild<T extends SlimNode>(node: T): T {
    if (node.parentNode !== this) throw new DOMException("Not a child of this node", "NotFoundError");
    detach(node, this);
    return node;
  }

  replaceChild<T extends SlimNode>(node: SlimNode, old: T): T {
    if (old.parentNode !== this) throw new DOMException("Not a child of this node", "NotFoundError");
    if ((old as SlimNode) === node) return old;
    const after = old.nextSibling === node ? node.nextSibling : old.nextSibling;
    if (node === this || (node.firstChild !== null && node.contains(this))) {
      throw hierarchyError();
    }
    detach(old, this);
    this.insertBefore(node, after);
    return old;
  }

  append(...nodes: readonly (SlimNode | string)[]): void {
    this.insertBefore(asOneNode(this, nodes), null);
  }

  prepend(...nodes: readonly (SlimNode | string)[]): void {
    this.insertBefore(asOneNode(this, nodes), this.firstChild);
  }

  replaceChildren(...nodes: readonly (SlimNode | string)[]): void {
    const node = asOneNode(this, nodes);
    if (node.firstChild !== null && node.contains(this)) throw hierarchyError();
    this.removeChildren();
    this.insertBefore(node, null);
  }

  removeChildren(): void {
    while (this.lastChild !== null) detach(this.lastChild, this);
  }

  /** Merges text nodes that stand side by side and drops empty ones, at every depth (DOM Standard §4.4). */
  normalize(): void {
    let child = this.firstChild;
    while (child !== null) {
      const next: SlimNode | null = child.nextSibling;
      if (child instanceof ContainerNode) child.normalize();
      else if (child.nodeType === TEXT_NODE) {
        const previous = child.previousSibling;
        if (child.textContent === "") detach(child, this);
        else if (previous !== null && previous.nodeType === TEXT_NODE) {
          previous.textContent = `${previous.textContent}${child.textContent}`;
          detach(child, this);
        }
      }
      child = next;
    }
  }
}

/** Links a free node into its place. No checks: the parser's path and the end of every public insertion. */
export function attach(node: SlimNode, parent: ContainerNode, before: SlimNode | null): void {
  const previous = before === null ? parent.lastChild : before.previousSibling;
  node.parentNode = parent;
  node.previousSibling = previous;
  node.nextSibling = before;
  if (previous === null) parent.firstChild = node;
  else previous.nextSibling = node;
  if (before === null) parent.lastChild = node;
  else before.previousSibling = node;
  parent.childrenChanged();
  const bits = node.tagBits;
  let above: ContainerNode | null = parent;
  while (above !== null && (above.tagBits & bits) !== bits) {
    above.tagBits = (above.tagBits | bits) & ANY_TAG_BITS;
    above = above.parentNode;
  }
}

export function detach(node: SlimNode, parent: ContainerNode): void {
  const { previousSibling, nextSibling } = node;
  if (previousSibling === null) parent.firstChild = nextSibling;
  else previousSibling.nextSibling = nextSibling;
  if (nextSibling === null) parent.lastChild = previousSibling;
  else nextSibling.previousSibling = previousSibling;
  node.parentNode = null;
  node.previousSibling = null;
  node.nextSibling = null;
  parent.childrenChanged();
}

function listChildren(parent: ContainerNode, elementsOnly: boolean): readonly SlimNode[] {
  const nodes: SlimNode[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (!elementsOnly || child.nodeType === ELEMENT_NODE) nodes.push(child);
  }
  return nodes;
}

function hierarchyError(): DOMException {
  return new DOMException("A node cannot be put into itself", "HierarchyRequestError");
}

/** "Convert nodes into a node" (DOM Standard §4.2.6): several go through a fragment, so that all or none are inserted. */
function asOneNode(parent: ContainerNode, nodes: readonly (SlimNode | string)[]): SlimNode {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined)
    return typeof only === "string" ? parent.createText(only) : only;
  const fragment = parent.createFragment();
  for (const node of nodes) {
    fragment.insertBefore(typeof node === "string" ? parent.createText(node) : node, null);
  }
  return fragment;
}

/** The first sibling after `node` that is not about to be moved. */
function nextOutside(node: SlimNode, moving: readonly (SlimNode | string)[]): SlimNode | null {
  let next = node.nextSibling;
  while (next !== null && moving.includes(next)) next = next.nextSibling;
  return next;
}

function rootOf(from: SlimNode): SlimNode {
  let node = from;
  while (node.parentNode !== null) node = node.parentNode;
  return node;
}

function forgetText(from: ContainerNode): void {
  let node: ContainerNode | null = from;
  while (node !== null && (node.knownText !== null || node.knownMeasure !== null)) {
    node.knownText = null;
    node.knownMeasure = null;
    node = node.parentNode;
  }
}

function ancestorsFromRoot(node: SlimNode): SlimNode[] {
  const path: SlimNode[] = [];
  for (let at: SlimNode | null = node; at !== null; at = at.parentNode) path.push(at);
  return path.toReversed();
}

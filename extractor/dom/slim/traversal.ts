import { following } from "./collect.ts";
import type { SlimNode } from "./node.ts";

const FILTER_ACCEPT = 1;
const FILTER_REJECT = 2;

export type NodeFilterLike = ((node: SlimNode) => number) | { acceptNode(node: SlimNode): number } | null;

/** `TreeWalker` and `NodeIterator` in one (DOM Standard §6): a walk below `root` in document order. */
export class SlimTreeWalker {
  readonly root: SlimNode;
  readonly whatToShow: number;
  currentNode: SlimNode;
  private readonly filter: NodeFilterLike;

  constructor(root: SlimNode, whatToShow: number, filter: NodeFilterLike) {
    this.root = root;
    this.whatToShow = whatToShow;
    this.filter = filter;
    this.currentNode = root;
  }

  nextNode(): SlimNode | null {
    let node: SlimNode | null = this.currentNode;
    let verdict = FILTER_ACCEPT;
    while (node !== null) {
      node =
        verdict !== FILTER_REJECT && node.firstChild !== null ? node.firstChild : following(node, this.root);
      if (node === null) return null;
      verdict = this.judge(node);
      if (verdict === FILTER_ACCEPT) {
        this.currentNode = node;
        return node;
      }
    }
    return null;
  }

  previousNode(): SlimNode | null {
    let node = this.currentNode;
    while (node !== this.root) {
      let before = node.previousSibling;
      if (before !== null) {
        while (before.lastChild !== null && this.judge(before) !== FILTER_REJECT) before = before.lastChild;
        node = before;
      } else if (node.parentNode === null) return null;
      else node = node.parentNode;
      if (this.judge(node) === FILTER_ACCEPT) {
        this.currentNode = node;
        return node;
      }
    }
    return null;
  }

  parentNode(): SlimNode | null {
    let node: SlimNode | null = this.currentNode;
    while (node !== null && node !== this.root) {
      node = node.parentNode;
      if (node !== null && this.judge(node) === FILTER_ACCEPT) {
        this.currentNode = node;
        return node;
      }
    }
    return null;
  }

  private judge(node: SlimNode): number {
    if ((this.whatToShow & (1 << (node.nodeType - 1))) === 0) return 3;
    if (this.filter === null) return FILTER_ACCEPT;
    return typeof this.filter === "function" ? this.filter(node) : this.filter.acceptNode(node);
  }
}

/** `NodeIterator`: the walk begins at the root itself, and a rejected node's children are still visited. */
export class SlimNodeIterator {
  readonly root: SlimNode;
  private readonly walker: SlimTreeWalker;
  private begun = false;
  private readonly acceptsRoot: boolean;

  constructor(root: SlimNode, whatToShow: number, filter: NodeFilterLike) {
    this.root = root;
    const judge = (node: SlimNode): number => {
      if (filter === null) return FILTER_ACCEPT;
      const verdict = typeof filter === "function" ? filter(node) : filter.acceptNode(node);
      return verdict === FILTER_REJECT ? 3 : verdict;
    };
    this.walker = new SlimTreeWalker(root, whatToShow, judge);
    this.acceptsRoot = (whatToShow & (1 << (root.nodeType - 1))) !== 0 && judge(root) === FILTER_ACCEPT;
  }

  nextNode(): SlimNode | null {
    if (!this.begun) {
      this.begun = true;
      if (this.acceptsRoot) return this.root;
    }
    return this.walker.nextNode();
  }
}

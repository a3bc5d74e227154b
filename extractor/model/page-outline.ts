/**
 * The frames around a page's blocks: for each element that holds a block, what it is part of, what it looks like
 * among its siblings, and which blocks it spans.
 */
import { hidesItself, type Block } from "../blocks.ts";
import { rolesOf, ROLE_HINTS } from "./role-words.ts";

/** Ancestors that say what a block is part of; a frame holds its distance to the nearest of each. */
export const LANDMARKS = [
  "article",
  "main",
  "aside",
  "nav",
  "footer",
  "header",
  "figure",
  "figcaption",
  "table",
  "form",
  "list",
  "li",
  "blockquote",
  "section",
  "a",
  "button",
  "details",
  "dl",
  "pre",
  "dialog",
  "address",
  "p",
  "hidden",
  "articleBody",
] as const;

/** A distance that means "there is none": farther than any that matters. */
export const FAR = 30;

const LANDMARK_INDEX = new Map<string, number>(LANDMARKS.map((name, i) => [name, i]));
const TAG_LANDMARK: Readonly<Record<string, string>> = { ul: "list", ol: "list", menu: "list" };
const ROLE_LANDMARK: Readonly<Record<string, string>> = {
  navigation: "nav",
  main: "main",
  complementary: "aside",
  contentinfo: "footer",
  banner: "header",
  dialog: "dialog",
  alertdialog: "dialog",
  search: "form",
  list: "list",
  listitem: "li",
  article: "article",
  button: "button",
};

export interface Frame {
  readonly element: Element;
  readonly tag: string;
  readonly parent: Frame | null;
  readonly depth: number;
  /** Tag and class names (digits folded), for finding elements of the same make. */
  readonly signature: string;
  /** Levels up to the nearest of LANDMARKS (0 is the element itself), FAR where there is none. */
  readonly landmarks: Uint8Array;
  /** Levels up to the nearest element whose class or id hints at each of ROLE_HINTS. */
  readonly roles: Uint8Array;
  /** Frames of this one's children, by signature: how many there are. */
  readonly childSignatures: Map<string, number>;
  /** First and one past the last block inside, as indices into the outline's blocks. */
  readonly firstBlock: number;
  endBlock: number;
}

export interface PageOutline {
  readonly blocks: readonly Block[];
  /** The frame of the deepest element around each block, by block. */
  readonly frames: readonly Frame[];
  readonly root: Frame;
}

function stepped(parent: Uint8Array | null, length: number): Uint8Array {
  if (!parent) return new Uint8Array(length).fill(FAR);
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const up = parent[i] ?? FAR;
    out[i] = up < FAR ? up + 1 : FAR;
  }
  return out;
}

function landmarksOf(element: Element, parent: Frame | null): Uint8Array {
  const landmarks = stepped(parent?.landmarks ?? null, LANDMARKS.length);
  const mark = (landmark: string | null | undefined): void => {
    const i = LANDMARK_INDEX.get(landmark ?? "");
    if (i !== undefined) landmarks[i] = 0;
  };
  mark(TAG_LANDMARK[element.localName] ?? element.localName);
  mark(ROLE_LANDMARK[element.getAttribute("role") ?? ""]);
  mark(element.getAttribute("itemprop"));
  if (hidesItself(element) || element.getAttribute("aria-hidden") === "true") mark("hidden");
  return landmarks;
}

/** Tells roles from names; a page uses few names many times, so each is read once. */
type RoleReader = (name: string) => readonly number[];

function createRoleReader(): RoleReader {
  const known = new Map<string, readonly number[]>();
  return (name) => {
    const roles = known.get(name) ?? rolesOf(name);
    known.set(name, roles);
    return roles;
  };
}

interface Opening {
  readonly element: Element;
  readonly parent: Frame | null;
  readonly firstBlock: number;
  readonly readRoles: RoleReader;
}

function openFrame({ element, parent, firstBlock, readRoles }: Opening): Frame {
  const tag = element.localName;
  const name = element.getAttribute("class") ?? "";
  const roles = stepped(parent?.roles ?? null, ROLE_HINTS.length);
  // The page's own class says what the page is, not what this part of it is.
  if (tag !== "body" && tag !== "html") {
    for (const role of readRoles(name)) roles[role] = 0;
    for (const role of readRoles(element.getAttribute("id") ?? "")) roles[role] = 0;
  }
  const signature = `${tag}.${name.replace(/\d+/g, "#")}`;
  if (parent) parent.childSignatures.set(signature, (parent.childSignatures.get(signature) ?? 0) + 1);
  return {
    element,
    tag,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    signature,
    landmarks: landmarksOf(element, parent),
    roles,
    childSignatures: new Map(),
    firstBlock,
    endBlock: firstBlock,
  };
}

/** The deepest element that holds the whole run: an inline `<span class="caption">` says more than the `<div>` around it. */
function holderOf(block: Block): Element {
  const [first] = block.textNodes;
  const last = block.textNodes.at(-1);
  if (!first || !last) return block.element;
  let holder = first.parentElement ?? block.element;
  while (holder !== block.element && !holder.contains(last)) holder = holder.parentElement ?? block.element;
  return holder;
}

/** Lays frames around the blocks that `listBlocks(root)` gave. */
export function outlinePage(root: Element, blocks: readonly Block[]): PageOutline {
  const known = new Map<Element, Frame>();
  const readRoles = createRoleReader();
  const rootFrame = openFrame({ element: root, parent: null, firstBlock: 0, readRoles });
  known.set(root, rootFrame);
  const frames = blocks.map((block, i) => {
    const chain: Element[] = [];
    let element: Element | null = holderOf(block);
    while (element && !known.has(element)) {
      chain.push(element);
      element = element.parentElement;
    }
    let frame = (element && known.get(element)) ?? rootFrame;
    for (const next of chain.toReversed()) {
      frame = openFrame({ element: next, parent: frame, firstBlock: i, readRoles });
      known.set(next, frame);
    }
    for (let up: Frame | null = frame; up; up = up.parent) up.endBlock = i + 1;
    return frame;
  });
  return { blocks, frames, root: rootFrame };
}

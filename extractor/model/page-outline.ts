/**
 * The frames around a page's blocks: for each element that holds a block, what it is part of, what it looks like
 * among its siblings, and which blocks it spans.
 */
import { hidesItself, type Block } from "../blocks.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { pairKey } from "../number-things.ts";
import {
  FAR,
  FIRST_ROLE,
  HIDDEN,
  LANDMARK_INDEX,
  LANDMARK_OF_ROLE,
  LANDMARK_OF_TAG,
  MARKS,
} from "./landmarks.ts";
import {
  type ClassReading,
  type NamesRead,
  readClass,
  readId,
  signatureOf,
  startNames,
} from "./name-reader.ts";

/** The depth of what is nowhere above. */
const NOWHERE = -FAR;

/** Children of one frame that are of the same make. */
interface Likes {
  readonly signature: number;
  count: number;
}

export interface Frame {
  readonly element: Element;
  readonly parent: Frame | null;
  readonly depth: number;
  /** Stands for tag and class names (digits folded): elements of the same make on this page have the same number, above 0. */
  readonly signature: number;
  /** Where the depths of what is nearest above begin in the outline's. */
  readonly nearest: number;
  /** The children of its parent that are of its make, itself among them; null for the root. */
  readonly likes: Likes | null;
  /** Place among the page's frames. */
  readonly index: number;
  /** First and one past the last block inside, as indices into the outline's blocks. */
  firstBlock: number;
  endBlock: number;
  /** The likes of the child that was opened first, which are those of all children of most, and of the one opened last. */
  firstLikes: Likes | null;
  lastLikes: Likes | null;
}

export interface PageOutline {
  readonly blocks: readonly Block[];
  /** The frame of the deepest element around each block, by block. */
  readonly frames: readonly Frame[];
  readonly root: Frame;
  /** All frames there are, by their index: those of spans first, parents before what is in them. */
  readonly all: readonly Frame[];
  /** The depth of the nearest element of each mark above each frame. */
  readonly nearest: Int32Array;
}

/** How many children of the frame's parent are of the same make, the frame among them. */
export const likeSiblings = ({ likes }: Frame): number => likes?.count ?? 1;

/** What all frames of a page share while they are laid. */
interface Ground {
  readonly names: NamesRead;
  /** Likes of all frames but the first of their parent, by the index of their parent and their signature. */
  readonly alike: Map<number, Likes>;
  /** What the element is marked as whose frame is being opened: so many of MARKS, some perhaps more than once. */
  readonly marks: Uint8Array;
  marked: number;
  /** The depth of the nearest element marked as each of MARKS: frames that are not marked themselves share those of their parent. */
  nearest: Int32Array;
  nearestEnd: number;
  readonly frames: Frame[];
  /** Frames of elements that are no spans. */
  readonly ofInline: Map<Element, Frame>;
}

/** Makes room for the depths of what is nearest to a frame, which begin as its parent's. */
function stepFrom(parent: Frame | null, ground: Ground): number {
  const at = ground.nearestEnd;
  ground.nearestEnd += MARKS;
  if (ground.nearestEnd > ground.nearest.length) {
    const larger = new Int32Array(2 * ground.nearest.length);
    larger.set(ground.nearest);
    ground.nearest = larger;
  }
  const { nearest } = ground;
  if (parent === null) nearest.fill(NOWHERE, at, at + MARKS);
  else for (let k = 0; k < MARKS; k++) nearest[at + k] = nearest[parent.nearest + k] as number;
  return at;
}

/** Where the nearest of a frame are, when it is marked as it is. */
function markNearest(parent: Frame | null, depth: number, ground: Ground): number {
  const { marks, marked } = ground;
  if (parent !== null && marked === 0) return parent.nearest;
  const at = stepFrom(parent, ground);
  for (let i = 0; i < marked; i++) ground.nearest[at + (marks[i] as number)] = depth;
  return at;
}

function mark(ground: Ground, as: number | undefined): void {
  if (as !== undefined) ground.marks[ground.marked++] = as;
}

function markRoles(ground: Ground, roles: readonly number[]): void {
  for (let i = 0; i < roles.length; i++) mark(ground, FIRST_ROLE + (roles[i] as number));
}

/** Marks an element by its attributes, looked through once; gives what its class was read as. */
function markByAttributes(ground: Ground, element: Element, tag: string): ClassReading {
  const { names } = ground;
  // The page's own class and id say what the page is, not what this part of it is.
  const isPart = tag !== "body" && tag !== "html";
  const { attributes } = element;
  let ofClass: ClassReading | null = null;
  for (let i = 0; i < attributes.length; i++) {
    const { name, value } = attributes[i] as Attr;
    if (name === "class") {
      ofClass = readClass(value, names);
      if (isPart) markRoles(ground, ofClass.roles);
    } else if (name === "id") {
      if (isPart) markRoles(ground, readId(value, names));
    } else if (name === "role") mark(ground, LANDMARK_OF_ROLE.get(value));
    else if (name === "itemprop") mark(ground, LANDMARK_INDEX.get(value));
    else if (name === "aria-hidden" && value === "true") mark(ground, HIDDEN);
  }
  return ofClass ?? readClass("", names);
}

/** Counts one more child of a make. */
function countAlike(parent: Frame, signature: number, { alike }: Ground): Likes {
  let likes = parent.lastLikes;
  if (likes === null) {
    likes = { signature, count: 0 };
    parent.firstLikes = likes;
  } else if (likes.signature !== signature) {
    likes = parent.firstLikes?.signature === signature ? parent.firstLikes : null;
    const key = pairKey(parent.index, signature);
    likes ??= alike.get(key) ?? null;
    if (likes === null) {
      likes = { signature, count: 0 };
      alike.set(key, likes);
    }
  }
  parent.lastLikes = likes;
  likes.count++;
  return likes;
}

/** Lays the frame of an element with blocks in it, which `hides` itself or not; which blocks those are is for the caller to say. */
function openFrame(element: Element, hides: boolean, parent: Frame | null, ground: Ground): Frame {
  const tag = element.localName;
  const depth = parent === null ? 0 : parent.depth + 1;
  ground.marked = 0;
  mark(ground, LANDMARK_OF_TAG.get(tag));
  if (hides) mark(ground, HIDDEN);
  const ofClass = markByAttributes(ground, element, tag);
  const signature = signatureOf(tag, ofClass, ground.names);
  const frame: Frame = {
    element,
    parent,
    depth,
    signature,
    nearest: markNearest(parent, depth, ground),
    likes: parent === null ? null : countAlike(parent, signature, ground),
    index: ground.frames.length,
    firstBlock: 0,
    endBlock: 0,
    firstLikes: null,
    lastLikes: null,
  };
  ground.frames.push(frame);
  return frame;
}

/** The deepest element that holds the whole run: an inline `<span class="caption">` says more than the `<div>` around it. */
function holderOf({ element, textNodes }: Block): Element {
  const first = textNodes[0];
  const last = textNodes[textNodes.length - 1];
  if (!first || !last) return element;
  let holder = first.parentElement ?? element;
  if (first === last) return holder;
  while (holder !== element && !holder.contains(last)) holder = holder.parentElement ?? element;
  return holder;
}

/** Makes a frame and those around it hold a block: inline elements hold more than blocks that are theirs. */
function stretchTo(frame: Frame, block: number): void {
  for (let up: Frame | null = frame; up !== null; up = up.parent) {
    if (up.firstBlock <= block && block < up.endBlock) return;
    up.firstBlock = Math.min(up.firstBlock, block);
    up.endBlock = Math.max(up.endBlock, block + 1);
  }
}

/** What of a page is outlined; a `Page` has it all. */
export type PageToOutline = Pick<Page, "body" | "blocks" | "homes" | "spans" | "spanOf">;

/** The frame of any element in the body, made if need be to hold a block of `home`. */
function frameOf(
  element: Element,
  block: number,
  home: ElementSpan,
  page: PageToOutline,
  ground: Ground,
): Frame {
  // Of most that are asked after, what is above is the block's own element.
  const span = element === home.element ? home : page.spanOf(element);
  if (span !== null) return ground.frames[span.index] as Frame;
  const known = ground.ofInline.get(element);
  if (known !== undefined) return known;
  const above = element.parentElement;
  const parent = above === null ? (ground.frames[0] as Frame) : frameOf(above, block, home, page, ground);
  stretchTo(parent, block);
  const frame = openFrame(element, hidesItself(element), parent, ground);
  frame.firstBlock = block;
  frame.endBlock = block + 1;
  ground.ofInline.set(element, frame);
  return frame;
}

/** The frame of the deepest element around a block. */
function frameOfBlock(block: number, page: PageToOutline, ground: Ground): Frame {
  const holder = holderOf(page.blocks[block] as Block);
  const home = page.homes[block] as ElementSpan;
  if (holder === home.element) return ground.frames[home.index] as Frame;
  const frame = frameOf(holder, block, home, page, ground);
  stretchTo(frame, block);
  return frame;
}

/** Lays the frames of all elements that hold blocks. */
function layFrames(spans: readonly ElementSpan[], ground: Ground): void {
  for (let i = 0; i < spans.length; i++) {
    const { element, hides, parent, first, last } = spans[i] as ElementSpan;
    const frame = openFrame(
      element,
      hides,
      parent === null ? null : (ground.frames[parent.index] as Frame),
      ground,
    );
    frame.firstBlock = first;
    frame.endBlock = last + 1;
  }
}

/** Lays frames around a page's blocks. */
export function outlinePage(page: PageToOutline): PageOutline {
  const { body, blocks, spans } = page;
  const ground: Ground = {
    names: startNames(),
    alike: new Map(),
    marks: new Uint8Array(2 * MARKS),
    marked: 0,
    // On most pages one frame a block is marked, or two.
    nearest: new Int32Array(MARKS * (blocks.length + 8)),
    nearestEnd: 0,
    frames: [],
    ofInline: new Map(),
  };
  layFrames(spans, ground);
  if (spans.length === 0) openFrame(body, false, null, ground);
  const frames: Frame[] = [];
  for (let i = 0; i < blocks.length; i++) frames.push(frameOfBlock(i, page, ground));
  return { blocks, frames, root: ground.frames[0] as Frame, all: ground.frames, nearest: ground.nearest };
}

/** Levels up to the nearest element that is marked so (0 is the frame's own), FAR where there is none. */
export function levelsToMark(
  { nearest }: PageOutline,
  { depth, nearest: first }: Frame,
  mark: number,
): number {
  const levels = depth - (nearest[first + mark] as number);
  return levels < FAR ? levels : FAR;
}

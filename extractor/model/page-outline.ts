/**
 * The frames around a page's blocks: for each element that holds a block, what it is part of, what it looks like
 * among its siblings, and which blocks it spans.
 */
import { hidesItself, type Block } from "../blocks.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { pairKey } from "../number-things.ts";
import { createNameReader, type NameReader } from "./name-reader.ts";
import { ROLE_HINTS } from "./role-words.ts";

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
const HIDDEN = LANDMARKS.indexOf("hidden");

const indexed = (names: Readonly<Record<string, string>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(names).map(([name, landmark]) => [name, LANDMARK_INDEX.get(landmark) ?? -1]));

const LANDMARK_OF_TAG: ReadonlyMap<string, number> = new Map([
  ...LANDMARK_INDEX,
  ...indexed({ ul: "list", ol: "list", menu: "list" }),
]);
const LANDMARK_OF_ROLE = indexed({
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
});

/** The distances that a frame holds: to each of LANDMARKS, then to each of ROLE_HINTS. */
const FIRST_ROLE = LANDMARKS.length;
const DISTANCES = FIRST_ROLE + ROLE_HINTS.length;

export interface Frame {
  readonly element: Element;
  readonly parent: Frame | null;
  readonly depth: number;
  /** Stands for tag and class names (digits folded): elements of the same make on this page have the same number, above 0. */
  readonly signature: number;
  /** Where the frame's distances begin in the outline's. */
  readonly distances: number;
  /** First and one past the last block inside, as indices into the outline's blocks. */
  readonly firstBlock: number;
  endBlock: number;
  /** Place among the page's frames. */
  readonly index: number;
}

export interface PageOutline {
  readonly blocks: readonly Block[];
  /** The frame of the deepest element around each block, by block. */
  readonly frames: readonly Frame[];
  readonly root: Frame;
  /** How many frames there are in all. */
  readonly size: number;
  /** Levels up to the nearest of LANDMARKS (0 is the element itself), FAR where there is none. */
  readonly toLandmark: (frame: Frame, landmark: number) => number;
  /** Levels up to the nearest element whose class or id hints at one of ROLE_HINTS. */
  readonly toRole: (frame: Frame, role: number) => number;
  /** How many children of the frame's parent are of the same make, the frame among them. */
  readonly likeSiblings: (frame: Frame) => number;
}

/** What all frames of a page share while they are laid. */
interface Ground {
  readonly readName: NameReader;
  /** How many children of one make each frame has, by its index and their signature. */
  readonly alike: Map<number, number>;
  distances: Uint8Array;
  size: number;
}

/** Makes room for a frame's distances, which are its parent's and one more. */
function stepFrom(parent: Frame | null, ground: Ground): number {
  const at = ground.size * DISTANCES;
  if (at + DISTANCES > ground.distances.length) {
    const larger = new Uint8Array(2 * ground.distances.length);
    larger.set(ground.distances);
    ground.distances = larger;
  }
  const { distances } = ground;
  if (parent === null) {
    distances.fill(FAR, at, at + DISTANCES);
    return at;
  }
  for (let to = at, from = parent.distances; to < at + DISTANCES; to++, from++) {
    const up = distances[from] as number;
    distances[to] = up < FAR ? up + 1 : FAR;
  }
  return at;
}

function markLandmarks(element: Element, tag: string, distances: Uint8Array, at: number): void {
  const ofTag = LANDMARK_OF_TAG.get(tag);
  if (ofTag !== undefined) distances[at + ofTag] = 0;
  if (hidesItself(element)) distances[at + HIDDEN] = 0;
  if (!element.hasAttributes()) return;
  const role = element.getAttribute("role");
  const ofRole = role === null ? undefined : LANDMARK_OF_ROLE.get(role);
  if (ofRole !== undefined) distances[at + ofRole] = 0;
  const property = element.getAttribute("itemprop");
  const ofProperty = property === null ? undefined : LANDMARK_INDEX.get(property);
  if (ofProperty !== undefined) distances[at + ofProperty] = 0;
  if (element.getAttribute("aria-hidden") === "true") distances[at + HIDDEN] = 0;
}

function openFrame(element: Element, parent: Frame | null, firstBlock: number, ground: Ground): Frame {
  const tag = element.localName;
  const at = stepFrom(parent, ground);
  const { distances, readName } = ground;
  const ofClass = readName.ofClass(element.getAttribute("class") ?? "");
  // The page's own class says what the page is, not what this part of it is.
  if (tag !== "body" && tag !== "html") {
    const id = element.getAttribute("id");
    for (const role of ofClass.roles) distances[at + FIRST_ROLE + role] = 0;
    if (id !== null) for (const role of readName.ofId(id)) distances[at + FIRST_ROLE + role] = 0;
  }
  markLandmarks(element, tag, distances, at);
  const signature = readName.signatureOf(tag, ofClass);
  if (parent !== null) {
    const key = pairKey(parent.index, signature);
    ground.alike.set(key, (ground.alike.get(key) ?? 0) + 1);
  }
  return {
    element,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    signature,
    distances: at,
    firstBlock,
    endBlock: firstBlock,
    index: ground.size++,
  };
}

/** The deepest element that holds the whole run: an inline `<span class="caption">` says more than the `<div>` around it. */
function holderOf(block: Block): Element {
  const [first] = block.textNodes;
  const last = block.textNodes.at(-1);
  if (!first || !last) return block.element;
  let holder = first.parentElement ?? block.element;
  if (first === last) return holder;
  while (holder !== block.element && !holder.contains(last)) holder = holder.parentElement ?? block.element;
  return holder;
}

/** What of a page is outlined; a `Page` has it all. */
export type PageToOutline = Pick<Page, "body" | "blocks" | "homes" | "spans" | "spanOf">;

/** Lays frames around a page's blocks. */
export function outlinePage({ body, blocks, homes, spans, spanOf }: PageToOutline): PageOutline {
  const ground: Ground = {
    readName: createNameReader(),
    alike: new Map(),
    // Most pages have two frames a block, or three.
    distances: new Uint8Array(3 * DISTANCES * (blocks.length + 8)),
    size: 0,
  };
  const root = openFrame(body, null, 0, ground);
  const ofSpan = Array.from<Frame | undefined>({ length: spans.length });
  ofSpan[0] = root;
  const ofInline = new Map<Element, Frame>();

  /** All elements above one that holds blocks do so too. */
  const frameOfSpan = (span: ElementSpan, block: number): Frame => {
    const known = ofSpan[span.index];
    if (known !== undefined) return known;
    const parent = span.parent === null ? root : frameOfSpan(span.parent, block);
    return (ofSpan[span.index] = openFrame(span.element, parent, block, ground));
  };
  const frameOf = (element: Element, block: number): Frame => {
    const span = spanOf(element);
    if (span !== null) return frameOfSpan(span, block);
    const known = ofInline.get(element);
    if (known !== undefined) return known;
    const above = element.parentElement;
    const parent = above === null ? root : frameOf(above, block);
    const frame = openFrame(element, parent, block, ground);
    ofInline.set(element, frame);
    return frame;
  };
  const frames = blocks.map((block, i) => {
    const holder = holderOf(block);
    const home = homes[i];
    const frame = home !== undefined && holder === home.element ? frameOfSpan(home, i) : frameOf(holder, i);
    for (let up: Frame | null = frame; up !== null; up = up.parent) up.endBlock = i + 1;
    return frame;
  });
  return { blocks, frames, root, size: ground.size, ...createReaders(ground) };
}

function createReaders({
  distances,
  alike,
}: Ground): Pick<PageOutline, "toLandmark" | "toRole" | "likeSiblings"> {
  return {
    toLandmark: (frame, landmark) => distances[frame.distances + landmark] as number,
    toRole: (frame, role) => distances[frame.distances + FIRST_ROLE + role] as number,
    likeSiblings: (frame) =>
      frame.parent === null ? 1 : (alike.get(pairKey(frame.parent.index, frame.signature)) ?? 1),
  };
}

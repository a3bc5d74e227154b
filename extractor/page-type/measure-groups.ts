import { numberOf, pairKey } from "../number-things.ts";
import { share } from "./page-tally.ts";

/** Siblings of one shape from this many on are a list, not coincidence. */
const SMALLEST_GROUP = 4;

/** Siblings of one shape: cards, posts, entries. */
export interface Group {
  size: number;
  /** Characters in all of them together. */
  text: number;
  /** How many of them hold a link. */
  linked: number;
}

/**
 * Children whose parents are still being walked over, those of one parent side by side: one stack for all of a page, so that
 * nothing is made for an element.
 */
export interface OpenChildren {
  count: number;
  readonly tags: string[];
  /** The first word of each one's class, by its number. */
  words: Int32Array;
  /** Characters of each one's text. */
  texts: Int32Array;
  /** 1 where a part of that is linked. */
  linked: Uint8Array;
  /** Numbers of the tags, for telling shapes apart. */
  readonly tagNumbers: Map<string, number>;
}

/** Children open at once on most pages. */
const FEW_CHILDREN = 512;

export const startChildren = (): OpenChildren => ({
  count: 0,
  tags: [],
  words: new Int32Array(FEW_CHILDREN),
  texts: new Int32Array(FEW_CHILDREN),
  linked: new Uint8Array(FEW_CHILDREN),
  tagNumbers: new Map(),
});

/** A child as it is put on the stack. */
export interface OpenChild {
  readonly tag: string;
  readonly word: number;
  readonly text: number;
  readonly linked: number;
}

export function openChild(children: OpenChildren, { tag, word, text, linked }: OpenChild): void {
  const at = children.count++;
  if (at === children.words.length) makeRoom(children);
  children.tags[at] = tag;
  children.words[at] = word;
  children.texts[at] = text;
  children.linked[at] = linked > 0 ? 1 : 0;
}

function makeRoom(children: OpenChildren): void {
  const { words, texts, linked } = children;
  children.words = new Int32Array(2 * words.length);
  children.words.set(words);
  children.texts = new Int32Array(2 * texts.length);
  children.texts.set(texts);
  children.linked = new Uint8Array(2 * linked.length);
  children.linked.set(linked);
}

/** Takes the children from `first` on off the stack: their parent is done. Groups among them go to `groups`. */
export function closeChildren(children: OpenChildren, first: number, groups: Group[]): void {
  if (children.count - first >= SMALLEST_GROUP) noteGroups(children, first, groups);
  children.count = first;
}

/** Paragraphs are prose, not a group. */
function noteGroups(children: OpenChildren, first: number, groups: Group[]): void {
  const { count, tags, words, texts, linked, tagNumbers } = children;
  const shapes = new Map<number, Group>();
  // Of one shape are mostly those that stand side by side.
  let tagBefore = "";
  let wordBefore = 0;
  let group: Group = { size: 0, text: 0, linked: 0 };
  for (let i = first; i < count; i++) {
    const tag = tags[i] as string;
    if (tag === "p" || tag === "br") continue;
    const word = words[i] as number;
    if (tag !== tagBefore || word !== wordBefore) {
      group = groupOf(pairKey(numberOf(tag, tagNumbers), word), shapes);
      tagBefore = tag;
      wordBefore = word;
    }
    group.size += 1;
    group.text += texts[i] as number;
    group.linked += linked[i] as number;
  }
  for (const found of shapes.values()) if (found.size >= SMALLEST_GROUP) groups.push(found);
}

function groupOf(shape: number, shapes: Map<number, Group>): Group {
  const known = shapes.get(shape);
  if (known !== undefined) return known;
  const group = { size: 0, text: 0, linked: 0 };
  shapes.set(shape, group);
  return group;
}

/** The group with the most text, and how many there are. `text` is all of the page's, in characters. */
export function measureGroups(groups: readonly Group[], text: number): Record<string, number> {
  let widest: Group = { size: 0, text: 0, linked: 0 };
  for (const group of groups) if (group.text > widest.text) widest = group;
  return {
    groups: groups.length,
    groupSize: widest.size,
    groupShare: share(widest.text, text),
    groupItem: share(widest.text, widest.size),
    groupLinked: share(widest.linked, widest.size),
  };
}

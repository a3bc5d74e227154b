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
  readonly elements: Element[];
  /** The first word of each one's class, by its number. */
  readonly words: number[];
  /** Characters of each one's text. */
  readonly texts: number[];
  /** Whether a part of that is linked. */
  readonly linked: boolean[];
  /** Numbers of the tags, for telling shapes apart. */
  readonly tags: Map<string, number>;
}

export const startChildren = (): OpenChildren => ({
  elements: [],
  words: [],
  texts: [],
  linked: [],
  tags: new Map(),
});

/** Takes the children from `first` on off the stack: their parent is done. Groups among them go to `groups`. */
export function closeChildren(children: OpenChildren, first: number, groups: Group[]): void {
  const { elements, words, texts, linked } = children;
  if (elements.length - first >= SMALLEST_GROUP) noteGroups(children, first, groups);
  elements.length = first;
  words.length = first;
  texts.length = first;
  linked.length = first;
}

/** Paragraphs are prose, not a group. */
function noteGroups(
  { elements, words, texts, linked, tags }: OpenChildren,
  first: number,
  groups: Group[],
): void {
  const shapes = new Map<number, Group>();
  // Of one shape are mostly those that stand side by side.
  let shapeBefore = 0;
  let group: Group | undefined;
  for (let i = first; i < elements.length; i++) {
    const { localName } = elements[i] as Element;
    if (localName === "p" || localName === "br") continue;
    const shape = pairKey(numberOf(localName, tags), words[i] as number);
    if (shape !== shapeBefore || group === undefined) group = shapes.get(shape);
    if (group === undefined) {
      group = { size: 0, text: 0, linked: 0 };
      shapes.set(shape, group);
    }
    shapeBefore = shape;
    group.size += 1;
    group.text += texts[i] as number;
    group.linked += linked[i] === true ? 1 : 0;
  }
  for (const found of shapes.values()) if (found.size >= SMALLEST_GROUP) groups.push(found);
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

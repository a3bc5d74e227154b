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

export interface Child {
  readonly element: Element;
  /** Characters of its text, and of the text that is linked. */
  readonly text: number;
  readonly links: number;
}

/** The shapes of one page's elements, by tag and the first class word with its digits folded: "post-123 first" and "post-124" are of one shape. */
export interface ShapeMemory {
  readonly tags: Map<string, number>;
  readonly words: Map<string, number>;
  /** The number of the first word of each class text. */
  readonly classes: Map<string, number>;
}

export const startShapes = (): ShapeMemory => ({ tags: new Map(), words: new Map(), classes: new Map() });

function shapeOf(element: Element, { tags, words, classes }: ShapeMemory): number {
  const ofClass = element.getAttribute("class") ?? "";
  let word = classes.get(ofClass);
  if (word === undefined) {
    const first = /\S+/.exec(ofClass)?.[0] ?? "";
    word = numberOf(/\d/.test(first) ? first.replace(/\d+/g, "0") : first, words);
    classes.set(ofClass, word);
  }
  return pairKey(numberOf(element.localName, tags), word);
}

/** Finds the groups among an element's children and adds them to `groups`. Paragraphs are prose, not a group. */
export function noteGroups(children: readonly Child[], groups: Group[], memory: ShapeMemory): void {
  if (children.length < SMALLEST_GROUP) return;
  const shapes = new Map<number, Group>();
  for (const { element, text, links } of children) {
    if (element.localName === "p" || element.localName === "br") continue;
    const shape = shapeOf(element, memory);
    let known = shapes.get(shape);
    if (known === undefined) {
      known = { size: 0, text: 0, linked: 0 };
      shapes.set(shape, known);
    }
    known.size += 1;
    known.text += text;
    known.linked += links > 0 ? 1 : 0;
  }
  for (const group of shapes.values()) if (group.size >= SMALLEST_GROUP) groups.push(group);
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

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

function shapeOf(element: Element): string {
  // The first class word, digits folded: "post-123 first" and "post-124" are of one shape.
  const first = /\S+/.exec(element.getAttribute("class") ?? "")?.[0] ?? "";
  return `${element.localName}.${/\d/.test(first) ? first.replace(/\d+/g, "0") : first}`;
}

/** Finds the groups among an element's children and adds them to `groups`. Paragraphs are prose, not a group. */
export function noteGroups(children: readonly Child[], groups: Group[]): void {
  if (children.length < SMALLEST_GROUP) return;
  const shapes = new Map<string, Group>();
  for (const { element, text, links } of children) {
    if (element.localName === "p" || element.localName === "br") continue;
    const shape = shapeOf(element);
    const known = shapes.get(shape) ?? { size: 0, text: 0, linked: 0 };
    known.size += 1;
    known.text += text;
    known.linked += links > 0 ? 1 : 0;
    shapes.set(shape, known);
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

import { measureBodyClass } from "./measure-body-class.ts";
import {
  measureGroups,
  noteGroups,
  startShapes,
  type Child,
  type Group,
  type ShapeMemory,
} from "./measure-groups.ts";
import { measureLinks, noteLink, startLinks, type LinkTally } from "./measure-links.ts";
import { MARK_NAMES, noteMarks, type MarkMemory } from "./measure-marks.ts";
import { noteText, TEXT_COUNTERS } from "./measure-text.ts";
import { addTo, counter, countOf, share, startCounts, type Counts } from "./page-tally.ts";

const SILENT = new Set(["script", "style", "template", "noscript", "svg", "head"]);

const TAG_NAMES: readonly (readonly [string, string])[] = [
  ["h1", "h1"],
  ["h2", "h2"],
  ["h3", "h3"],
  ["h4", "h4"],
  ["p", "p"],
  ["li", "li"],
  ["a", "a"],
  ["img", "img"],
  ["form", "form"],
  ["input", "input"],
  ["select", "input"],
  ["textarea", "textarea"],
  ["button", "button"],
  ["table", "table"],
  ["pre", "pre"],
  ["code", "code"],
  ["blockquote", "blockquote"],
  ["time", "time"],
  ["section", "section"],
  ["article", "article"],
  ["iframe", "embed"],
  ["video", "embed"],
  ["figure", "figure"],
  ["dl", "dl"],
  ["main", "main"],
  ["nav", "nav"],
  ["aside", "aside"],
];
const TAGS: ReadonlyMap<string, number> = new Map(TAG_NAMES.map(([tag, name]) => [tag, counter(name)]));
const HEADINGS = new Set(["h1", "h2", "h3", "h4"]);

/** What is counted as it is found; everything else is worked out at the end. */
const COUNTED = [...new Set([...TAG_NAMES.map(([, name]) => name), ...MARK_NAMES, ...TEXT_COUNTERS])].map(
  (name) => ({ name, at: counter(name) }),
);

const PRE_TEXT = counter("preText");
const TABLE_TEXT = counter("tableText");
const HEADING_TEXT = counter("headingText");

/** Depth beyond this is broken markup; its text is left out. */
const DEEPEST = 300;

interface Tally {
  readonly counts: Counts;
  readonly groups: Group[];
  readonly links: LinkTally;
  readonly marks: MarkMemory;
  readonly shapes: ShapeMemory;
}

function noteElement({ element, text }: Child, { counts, links, marks }: Tally): void {
  const { localName } = element;
  const tag = TAGS.get(localName);
  if (tag !== undefined) {
    addTo(counts, tag, 1);
    if (localName === "pre") addTo(counts, PRE_TEXT, text);
    else if (localName === "table") addTo(counts, TABLE_TEXT, text);
    else if (localName === "a") noteLink(element, text, links);
    else if (HEADINGS.has(localName)) addTo(counts, HEADING_TEXT, text);
  }
  noteMarks(element, counts, marks);
}

const NO_CHILDREN: readonly Child[] = [];

/** Walks over an element and all in it; gives how much text it holds and how much of that is linked. */
function visit(element: Element, tally: Tally, depth: number): Child {
  let [text, links] = [0, 0];
  let children: Child[] | null = null;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += noteText(node, tally.counts);
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (SILENT.has(child.localName) || depth > DEEPEST) continue;
    const found = visit(child, tally, depth + 1);
    noteElement(found, tally);
    text += found.text;
    links += found.links;
    (children ??= []).push(found);
  }
  noteGroups(children ?? NO_CHILDREN, tally.groups, tally.shapes);
  return { element, text, links: element.localName === "a" ? text : links };
}

/** The page's markup as numbers: which elements, how many links, how often shapes repeat. Scripts and styles are left out. */
export function measureMarkup(body: Element, url: string | null): Record<string, number> {
  const tally: Tally = {
    counts: startCounts(),
    groups: [],
    links: startLinks(url),
    marks: new Map(),
    shapes: startShapes(),
  };
  const { text, links } = visit(body, tally, 0);
  const measures: Record<string, number> = {};
  for (const { name, at } of COUNTED) measures[name] = countOf(tally.counts, at);
  return Object.assign(
    measures,
    measureLinks(tally.links),
    measureGroups(tally.groups, text),
    measureBodyClass(body),
    {
      text,
      linkShare: share(links, text),
      preShare: share(countOf(tally.counts, PRE_TEXT), text),
      tableShare: share(countOf(tally.counts, TABLE_TEXT), text),
      headingShare: share(countOf(tally.counts, HEADING_TEXT), text),
    },
  );
}

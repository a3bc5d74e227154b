import { measureBodyClass } from "./measure-body-class.ts";
import {
  closeChildren,
  measureGroups,
  openChild,
  startChildren,
  type Group,
  type OpenChildren,
} from "./measure-groups.ts";
import { measureLinks, noteLink, startLinks, type LinkTally } from "./measure-links.ts";
import { MARK_NAMES, noteMarks, readClass, startNames, type NameMemory } from "./measure-marks.ts";
import { noteText, TEXT_COUNTERS } from "./measure-text.ts";
import { addTo, counter, countOf, share, startCounts, type Counts } from "./page-tally.ts";

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

/** What is counted as it is found; everything else is worked out at the end. */
const COUNTED = [...new Set([...TAG_NAMES.map(([, name]) => name), ...MARK_NAMES, ...TEXT_COUNTERS])].map(
  (name) => ({ name, at: counter(name) }),
);

const PRE_TEXT = counter("preText");
const TABLE_TEXT = counter("tableText");
const HEADING_TEXT = counter("headingText");

/** What is done with an element of each name; one of any other name is looked at for its class and id alone. */
interface TagRule {
  readonly isSilent: boolean;
  readonly isLink: boolean;
  /** The counter of its name; -1 where none is kept. */
  readonly counter: number;
  /** The counter of the text in such elements; -1 where none is kept. */
  readonly textCounter: number;
}

const TEXT_COUNTER_OF: Readonly<Record<string, number>> = {
  pre: PRE_TEXT,
  table: TABLE_TEXT,
  h1: HEADING_TEXT,
  h2: HEADING_TEXT,
  h3: HEADING_TEXT,
  h4: HEADING_TEXT,
};
const RULES: ReadonlyMap<string, TagRule> = new Map<string, TagRule>([
  ...["script", "style", "template", "noscript", "svg", "head"].map(
    (tag) => [tag, { isSilent: true, isLink: false, counter: -1, textCounter: -1 }] as const,
  ),
  ...TAG_NAMES.map(
    ([tag, name]) =>
      [
        tag,
        {
          isSilent: false,
          isLink: tag === "a",
          counter: counter(name),
          textCounter: TEXT_COUNTER_OF[tag] ?? -1,
        },
      ] as const,
  ),
]);

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Depth beyond this is broken markup; its text is left out. */
const DEEPEST = 300;

interface Tally {
  readonly counts: Counts;
  readonly groups: Group[];
  readonly links: LinkTally;
  readonly names: NameMemory;
  readonly children: OpenChildren;
  /** Of the element that is being walked over. */
  depth: number;
  /** How much text the element holds that was walked over last, and how much of it is linked. */
  text: number;
  linked: number;
}

/** Notes the element that was walked over last. */
function noteElement(element: Element, rule: TagRule | undefined, tally: Tally): void {
  const { counts, text, linked } = tally;
  if (rule !== undefined) {
    addTo(counts, rule.counter, 1);
    if (rule.textCounter >= 0) addTo(counts, rule.textCounter, text);
    else if (rule.isLink) noteLink(element, text, tally.links);
  }
  const { marks, word } = readClass(element, tally.names);
  noteMarks(element, marks, counts);
  openChild(tally.children, { tag: element.localName, word, text, linked });
}

/** Walks over an element and all in it. */
function visit(element: Element, own: TagRule | undefined, tally: Tally): void {
  const firstChild = tally.children.count;
  let text = 0;
  let linked = 0;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    const { nodeType } = node;
    if (nodeType === TEXT_NODE) {
      text += noteText(node.nodeValue ?? "", tally.counts);
      continue;
    }
    if (nodeType !== ELEMENT_NODE) continue;
    const child = node as Element;
    const rule = RULES.get(child.localName);
    if (rule?.isSilent === true || tally.depth > DEEPEST) continue;
    tally.depth += 1;
    visit(child, rule, tally);
    tally.depth -= 1;
    noteElement(child, rule, tally);
    text += tally.text;
    linked += tally.linked;
  }
  closeChildren(tally.children, firstChild, tally.groups);
  tally.text = text;
  tally.linked = own?.isLink === true ? text : linked;
}

/** The page's markup as numbers: which elements, how many links, how often shapes repeat. Scripts and styles are left out. */
export function measureMarkup(body: Element, url: string | null): Record<string, number> {
  const tally: Tally = {
    counts: startCounts(),
    groups: [],
    links: startLinks(url),
    names: startNames(),
    children: startChildren(),
    depth: 0,
    text: 0,
    linked: 0,
  };
  visit(body, undefined, tally);
  const { text, linked } = tally;
  const measures: Record<string, number> = {};
  for (const { name, at } of COUNTED) measures[name] = countOf(tally.counts, at);
  return Object.assign(
    measures,
    measureLinks(tally.links),
    measureGroups(tally.groups, text),
    measureBodyClass(body),
    {
      text,
      linkShare: share(linked, text),
      preShare: share(countOf(tally.counts, PRE_TEXT), text),
      tableShare: share(countOf(tally.counts, TABLE_TEXT), text),
      headingShare: share(countOf(tally.counts, HEADING_TEXT), text),
    },
  );
}

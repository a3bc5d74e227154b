import { measureBodyClass } from "./measure-body-class.ts";
import { measureGroups, noteGroups, type Child, type Group } from "./measure-groups.ts";
import { measureLinks, noteLink, startLinks, type LinkTally } from "./measure-links.ts";
import { MARK_NAMES, marksOf, type MarkMemory } from "./measure-marks.ts";
import { noteText } from "./measure-text.ts";
import { addTo, share, type Counts } from "./page-tally.ts";

const SILENT = new Set(["script", "style", "template", "noscript", "svg", "head"]);

const TAGS: ReadonlyMap<string, string> = new Map([
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
]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4"]);

/** What is counted as it is found; everything else is worked out at the end. */
const COUNTED: readonly string[] = [
  ...new Set([...TAGS.values(), ...MARK_NAMES, "price", "years", "questions", "sentences"]),
];

/** Depth beyond this is broken markup; its text is left out. */
const DEEPEST = 300;

interface Tally {
  readonly counts: Counts;
  readonly groups: Group[];
  readonly links: LinkTally;
  readonly memory: MarkMemory;
}

function noteElement({ element, text }: Child, { counts, links, memory }: Tally): void {
  const { localName } = element;
  const tag = TAGS.get(localName);
  if (tag !== undefined) {
    addTo(counts, tag, 1);
    if (localName === "pre") addTo(counts, "preText", text);
    else if (localName === "table") addTo(counts, "tableText", text);
    else if (localName === "a") noteLink(element, text, links);
    else if (HEADINGS.has(localName)) addTo(counts, "headingText", text);
  }
  for (const mark of marksOf(element, memory)) addTo(counts, mark, 1);
}

/** Walks over an element and all in it; gives how much text it holds and how much of that is linked. */
function visit(element: Element, tally: Tally, depth: number): Child {
  let [text, links] = [0, 0];
  const children: Child[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += noteText(node, tally.counts);
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (SILENT.has(child.localName) || depth > DEEPEST) continue;
    const found = visit(child, tally, depth + 1);
    noteElement(found, tally);
    text += found.text;
    links += found.links;
    children.push(found);
  }
  noteGroups(children, tally.groups);
  return { element, text, links: element.localName === "a" ? text : links };
}

/** The page's markup as numbers: which elements, how many links, how often shapes repeat. Scripts and styles are left out. */
export function measureMarkup(body: Element, url: string | null): Record<string, number> {
  const tally: Tally = {
    counts: new Map(),
    groups: [],
    links: startLinks(url),
    memory: new Map(),
  };
  const { text, links } = visit(body, tally, 0);
  const total = (name: string): number => tally.counts.get(name) ?? 0;
  const measures: Record<string, number> = {};
  for (const name of COUNTED) measures[name] = total(name);
  return Object.assign(
    measures,
    measureLinks(tally.links),
    measureGroups(tally.groups, text),
    measureBodyClass(body),
    {
      text,
      linkShare: share(links, text),
      preShare: share(total("preText"), text),
      tableShare: share(total("tableText"), text),
      headingShare: share(total("headingText"), text),
    },
  );
}

import { measureLinks, noteLink, startLinks, type LinkTally } from "./measure-links.ts";
import { MARK_NAMES, marksOf, type MarkMemory } from "./measure-marks.ts";
import { measureVoice } from "./measure-voice.ts";

/** A paragraph of prose; shorter ones are captions, labels and buttons. */
const PROSE_LENGTH = 80;
/** A paragraph that explains or tells, rather than announces. */
const LONG_PARAGRAPH = 300;
/** More link text than this and a paragraph is a list of links. */
const PROSE_LINK_SHARE = 0.5;
/** Siblings of one shape from this many on are a list, not coincidence. */
const SMALLEST_GROUP = 4;

const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "SVG", "HEAD"]);
const PRICE = /(?:[$€£¥₹₽₴]\s?\d|\d[\d.,]*\s?(?:€|£|zł|kr\b|руб|₽|грн|USD|EUR|CHF|円|元))/;
const YEAR_DATE = /(?:19|20)\d\d/;

/** Text beyond this adds nothing to how a page speaks. */
const LONGEST_SAMPLE = 20_000;

/** What is counted of one element and everything in it. */
interface Sum {
  text: number;
  links: number;
}

interface Tally {
  readonly counts: Record<string, number>;
  readonly parents: Map<Node, { prose: number; paragraphs: number }>;
  readonly groups: Group[];
  readonly prose: string[];
  proseSample: number;
  readonly links: LinkTally;
  readonly memory: MarkMemory;
}

interface Group {
  readonly size: number;
  readonly text: number;
  readonly linked: number;
}

function add(tally: Tally, name: string, amount: number): void {
  tally.counts[name] = (tally.counts[name] ?? 0) + amount;
}

const TAGS: Readonly<Record<string, string>> = {
  H1: "h1",
  H2: "h2",
  H3: "h3",
  H4: "h4",
  P: "p",
  LI: "li",
  A: "a",
  IMG: "img",
  FORM: "form",
  INPUT: "input",
  SELECT: "input",
  TEXTAREA: "textarea",
  BUTTON: "button",
  TABLE: "table",
  PRE: "pre",
  CODE: "code",
  BLOCKQUOTE: "blockquote",
  TIME: "time",
  SECTION: "section",
  ARTICLE: "article",
  IFRAME: "embed",
  VIDEO: "embed",
  FIGURE: "figure",
  DL: "dl",
  MAIN: "main",
  NAV: "nav",
  ASIDE: "aside",
};

/** Inline elements: their text belongs to the paragraph around them. */
const INLINE =
  /^(?:A|SPAN|B|I|EM|STRONG|U|SMALL|LABEL|BUTTON|CODE|PRE|OPTION|SUP|SUB|MARK|ABBR|CITE|Q|TIME|TITLE|H[1-6]|FIGCAPTION)$/;

interface Prose {
  /** The element whose children are paragraphs. */
  readonly home: Node;
  readonly text: string;
  readonly length: number;
  readonly linked: boolean;
}

function noteProse({ home, text, length, linked }: Prose, tally: Tally): void {
  add(tally, "prose", 1);
  add(tally, "proseText", length);
  add(tally, "proseLinked", linked ? 1 : 0);
  if (length > LONG_PARAGRAPH) add(tally, "proseLong", 1);
  const known = tally.parents.get(home) ?? { prose: 0, paragraphs: 0 };
  tally.parents.set(home, { prose: known.prose + length, paragraphs: known.paragraphs + 1 });
  if (tally.proseSample > LONGEST_SAMPLE) return;
  tally.proseSample += length;
  tally.prose.push(text);
}

/** Prose without paragraphs: the long text nodes of a block, parted by `<br>` or by nothing. */
function noteLooseProse(element: Element, tally: Tally): void {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== 3) continue;
    const text = (child.nodeValue ?? "").trim();
    if (text.length >= PROSE_LENGTH)
      noteProse({ home: element, text, length: text.length, linked: false }, tally);
  }
}

function noteBlock(element: Element, name: string, sum: Sum, tally: Tally): void {
  const tag = TAGS[name];
  if (tag !== undefined) add(tally, tag, 1);
  if (name === "PRE") add(tally, "preText", sum.text);
  if (name === "TABLE") add(tally, "tableText", sum.text);
  if (/^H[1-4]$/.test(name)) add(tally, "headingText", sum.text);
  if (name === "A") noteLink(element, sum.text, tally.links);
  const home = element.parentNode;
  if (name === "P" && home && sum.text >= PROSE_LENGTH && sum.links < sum.text * PROSE_LINK_SHARE)
    noteProse({ home, text: element.textContent ?? "", length: sum.text, linked: sum.links > 0 }, tally);
  else if (name !== "P" && sum.text >= PROSE_LENGTH && !INLINE.test(name)) noteLooseProse(element, tally);
  if (element.attributes.length > 0) for (const mark of marksOf(element, tally.memory)) add(tally, mark, 1);
}

function noteText(node: Node, tally: Tally): number {
  const text = (node.nodeValue ?? "").trim();
  if (text === "") return 0;
  if (text.length < 60) {
    if (PRICE.test(text)) add(tally, "price", 1);
    if (YEAR_DATE.test(text)) add(tally, "years", 1);
  }
  if (text.length > 2) {
    add(tally, "questions", /[?？]/.test(text) ? 1 : 0);
    add(tally, "sentences", text.split(/[.!?。！？](?=\s|$)/).length - 1);
  }
  return text.length;
}

function shapeOf(element: Element, name: string): string {
  // The first class word, digits folded: "post-123 first" and "post-124" are of one shape.
  const first = /\S+/.exec(element.getAttribute("class") ?? "")?.[0] ?? "";
  return `${name}.${first.replace(/\d+/g, "0")}`;
}

interface Child {
  readonly element: Element;
  readonly name: string;
  readonly sum: Sum;
}

function noteGroups(children: readonly Child[], tally: Tally): void {
  const shapes = new Map<string, { size: number; text: number; linked: number }>();
  for (const { element, name, sum } of children) {
    if (name === "P" || name === "BR") continue;
    const shape = shapeOf(element, name);
    const known = shapes.get(shape) ?? { size: 0, text: 0, linked: 0 };
    shapes.set(shape, {
      size: known.size + 1,
      text: known.text + sum.text,
      linked: known.linked + (sum.links > 0 ? 1 : 0),
    });
  }
  for (const group of shapes.values()) if (group.size >= SMALLEST_GROUP) tally.groups.push(group);
}

/** Depth beyond this is broken markup; its text is left out. */
const DEEPEST = 300;

function visit(node: Node, tally: Tally, depth: number): Sum {
  const sum: Sum = { text: 0, links: 0 };
  const children: Child[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) sum.text += noteText(child, tally);
    if (child.nodeType !== 1) continue;
    const name = child.nodeName.toUpperCase();
    if (SILENT.has(name) || depth > DEEPEST) continue;
    const inner = visit(child, tally, depth + 1);
    const element = child as Element;
    noteBlock(element, name, inner, tally);
    if (name === "A") inner.links = inner.text;
    sum.text += inner.text;
    sum.links += inner.links;
    children.push({ element, name, sum: inner });
  }
  if (children.length >= SMALLEST_GROUP) noteGroups(children, tally);
  return sum;
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** The page's markup as numbers: how much prose, how many links, how often shapes repeat. Scripts and styles are left out. */
export function measureMarkup(document: Document, url: string | null): Record<string, number> {
  const tally: Tally = {
    counts: {},
    parents: new Map(),
    groups: [],
    prose: [],
    proseSample: 0,
    links: startLinks(url),
    memory: new Map(),
  };
  const body = document.body as Element | null;
  const sum = body ? visit(body, tally, 0) : { text: 0, links: 0 };
  const counts: Record<string, number> = {};
  for (const name of [
    ...Object.values(TAGS),
    ...MARK_NAMES,
    "prose",
    "price",
    "years",
    "questions",
    "sentences",
    "proseLong",
  ])
    counts[name] = tally.counts[name] ?? 0;
  const total = (name: string) => tally.counts[name] ?? 0;
  const main = [...tally.parents.values()].reduce((a, b) => (b.prose > a.prose ? b : a), {
    prose: 0,
    paragraphs: 0,
  });
  const widest = tally.groups.reduce<Group>((a, b) => (b.text > a.text ? b : a), {
    size: 0,
    text: 0,
    linked: 0,
  });
  const bodyMark = body?.getAttribute("class") ?? "";
  return {
    ...counts,
    ...measureLinks(tally.links),
    ...measureVoice(tally.prose.join("\n")),
    proseLinked: share(total("proseLinked"), total("prose")),
    proseSections: share(total("prose"), tally.parents.size),
    text: sum.text,
    linkShare: share(sum.links, sum.text),
    proseShare: share(total("proseText"), sum.text),
    proseLength: share(total("proseText"), total("prose")),
    mainProse: main.prose,
    mainParagraphs: main.paragraphs,
    mainShare: share(main.prose, total("proseText")),
    proseParents: tally.parents.size,
    preShare: share(total("preText"), sum.text),
    tableShare: share(total("tableText"), sum.text),
    headingShare: share(total("headingText"), sum.text),
    proseToLinks: share(total("prose"), total("a") + 1),
    headingsToProse: share(total("h2") + total("h3"), total("prose") + 1),
    groupSize: widest.size,
    groupShare: share(widest.text, sum.text),
    groupItem: share(widest.text, widest.size),
    groupLinked: share(widest.linked, widest.size),
    groups: tally.groups.length,
    pricesToProse: share(total("price"), total("prose") + 1),
    yearsToProse: share(total("years"), total("prose") + 1),
    bodySingle: Number(
      /(?:^|\s)(?:single|single-\w+|post-template\S*|article\S*|node-type-(?:article|story|blog))(?:\s|$)/.test(
        bodyMark,
      ),
    ),
    bodyPage: Number(/(?:^|\s)(?:page|page-id-\d+|page-template\S*)(?:\s|$)/.test(bodyMark)),
    bodyArchive: Number(
      /(?:^|\s)(?:archive|category|tag|blog|home|search|front|is-front|path-frontpage|template-(?:collection|index|list\S*))(?:\s|$)/.test(
        bodyMark,
      ),
    ),
    bodyShop: Number(/(?:^|\s)\S*(?:product|shop|woocommerce)\S*(?:\s|$)/.test(bodyMark)),
  };
}

import { findHeadlinePlace } from "./find-headline-place.ts";
import { resolveBase } from "../base-of.ts";
import { AUTHOR, DATE, judgeClass, judgeMark } from "./element-marks.ts";
import { squash } from "./fold-text.ts";
import { headingText } from "./heading-text.ts";
import { beginsByline, holdsYear, signedDateline } from "./line-starts.ts";

/** A place in the text where something was seen; `offset` counts the characters of text before it. */
export interface Place {
  readonly element: Element;
  readonly offset: number;
}

/** A short run of text that looks like a byline or holds a year. */
export interface TextPlace extends Place {
  readonly text: string;
}

/** Everything metadata is read from, gathered in one walk over the document. */
export interface PageIndex {
  readonly document: Document;
  readonly url: string | null;
  /** What relative addresses are resolved against: the page's own, or what its `<base>` says. */
  readonly base: string | null;
  /** Contents by lower-case `name`, `property`, `itemprop` or `http-equiv`, in document order, never empty strings. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** First href by lower-case link type. */
  readonly links: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  readonly title: string | null;
  readonly htmlLanguage: string | null;
  readonly headings: readonly TextPlace[];
  readonly times: readonly Place[];
  /** Elements of the body with `itemprop`. */
  readonly itemprops: readonly Place[];
  /** Elements of the body with RDFa's `property`. */
  readonly properties: readonly Place[];
  /** Elements whose rel, class or id speaks of an author. */
  readonly authorMarks: readonly Place[];
  /** Elements whose class or id speaks of a date. */
  readonly dateMarks: readonly Place[];
  /** Links that say what the article is filed under: `rel="tag"`, and `p-category` of microformats. */
  readonly tagLinks: readonly Place[];
  readonly bylineTexts: readonly TextPlace[];
  readonly yearTexts: readonly TextPlace[];
  /** The page's first long runs of text. */
  readonly prose: readonly string[];
  readonly figures: readonly Place[];
  /** The heading that the rest of the page is judged by. */
  readonly headline: TextPlace | null;
  /** Elements that hold the headline: whatever their class says, they are no sidebar. */
  readonly trunk: ReadonlySet<Node>;
  /** Characters of text on the page. */
  readonly textLength: number;
}

/** Shorter texts are labels, which themes leave untranslated. */
const SHORTEST_PROSE = 80;
/** Enough to tell in what language it is. */
const MOST_PROSE = 8;
/** What is done with an element of each name; any other is read for its attributes alone. */
type Kind =
  | "silent"
  | "script"
  | "meta"
  | "base"
  | "link"
  | "time"
  | "figure"
  | "title"
  | "heading"
  | "anchor";
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...["style", "template", "noscript", "svg", "iframe", "object", "select", "button", "textarea"].map(
    (name) => [name, "silent"] as const,
  ),
  ...["h1", "h2", "h3"].map((name) => [name, "heading"] as const),
  ...(["script", "meta", "base", "link", "time", "figure", "title"] as const).map(
    (name) => [name, name] as const,
  ),
  ["a", "anchor"],
]);

type Draft = {
  -readonly [K in keyof PageIndex]: PageIndex[K] extends readonly (infer T)[] ? T[] : PageIndex[K];
} & {
  metas: Map<string, string[]>;
  links: Map<string, string>;
  /** What the classes say that were met so far. */
  readonly classMarks: Map<string, number>;
  /** The address of the first `<base>` that has one. */
  baseHref: string | null;
};

function noteMeta(element: Element, metas: Map<string, string[]>): void {
  const content = squash(element.getAttribute("content") ?? "");
  if (content === "") return;
  for (const attribute of ["name", "property", "itemprop", "http-equiv"]) {
    for (const key of (element.getAttribute(attribute) ?? "").toLowerCase().split(/\s+/)) {
      if (key === "") continue;
      const list = metas.get(key);
      if (list) list.push(content);
      else metas.set(key, [content]);
    }
  }
}

function noteLink(element: Element, links: Map<string, string>): void {
  const href = element.getAttribute("href")?.trim();
  if (!href) return;
  for (const rel of (element.getAttribute("rel") ?? "").toLowerCase().split(/\s+/)) {
    if (rel !== "" && !links.has(rel)) links.set(rel, href);
  }
}

function noteElement(element: Element, kind: Kind | undefined, draft: Draft): void {
  const offset = draft.textLength;
  if (kind === "meta") noteMeta(element, draft.metas);
  else if (kind === "link") noteLink(element, draft.links);
  else if (kind === "base") draft.baseHref ??= element.getAttribute("href");
  else if (kind === "time") draft.times.push({ element, offset });
  else if (kind === "figure") draft.figures.push({ element, offset });
  else if (kind === "title") draft.title ??= squash(element.textContent ?? "") || null;
  else if (kind === "heading") {
    const text = headingText(element);
    if (text !== "") draft.headings.push({ element, offset, text });
  }
  if (element.hasAttributes()) noteAttributes(element, kind, draft);
}

function noteAttributes(element: Element, kind: Kind | undefined, draft: Draft): void {
  const ofClass = element.getAttribute("class");
  const ofId = element.getAttribute("id");
  let marks = ofClass === null ? 0 : judgeClass(ofClass, draft.classMarks);
  if (ofId !== null) marks |= judgeMark(ofId);
  const place = { element, offset: draft.textLength };
  if (kind === "anchor") {
    const rel = element.getAttribute("rel") ?? "";
    if (/\bauthor\b/i.test(rel)) marks |= AUTHOR;
    if (/\btag\b/i.test(rel) || (ofClass !== null && /\bp-category\b/.test(ofClass)))
      draft.tagLinks.push(place);
  }
  const isItem = element.hasAttribute("itemprop");
  const isProperty = kind !== "meta" && element.hasAttribute("property");
  if (marks === 0 && !isItem && !isProperty) return;
  if (isItem) draft.itemprops.push(place);
  if (isProperty) draft.properties.push(place);
  if ((marks & AUTHOR) !== 0) draft.authorMarks.push(place);
  if ((marks & DATE) !== 0) draft.dateMarks.push(place);
}

/** A byline or a date line is short; a longer run of text is prose. */
const LONGEST_LINE = 160;
function noteText(node: Node, draft: Draft): void {
  const value = node.nodeValue ?? "";
  const offset = draft.textLength;
  const parent = node.parentNode as Element | null;
  if (parent && value.length > 1) {
    const trimmed = value.trim();
    if (trimmed.length > 1 && trimmed.length <= LONGEST_LINE) {
      if (holdsYear(trimmed)) draft.yearTexts.push({ element: parent, offset, text: squash(trimmed) });
      if (beginsByline(trimmed, node))
        draft.bylineTexts.push({ element: parent, offset, text: squash(trimmed) });
    }
    if (trimmed.length >= SHORTEST_PROSE && draft.prose.length < MOST_PROSE) draft.prose.push(trimmed);
    const signed = signedDateline(trimmed, LONGEST_LINE);
    if (signed !== null) draft.bylineTexts.push({ element: parent, offset, text: squash(signed) });
    draft.textLength += trimmed.length;
  }
}

function walk(root: Node, draft: Draft): void {
  let node: Node | null = root;
  while (node) {
    let child: Node | null = null;
    if (node.nodeType === 3) noteText(node, draft);
    else if (node.nodeType === 1) {
      const element = node as Element;
      const kind = KINDS.get(element.localName);
      if (kind === "script") {
        if (/ld\+json/i.test(element.getAttribute("type") ?? "")) draft.jsonLd.push(node.textContent ?? "");
      } else if (kind !== "silent") {
        noteElement(element, kind, draft);
        if (kind !== "title") child = node.firstChild;
      }
    }
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node && node !== root ? node.nextSibling : null;
  }
}

/** Gathers in one walk everything that the metadata sources read. */
export function indexPage(document: Document, url: string | null): PageIndex {
  const root = document.documentElement as Element | null;
  const draft: Draft = {
    document,
    url,
    base: url,
    metas: new Map(),
    links: new Map(),
    classMarks: new Map(),
    baseHref: null,
    jsonLd: [],
    title: null,
    htmlLanguage: root?.getAttribute("lang") ?? root?.getAttribute("xml:lang") ?? null,
    headings: [],
    times: [],
    itemprops: [],
    properties: [],
    authorMarks: [],
    dateMarks: [],
    tagLinks: [],
    bylineTexts: [],
    yearTexts: [],
    prose: [],
    figures: [],
    headline: null,
    trunk: new Set(),
    textLength: 0,
  };
  if (root) walk(root, draft);
  draft.base = resolveBase(draft.baseHref, url);
  const titles = [draft.title, draft.metas.get("og:title")?.[0]].filter((title) => typeof title === "string");
  draft.headline = findHeadlinePlace(draft.headings, titles, url);
  const trunk = new Set<Node>();
  for (let node: Node | null = draft.headline?.element ?? null; node; node = node.parentNode) trunk.add(node);
  return { ...draft, trunk };
}

/** The first content of the first of these meta keys that has one. */
export function firstMeta(page: PageIndex, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = page.metas.get(key)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}

import { findHeadlinePlace } from "./find-headline-place.ts";
import { squash } from "./fold-text.ts";

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
  readonly bylineTexts: readonly TextPlace[];
  readonly yearTexts: readonly TextPlace[];
  readonly figures: readonly Place[];
  /** The heading that the rest of the page is judged by. */
  readonly headline: TextPlace | null;
  /** Elements that hold the headline: whatever their class says, they are no sidebar. */
  readonly trunk: ReadonlySet<Node>;
  /** Characters of text on the page. */
  readonly textLength: number;
}

const AUTHOR_MARK =
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|autore|autori|writer|verfasser|redakteur|writtenby|contributor)(?:[\s_-]|$|name|link|info)|(?:article|post|entry)author|author(?:name|link)/i;
const DATE_MARK =
  /(?:^|[\s_-])(?:date|datum|datetime|time|timestamp|published|publish|pubdate|posted|posted-on|fecha|data|erschienen|updated)(?:[\s_-]|$)|(?:article|post|entry|pub|publish)date|date(?:line|time|published)/i;
const HAS_YEAR = /(?:19|20)\d\d|\d{2}\.\d{2}\.\d{2}(?!\d)/;
/** Begins like a byline, in many languages; what follows must be read as a name by the byline source. */
const BYLINE_START =
  /^[\s(|·•–—-]*(?:by|von|par|por|door|av|af|przez|автор|автори|авторы|autor(?:en|in|a|es)?|auteure?s?|autore|autori|authors?|writer|text|texte|texto|testo|tekst|teksti|szöveg|written|posted|published|geschrieben|verfasst|erstellt|veröffentlicht|eingestellt|gepostet|ein (?:beitrag|artikel|gastbeitrag)|publié|rédigé|écrit|escrito|publicado|scritto|pubblicato|di|napisał|skrevet|skriven|írta|yazan|yazar|συντάκτης|του|της|作者|文[／/:：]|撰文|記者|记者|글|بقلم|כתב)(?=[\s:：／/\u00a0]|$)/iu;
/** A byline or a date line is short; a longer run of text is prose. */
const LONGEST_LINE = 160;
const HEADING = /^H[1-3]$/;
const SILENT = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "NOSCRIPT",
  "SVG",
  "IFRAME",
  "OBJECT",
  "SELECT",
  "BUTTON",
  "TEXTAREA",
]);

type Draft = {
  -readonly [K in keyof PageIndex]: PageIndex[K] extends readonly (infer T)[] ? T[] : PageIndex[K];
} & {
  metas: Map<string, string[]>;
  links: Map<string, string>;
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

interface MarkVerdict {
  readonly author: boolean;
  readonly date: boolean;
}

/** Classes repeat over a page: each spelling is judged once. */
type MarkMemory = Map<string, MarkVerdict>;

function judgeMark(mark: string, memory: MarkMemory): MarkVerdict {
  let verdict = memory.get(mark);
  if (!verdict) {
    verdict = { author: AUTHOR_MARK.test(mark), date: DATE_MARK.test(mark) };
    memory.set(mark, verdict);
  }
  return verdict;
}

function noteElement(element: Element, name: string, draft: Draft, memory: MarkMemory): void {
  const offset = draft.textLength;
  const place = { element, offset };
  if (name === "META") noteMeta(element, draft.metas);
  else if (name === "LINK") noteLink(element, draft.links);
  else if (name === "TIME") draft.times.push(place);
  else if (name === "FIGURE") draft.figures.push(place);
  else if (name === "TITLE") draft.title ??= squash(element.textContent ?? "") || null;
  else if (HEADING.test(name)) {
    const text = squash(element.textContent ?? "");
    if (text !== "") draft.headings.push({ element, offset, text });
  }
  noteAttributes(place, name, draft, memory);
}

function noteAttributes(place: Place, name: string, draft: Draft, memory: MarkMemory): void {
  const { element } = place;
  if (!element.hasAttributes()) return;
  let [author, date] = [false, false];
  for (const attribute of ["class", "id"]) {
    const mark = element.getAttribute(attribute);
    if (mark === null) continue;
    const verdict = judgeMark(mark, memory);
    author ||= verdict.author;
    date ||= verdict.date;
  }
  if (element.hasAttribute("itemprop")) draft.itemprops.push(place);
  if (name !== "META" && element.hasAttribute("property")) draft.properties.push(place);
  if (name === "A") author ||= /\bauthor\b/i.test(element.getAttribute("rel") ?? "");
  if (author) draft.authorMarks.push(place);
  if (date) draft.dateMarks.push(place);
}

function noteText(node: Node, draft: Draft): void {
  const value = node.nodeValue ?? "";
  const offset = draft.textLength;
  const parent = node.parentNode as Element | null;
  if (parent && value.length > 1) {
    const trimmed = value.trim();
    if (trimmed.length > 1 && trimmed.length <= LONGEST_LINE) {
      if (HAS_YEAR.test(trimmed)) draft.yearTexts.push({ element: parent, offset, text: squash(trimmed) });
      if (BYLINE_START.test(trimmed))
        draft.bylineTexts.push({ element: parent, offset, text: squash(trimmed) });
    }
    draft.textLength += trimmed.length;
  }
}

function walk(root: Node, draft: Draft): void {
  const memory: MarkMemory = new Map();
  let node: Node | null = root;
  while (node) {
    let child: Node | null = null;
    if (node.nodeType === 3) noteText(node, draft);
    else if (node.nodeType === 1) {
      const name = node.nodeName.toUpperCase();
      if (name === "SCRIPT") {
        const type = (node as Element).getAttribute("type") ?? "";
        if (/ld\+json/i.test(type)) draft.jsonLd.push(node.textContent ?? "");
      } else if (!SILENT.has(name)) {
        noteElement(node as Element, name, draft, memory);
        if (name !== "TITLE") child = node.firstChild;
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
    metas: new Map(),
    links: new Map(),
    jsonLd: [],
    title: null,
    htmlLanguage: root?.getAttribute("lang") ?? root?.getAttribute("xml:lang") ?? null,
    headings: [],
    times: [],
    itemprops: [],
    properties: [],
    authorMarks: [],
    dateMarks: [],
    bylineTexts: [],
    yearTexts: [],
    figures: [],
    headline: null,
    trunk: new Set(),
    textLength: 0,
  };
  if (root) walk(root, draft);
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

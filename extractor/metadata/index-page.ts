import { findHeadlinePlace } from "./find-headline-place.ts";
import { bylineInDateline, isEasternLead, readEasternByline } from "../read-eastern-byline.ts";
import { createPhraseFinder } from "../words/phrase-finder.ts";
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
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|autore|autori|writer|verfasser|redakteur|writtenby|contributor)(?:[\s_-]|$|name|link|info)|(?:article|post|entry)author|author(?:name|link)|(?:^|[\s_-])(?:big|post-?)?user-?name(?:[\s_-]|$)|(?:^|[\s_-])(?:creator|post-?user-name)(?:[\s_-]|$)/i;
const DATE_MARK =
  /(?:^|[\s_-])(?:date|datum|datetime|time|timestamp|published|publish|pubdate|posted|posted-on|fecha|data|erschienen|updated)(?:[\s_-]|$)|(?:article|post|entry|pub|publish)date|date(?:line|time|published)/i;
/** With the years of other digits and of eras. */
const HAS_YEAR =
  /(?:19|20)\d\d|\d{2}\.\d{2}\.\d{2}(?!\d)|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]{4}|[\u0e00-\u0e2e.]\s?25\d\d|[\u0600-\u06ff]\s1[34]\d\d|令和|平成|民國/;
/** Begins like a byline, in many languages; what follows must be read as a name by the byline source. */
const BYLINE_START =
  /^[\s\d(|·•–—.:/,-]*(?:Uhr[\s|·•–—,-]*)?(?:by|von|par|por|door|av|af|przez|автор(?:и|ы|ка|ки)?|текст|підготува(?:в|ла|ли)|подготовил[аи]?|autor(?:en|in|a|es|ka|zy)?|autoři|oprac\.?|redaktor(?:ka)?|kirjoittajat?|toimittajat?|forfattere?|författare|skribent|haber|hazırlayan|auteure?s?|autore|autori|authors?|writer|words by|reported by|propos recueillis|dal(?:la)? nostr[oa]|van onze|de notre|a cura|reportagem|text|texte|texto|testo|tekst|teksti|szöveg|written|posted|published|gespeichert|submitted|redaktion|geschrieben|verfasst|erstellt|veröffentlicht|eingestellt|gepostet|eine? (?:beitrag|artikel|gastbeitrag|kommentar|kolumne|essay|interview|reportage|analyse|glosse|bericht|kritik|rezension|porträt)|publié|rédigé|écrit|escrito|publicado|scritto|pubblicato|di|napisał|skrevet|skriven|írta|yazan|yazar|συντάκτης|του|της|(?:ditulis )?oleh|penulis|pewarta|tác giả|piše|napisa[ol][aio]?|avtor(?:ica|ja)?|autorica|parengė|autorius|пише|аутор|(?:เขียน)?โดย|ผู้เขียน|লেখক|লিখেছেন|تحریر|作者|文[／/:：]|撰文|記者|记者|글|بقلم|כתב)(?=[\s:：／/\u00a0]|$)/iu;
/** How Romanian bylines begin; prose goes on so behind a link. */
const LOWER_DE = /^de \p{Lu}\p{Ll}+ \p{Lu}/u;
/** A byline or a date line is short; a longer run of text is prose. */
const LONGEST_LINE = 160;
/** What is done with an element of each name; any other is read for its attributes alone. */
type Kind = "silent" | "script" | "meta" | "link" | "time" | "figure" | "title" | "heading" | "anchor";
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...["style", "template", "noscript", "svg", "iframe", "object", "select", "button", "textarea"].map(
    (name) => [name, "silent"] as const,
  ),
  ...["h1", "h2", "h3"].map((name) => [name, "heading"] as const),
  ...(["script", "meta", "link", "time", "figure", "title"] as const).map((name) => [name, name] as const),
  ["a", "anchor"],
]);

/** The sign of a link to the heading itself. */
const PERMALINK = /\s*¶$|\s+#$/;

type Draft = {
  -readonly [K in keyof PageIndex]: PageIndex[K] extends readonly (infer T)[] ? T[] : PageIndex[K];
} & {
  metas: Map<string, string[]>;
  links: Map<string, string>;
  /** What the classes say that were met so far. */
  readonly classMarks: Map<string, number>;
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

const AUTHOR = 1;
const DATE = 2;

/** Finds the names that may be one of AUTHOR_MARK or DATE_MARK, which most are not. */
const mayMark = createPhraseFinder([
  /by-?line|auth?or|auteur|autore|writer|verfasser|redakteur|writtenby|contributor|user-?name|creator/,
  /date|datum|time|publish|posted|fecha|data|erschienen/,
]);

/** Whether a class or id speaks of an author or a date, as bits. */
function judgeMark(mark: string): number {
  const may = mayMark(mark.toLowerCase());
  const author = (may & AUTHOR) !== 0 && AUTHOR_MARK.test(mark) ? AUTHOR : 0;
  return (may & DATE) !== 0 && DATE_MARK.test(mark) ? author | DATE : author;
}

/** The same for a class, which repeats all over a page. To remember it beyond the page costs more than to judge it anew. */
function judgeClass(text: string, known: Map<string, number>): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const marks = judgeMark(text);
  known.set(text, marks);
  return marks;
}

/** Without the readings that stand beside characters: the window's title has none. */
function headingText(element: Element): string {
  const text = element.textContent ?? "";
  if (!/[\u3041-\u30ff]/.test(text)) return text;
  const readings = [...element.getElementsByTagName("rt"), ...element.getElementsByTagName("rp")];
  return readings.length === 0 ? text : textWithout(element, new Set<Node>(readings));
}

function textWithout(node: Node, skipped: ReadonlySet<Node>): string {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  let text = "";
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (!skipped.has(child)) text += textWithout(child, skipped);
  return text;
}

function noteElement(element: Element, kind: Kind | undefined, draft: Draft): void {
  const offset = draft.textLength;
  if (kind === "meta") noteMeta(element, draft.metas);
  else if (kind === "link") noteLink(element, draft.links);
  else if (kind === "time") draft.times.push({ element, offset });
  else if (kind === "figure") draft.figures.push({ element, offset });
  else if (kind === "title") draft.title ??= squash(element.textContent ?? "") || null;
  else if (kind === "heading") {
    const text = squash(headingText(element)).replace(PERMALINK, "");
    if (text !== "") draft.headings.push({ element, offset, text });
  }
  if (element.hasAttributes()) noteAttributes(element, kind, draft);
}

function noteAttributes(element: Element, kind: Kind | undefined, draft: Draft): void {
  const ofClass = element.getAttribute("class");
  const ofId = element.getAttribute("id");
  let marks = ofClass === null ? 0 : judgeClass(ofClass, draft.classMarks);
  if (ofId !== null) marks |= judgeMark(ofId);
  if (kind === "anchor" && /\bauthor\b/i.test(element.getAttribute("rel") ?? "")) marks |= AUTHOR;
  const isItem = element.hasAttribute("itemprop");
  const isProperty = kind !== "meta" && element.hasAttribute("property");
  if (marks === 0 && !isItem && !isProperty) return;
  const place = { element, offset: draft.textLength };
  if (isItem) draft.itemprops.push(place);
  if (isProperty) draft.properties.push(place);
  if ((marks & AUTHOR) !== 0) draft.authorMarks.push(place);
  if ((marks & DATE) !== 0) draft.dateMarks.push(place);
}

/** A bracket or an ideograph: few texts begin so. */
const MAY_BE_DATELINE = /^[[(（〔【\p{Script=Han}]/u;

function noteText(node: Node, draft: Draft): void {
  const value = node.nodeValue ?? "";
  const offset = draft.textLength;
  const parent = node.parentNode as Element | null;
  if (parent && value.length > 1) {
    const trimmed = value.trim();
    if (trimmed.length > 1 && trimmed.length <= LONGEST_LINE) {
      if (HAS_YEAR.test(trimmed)) draft.yearTexts.push({ element: parent, offset, text: squash(trimmed) });
      const isByline =
        BYLINE_START.test(trimmed) ||
        (LOWER_DE.test(trimmed) && node.previousSibling === null && node.nextSibling === null) ||
        isEasternLead(trimmed) ||
        readEasternByline(trimmed) !== null;
      if (isByline) draft.bylineTexts.push({ element: parent, offset, text: squash(trimmed) });
    }
    const signed = MAY_BE_DATELINE.test(trimmed) ? bylineInDateline(trimmed.slice(0, LONGEST_LINE)) : null;
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
    metas: new Map(),
    links: new Map(),
    classMarks: new Map(),
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

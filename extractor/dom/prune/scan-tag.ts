import { createNameTable } from "./name-table.ts";

/** Where a tag's parts stand in the page. Filled anew for every tag: a page has tens of thousands. */
export interface ScannedTag {
  /** Lower case. */
  name: string;
  /** The place of the name in USUAL_TAGS, or -1. */
  place: number;
  /** Just past the closing `>`. */
  end: number;
  /** Whether `/` stands right before the `>`. */
  selfClosing: boolean;
  attributeCount: number;
  readonly nameStarts: number[];
  readonly nameEnds: number[];
  /** Without quotes. A missing value starts and ends at the end of its name. */
  readonly valueStarts: number[];
  readonly valueEnds: number[];
  /** Just past the attribute, its closing quote included. */
  readonly attributeEnds: number[];
}

export function emptyTag(): ScannedTag {
  return {
    name: "",
    place: -1,
    end: 0,
    selfClosing: false,
    attributeCount: 0,
    nameStarts: [],
    nameEnds: [],
    valueStarts: [],
    valueEnds: [],
    attributeEnds: [],
  };
}

/** Nearly all tags of nearly all pages. */
export const USUAL_TAGS = createNameTable(
  (
    "a abbr article aside b blockquote body br button caption center cite code col dd div dl dt em fieldset figcaption figure font " +
    "footer form g h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main meta nav noscript ol option p path " +
    "picture pre script section select small source span strong style sub sup svg table tbody td template textarea th thead time " +
    "title tr u ul use video"
  ).split(" "),
);

const UPPER = /[A-Z]+/g;
const HAS_UPPER = /[A-Z]/;

/** Names fold only their ASCII letters (HTML Standard §13.2.5.8, §13.2.5.33). */
export function foldName(name: string): string {
  return HAS_UPPER.test(name) ? name.replaceAll(UPPER, (letters) => letters.toLowerCase()) : name;
}

function readName(html: string, start: number, end: number, tag: ScannedTag): void {
  tag.place = USUAL_TAGS.find(html, start, end);
  if (tag.place < 0) {
    tag.name = foldName(html.slice(start, end));
    tag.place = USUAL_TAGS.find(tag.name, 0, tag.name.length);
  }
  if (tag.place >= 0) tag.name = USUAL_TAGS.names[tag.place] as string;
}

const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/**
 * Reads a start or end tag (HTML Standard §13.2.5.8 to §13.2.5.40) whose name begins at `at`. False when the page ends
 * within the tag: a parser drops such a tag.
 */
export function scanTag(html: string, at: number, tag: ScannedTag): boolean {
  let position = skipName(html, at);
  readName(html, at, position, tag);
  tag.attributeCount = 0;
  const { length } = html;
  for (;;) {
    let slash = false;
    for (
      let code = html.charCodeAt(position);
      isSpace(code) || code === SLASH;
      code = html.charCodeAt(++position)
    ) {
      slash = code === SLASH;
    }
    if (position >= length) return false;
    if (html.charCodeAt(position) === GREATER) {
      tag.end = position + 1;
      tag.selfClosing = slash;
      return true;
    }
    position = scanAttribute(html, position, tag);
    if (position < 0) return false;
  }
}

/** Reads one attribute and gives the position past it, or -1 when the page ends within a quoted value. */
function scanAttribute(html: string, start: number, tag: ScannedTag): number {
  const index = tag.attributeCount++;
  let position = start + 1;
  for (let code = html.charCodeAt(position); !endsName(code); code = html.charCodeAt(++position));
  tag.nameStarts[index] = start;
  tag.nameEnds[index] = position;
  tag.valueStarts[index] = position;
  tag.valueEnds[index] = position;
  tag.attributeEnds[index] = position;
  const afterName = skipSpace(html, position);
  if (html.charCodeAt(afterName) !== EQUALS) return position;
  position = skipSpace(html, afterName + 1);
  const quote = html.charCodeAt(position);
  let end = position;
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    end = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", ++position);
    if (end < 0) return -1;
    tag.attributeEnds[index] = end + 1;
  } else {
    for (let code = html.charCodeAt(end); code !== GREATER && !isSpace(code) && end < html.length;) {
      code = html.charCodeAt(++end);
    }
    tag.attributeEnds[index] = end;
  }
  tag.valueStarts[index] = position;
  tag.valueEnds[index] = end;
  return tag.attributeEnds[index] ?? end;
}

/** HTML white space; NaN, past the end, is none. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

function endsName(code: number): boolean {
  return isSpace(code) || code === SLASH || code === GREATER || code === EQUALS || Number.isNaN(code);
}

function skipSpace(html: string, from: number): number {
  let position = from;
  while (isSpace(html.charCodeAt(position))) position++;
  return position;
}

function skipName(html: string, from: number): number {
  let position = from;
  for (let code = html.charCodeAt(position); !isSpace(code) && code !== SLASH && code !== GREATER;) {
    if (Number.isNaN(code)) return position;
    code = html.charCodeAt(++position);
  }
  return position;
}

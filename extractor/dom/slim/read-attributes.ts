import { createNameTable } from "../prune/name-table.ts";
import { judgeAttribute, KEPT_DATA_URL, MEDIA_TAGS } from "../prune/prune-rules.ts";
import { foldName, type ScannedTag } from "../prune/scan-tag.ts";
import { SlimAttribute } from "./attribute.ts";
import { decodeValue } from "./common-references.ts";

/** Names that are asked for, here or by Readability, wherever they stand. */
const READ_NAMES =
  "class id href src style role hidden rel alt title type name content property itemprop itemscope itemtype dir lang xml:lang " +
  "datetime aria-hidden aria-modal aria-label align start open disabled value cite colspan rowspan scope summary datatable " +
  "srcset poster charset http-equiv";
/** With the others of nearly all pages. */
const NAMES = createNameTable(
  (
    `${READ_NAMES} background bgcolor border cellpadding cellspacing frame hspace rules valign vspace width height target typeof ` +
    "about resource pubdate for action checked selected tabindex loading decoding aria-labelledby aria-expanded aria-controls " +
    "placeholder data-src data-srcset data-id data-href sizes media method"
  ).split(" "),
);
/** The places of those that are asked for come first. */
const READ_PLACES = READ_NAMES.split(" ").length;
const STYLE_PLACE = NAMES.names.indexOf("style");

/** What is kept while the attributes of a page are read. */
export interface AttributeReading {
  /** The one copy of each class text: names that are the same string are found at a glance by all who read them. */
  readonly classes: Map<string, string>;
  /** Those of the tag at hand, first, to be copied: a list that grows gets room for seventeen. */
  readonly found: SlimAttribute[];
  /** Whether the page has carriage returns. */
  hasReturns: boolean;
}

export const newReading = (): AttributeReading => ({ classes: new Map(), found: [], hasReturns: true });

/** It means something else in every state of the tokenizer, so parse5 reads it, and what it stands in. */
export const NULL_CHARACTER = "\0";

/** Beyond so many attributes a set finds repeated names; below it, looking through them is quicker. */
const FEW_ATTRIBUTES = 24;

/**
 * A tag's attributes, the first of each name; null when one holds a character reference that is not a common one, or a null
 * character. `prunes`
 * leaves out those that nobody asks for; all who look through attributes do so at pictures and films.
 */
export function readAttributes(
  html: string,
  tag: ScannedTag,
  { classes, found, hasReturns }: AttributeReading,
  prunes: boolean,
): SlimAttribute[] | null {
  let count = 0;
  const names = tag.attributeCount > FEW_ATTRIBUTES ? new Set<string>() : null;
  const readsAll = !prunes || MEDIA_TAGS.has(tag.name);
  for (let index = 0; index < tag.attributeCount; index++) {
    const start = tag.nameStarts[index] as number;
    const end = tag.nameEnds[index] as number;
    const place = placeOf(html, start, end);
    if (!readsAll && (place < 0 || place >= READ_PLACES)) continue;
    const verdict = prunes && (readsAll || place === STYLE_PLACE) ? judgeAttribute(html, tag, index) : "keep";
    if (verdict === "drop") continue;
    const valueStart = tag.valueStarts[index] as number;
    const valueEnd = verdict === "cut" ? valueStart + KEPT_DATA_URL : tag.valueEnds[index];
    const raw = html.slice(valueStart, valueEnd);
    if (raw.includes(NULL_CHARACTER)) return null;
    const value = hasReturns || raw.includes("&") ? readValue(raw) : raw;
    if (value === null) return null;
    const name = place < 0 ? foldName(html.slice(start, end)) : (NAMES.names[place] as string);
    if (place < 0 && name.includes(NULL_CHARACTER)) return null;
    const isKnown = names === null ? hasName(found, count, name) : names.has(name);
    names?.add(name);
    if (!isKnown) {
      found[count++] = new SlimAttribute(name, name === "class" ? oneCopy(value, classes) : value);
    }
  }
  return found.slice(0, count);
}

/** The place of a name in NAMES, in whatever case it is written; -1 for a rare one. */
function placeOf(html: string, start: number, end: number): number {
  const place = NAMES.find(html, start, end);
  if (place >= 0 || !hasCapital(html, start, end)) return place;
  const name = foldName(html.slice(start, end));
  return NAMES.find(name, 0, name.length);
}

function hasCapital(html: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = html.charCodeAt(at);
    if (code >= FIRST_CAPITAL && code <= LAST_CAPITAL) return true;
  }
  return false;
}

const [FIRST_CAPITAL, LAST_CAPITAL] = [0x41, 0x5a];

function oneCopy(text: string, copies: Map<string, string>): string {
  const known = copies.get(text);
  if (known !== undefined) return known;
  copies.set(text, text);
  return text;
}

function hasName(found: readonly SlimAttribute[], count: number, name: string): boolean {
  for (let i = 0; i < count; i++) if ((found[i] as SlimAttribute).name === name) return true;
  return false;
}

function readValue(raw: string): string | null {
  // A reference without its semicolon may be none: parse5 knows.
  const value = decodeValue(raw);
  return value !== null && value.includes("\r") ? value.replaceAll(/\r\n?/g, "\n") : value;
}

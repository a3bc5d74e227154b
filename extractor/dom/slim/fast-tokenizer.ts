/* oxlint-disable no-underscore-dangle -- parse5 names its protected methods so, and they are what is overridden here */
import { html as htmlNames, InsertionMode, Token, Tokenizer, TokenizerMode, type TokenHandler } from "parse5";
import { rawTextEnd } from "../prune/raw-text.ts";
import { emptyTag, foldName, scanTag, USUAL_TAGS, type ScannedTag } from "../prune/scan-tag.ts";
import { PLAIN_NAMES } from "./attribute.ts";
import { decodeCommon, decodeValue } from "./common-references.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const LESS = 60;
const SLASH = 47;
/** What parse5 calls each usual tag, by its place. */
const TAG_IDS: readonly htmlNames.TAG_ID[] = USUAL_TAGS.names.map(htmlNames.getTagID);
/** Of a tag without any; nothing is ever added to it. */
const NO_ATTRIBUTES: Token.Attribute[] = [];
/** Where the white space before a text is put in like the text itself. */
const TEXT_MODES: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
]);

/** What is kept while the attributes of a page are read. */
interface Reading {
  /** The one copy of each class text: names that are the same string are found at a glance by all who read them. */
  readonly classes: Map<string, string>;
  /** Those of the tag at hand, first, to be copied: a list that grows gets room for seventeen. */
  readonly found: Token.Attribute[];
  /** Whether the page has carriage returns. */
  hasReturns: boolean;
}

/** What the tokenizer asks of the parser that it feeds. */
interface ParserState {
  readonly insertionMode: InsertionMode;
  /** A line feed that comes next is dropped. */
  readonly skipNextNewLine: boolean;
}

/** Beyond so many attributes a set finds repeated names; below it, looking through them is quicker. */
const FEW_ATTRIBUTES = 24;

/**
 * parse5's tokenizer, which reads a page character by character, with a quick way through what most of a page is: text and
 * well-formed tags are each read in one go. Whatever else stands at the current place (comments, raw text, rare character
 * references, a tag that the page ends in) is left to parse5. The tokens are the same, but for runs of text, which come
 * whole and not word by word; no tree differs by that, framesets aside.
 */
export class FastTokenizer extends Tokenizer {
  private readonly tag: ScannedTag = emptyTag();
  private readonly parser: ParserState;
  private readonly reading: Reading = { classes: new Map(), found: [], hasReturns: true };
  /** parse5 keeps start tags, for some elements come again; of an end tag it keeps nothing. */
  private readonly endTag: Token.TagToken = {
    type: Token.TokenType.END_TAG,
    tagName: "",
    tagID: htmlNames.TAG_ID.UNKNOWN,
    selfClosing: false,
    ackSelfClosing: false,
    attrs: NO_ATTRIBUTES,
    location: null,
  };
  /** Framesets keep the white space between words that they drop: from the first on every token is parse5's. */
  private inFrames = false;

  constructor(parser: TokenHandler & ParserState) {
    super({ sourceCodeLocationInfo: false }, parser);
    this.parser = parser;
  }

  protected override _runParsingLoop(): void {
    if (this.inLoop) return;
    this.inLoop = true;
    // The input stays whole: nothing here reads in chunks.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
    this.reading.hasReturns = this.preprocessor.html.includes("\r");
    while (this.active && !this.paused) {
      if (this.state === TokenizerMode.DATA && !this.inFrames && this.passQuickly()) continue;
      this.consumedAfterSnapshot = 0;
      const codePoint = this._consume();
      if (!this._ensureHibernation()) this._callState(codePoint);
    }
    this.inLoop = false;
  }

  /** Reads a run of text or a tag; false, with nothing read, when it is not of the usual kind. */
  private passQuickly(): boolean {
    const { html, pos } = this.preprocessor;
    const at = pos + 1;
    if (at >= html.length) return false;
    const code = html.charCodeAt(at);
    // After a carriage return that parse5 has read, a line feed is no character of its own.
    if (code === LINE_FEED) return html.charCodeAt(pos) !== CARRIAGE_RETURN && this.passText(html, at);
    if (code !== LESS) return this.passText(html, at);
    const next = html.charCodeAt(at + 1);
    if (isLetter(next)) return this.passStartTag(html, at);
    return next === SLASH && isLetter(html.charCodeAt(at + 2)) && this.passEndTag(html, at);
  }

  /** Reads a script that is text up to its end tag. */
  private passScript(html: string, at: number): void {
    const end = rawTextEnd(html, "script", at);
    const script = html.slice(at, end);
    if (end === at || end === html.length || script.includes("<!--") || script.includes("\r")) return;
    this.preprocessor.pos = end - 1;
    this.emitText(script);
  }

  private passText(html: string, at: number): boolean {
    const mark = html.indexOf("<", at);
    const raw = html.slice(at, mark < 0 ? html.length : mark);
    const known = raw.includes("&") ? decodeCommon(raw) : { text: raw, length: raw.length };
    if (known.length === 0) return false;
    const text = this.reading.hasReturns ? known.text.replaceAll(/\r\n?/g, "\n") : known.text;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = at + known.length - 1;
    const space = leadingSpace(text);
    if (space > 0 && (space === text.length || !this.takesWhole())) {
      const type = Token.TokenType.WHITESPACE_CHARACTER;
      const chars = space === text.length ? text : text.slice(0, space);
      this.handler.onWhitespaceCharacter({ type, chars, location: null });
      if (space < text.length) this.emitText(text.slice(space));
    } else this.emitText(text);
    return true;
  }

  private emitText(chars: string): void {
    this.handler.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null });
  }

  /** Whether a text with white space before it may be put in as one: in two, it would be glued together again. */
  private takesWhole(): boolean {
    return !this.parser.skipNextNewLine && TEXT_MODES.has(this.parser.insertionMode);
  }

  private passStartTag(html: string, at: number): boolean {
    const { tag } = this;
    if (!scanTag(html, at + 1, tag)) return false;
    this.inFrames = tag.name === "frameset";
    const attrs = tag.attributeCount === 0 ? NO_ATTRIBUTES : readAttributes(html, tag, this.reading);
    if (attrs === null) return false;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = tag.end - 1;
    this.lastStartTagName = tag.name;
    // As parse5's own emitCurrentTagToken hands it on, but that its ID needs no look-up.
    this.handler.onStartTag({
      type: Token.TokenType.START_TAG,
      tagName: tag.name,
      tagID: idOf(tag),
      selfClosing: tag.selfClosing,
      ackSelfClosing: false,
      attrs,
      location: null,
    });
    if (this.state === TokenizerMode.SCRIPT_DATA) this.passScript(html, tag.end);
    return true;
  }

  private passEndTag(html: string, at: number): boolean {
    const { tag, endTag } = this;
    if (!scanTag(html, at + 2, tag)) return false;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = tag.end - 1;
    endTag.tagName = tag.name;
    endTag.tagID = idOf(tag);
    endTag.selfClosing = tag.selfClosing;
    this.handler.onEndTag(endTag);
    return true;
  }
}

const idOf = (tag: ScannedTag): htmlNames.TAG_ID =>
  tag.place >= 0 ? (TAG_IDS[tag.place] as htmlNames.TAG_ID) : htmlNames.getTagID(tag.name);

/** Characters of white space (HTML's, without carriage returns) that a text begins with. */
function leadingSpace(text: string): number {
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== LINE_FEED && code !== 9 && code !== 12) break;
  }
  return at;
}

/** A tag's attributes, the first of each name; null when one holds a character reference that is not a common one. */
function readAttributes(
  html: string,
  tag: ScannedTag,
  { classes, found, hasReturns }: Reading,
): Token.Attribute[] | null {
  let count = 0;
  const names = tag.attributeCount > FEW_ATTRIBUTES ? new Set<string>() : null;
  for (let index = 0; index < tag.attributeCount; index++) {
    const raw = html.slice(tag.valueStarts[index], tag.valueEnds[index]);
    const value = hasReturns || raw.includes("&") ? readValue(raw) : raw;
    if (value === null) return null;
    const name = readName(html, tag.nameStarts[index] as number, tag.nameEnds[index] as number);
    const isKnown = names === null ? hasName(found, count, name) : names.has(name);
    names?.add(name);
    if (!isKnown) found[count++] = { name, value: name === "class" ? oneCopy(value, classes) : value };
  }
  return found.slice(0, count);
}

function readName(html: string, start: number, end: number): string {
  const place = PLAIN_NAMES.find(html, start, end);
  return place < 0 ? foldName(html.slice(start, end)) : (PLAIN_NAMES.names[place] as string);
}

function oneCopy(text: string, copies: Map<string, string>): string {
  const known = copies.get(text);
  if (known !== undefined) return known;
  copies.set(text, text);
  return text;
}

function hasName(found: readonly Token.Attribute[], count: number, name: string): boolean {
  for (let i = 0; i < count; i++) if ((found[i] as Token.Attribute).name === name) return true;
  return false;
}

function readValue(raw: string): string | null {
  // A reference without its semicolon may be none: parse5 knows.
  const value = decodeValue(raw);
  return value !== null && value.includes("\r") ? value.replaceAll(/\r\n?/g, "\n") : value;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

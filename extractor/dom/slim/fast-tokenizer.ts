/* oxlint-disable no-underscore-dangle -- parse5 names its protected methods so, and they are what is overridden here */
import { html as htmlNames, Token, Tokenizer, TokenizerMode } from "parse5";
import { emptyTag, scanTag, type ScannedTag } from "../prune/scan-tag.ts";
import { plainName } from "./attribute.ts";
import { decodeCommon, UNKNOWN_REFERENCE } from "./common-references.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const LESS = 60;
const SLASH = 47;
const LEADING_SPACE = /^[\t\n\f ]+/;
const UPPER = /[A-Z]+/g;
const HAS_UPPER = /[A-Z]/;
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
  /** Framesets keep the white space between words that they drop: from the first on every token is parse5's. */
  private inFrames = false;

  protected override _runParsingLoop(): void {
    if (this.inLoop) return;
    this.inLoop = true;
    // The input stays whole: nothing here reads in chunks.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
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

  private passText(html: string, at: number): boolean {
    const mark = html.indexOf("<", at);
    const raw = html.slice(at, mark < 0 ? html.length : mark);
    const known = raw.includes("&") ? decodeCommon(raw) : { text: raw, length: raw.length };
    if (known.length === 0) return false;
    const text = known.text.includes("\r") ? known.text.replaceAll(/\r\n?/g, "\n") : known.text;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = at + known.length - 1;
    const space = LEADING_SPACE.exec(text)?.[0] ?? "";
    if (space !== "") {
      const type = Token.TokenType.WHITESPACE_CHARACTER;
      this.handler.onWhitespaceCharacter({ type, chars: space, location: null });
    }
    if (space.length < text.length) {
      const type = Token.TokenType.CHARACTER;
      this.handler.onCharacter({ type, chars: text.slice(space.length), location: null });
    }
    return true;
  }

  private passStartTag(html: string, at: number): boolean {
    const { tag } = this;
    if (!scanTag(html, at + 1, tag)) return false;
    this.inFrames = tag.name === "frameset";
    const attrs = readAttributes(html, tag);
    if (attrs === null) return false;
    this.passTag(Token.TokenType.START_TAG, attrs);
    return true;
  }

  private passEndTag(html: string, at: number): boolean {
    if (!scanTag(html, at + 2, this.tag)) return false;
    this.passTag(Token.TokenType.END_TAG, []);
    return true;
  }

  private passTag(type: Token.TagToken["type"], attrs: Token.Attribute[]): void {
    const { tag } = this;
    this._emitCurrentCharacterToken(null);
    this.currentToken = {
      type,
      tagName: tag.name,
      tagID: htmlNames.TAG_ID.UNKNOWN,
      selfClosing: tag.selfClosing,
      ackSelfClosing: false,
      attrs,
      location: null,
    };
    this.preprocessor.pos = tag.end - 1;
    this.emitCurrentTagToken();
  }
}

/** A tag's attributes, the first of each name; null when one holds a character reference that is not a common one. */
function readAttributes(html: string, tag: ScannedTag): Token.Attribute[] | null {
  const attrs: Token.Attribute[] = [];
  const names = tag.attributeCount > FEW_ATTRIBUTES ? new Set<string>() : null;
  for (let index = 0; index < tag.attributeCount; index++) {
    const raw = html.slice(tag.valueStarts[index], tag.valueEnds[index]);
    const value = raw.includes("&") || raw.includes("\r") ? readValue(raw) : raw;
    if (value === null) return null;
    const written = html.slice(tag.nameStarts[index], tag.nameEnds[index]);
    const name = plainName(written) ?? lowerCase(written);
    const isKnown = names === null ? hasName(attrs, name) : names.has(name);
    names?.add(name);
    if (!isKnown) attrs.push({ name, value });
  }
  return attrs;
}

function hasName(attrs: readonly Token.Attribute[], name: string): boolean {
  for (const attribute of attrs) if (attribute.name === name) return true;
  return false;
}

function readValue(raw: string): string | null {
  const decoded = raw.replaceAll("&amp;", "\0");
  // In a value a reference without its semicolon may be none: parse5 knows.
  if (UNKNOWN_REFERENCE.test(decoded)) return null;
  return decoded.replaceAll("\0", "&").replaceAll(/\r\n?/g, "\n");
}

/** Names fold only their ASCII letters (HTML Standard §13.2.5.33). */
function lowerCase(name: string): string {
  return HAS_UPPER.test(name) ? name.replaceAll(UPPER, (letters) => letters.toLowerCase()) : name;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

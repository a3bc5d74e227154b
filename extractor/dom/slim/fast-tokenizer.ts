/* oxlint-disable no-underscore-dangle -- parse5 names its protected methods so, and they are what is overridden here */
import { html as htmlNames, InsertionMode, Token, Tokenizer, TokenizerMode, type TokenHandler } from "parse5";
import {
  isPlainTag,
  judgeComment,
  judgeDrawing,
  judgeElement,
  passTag,
  type Whereabouts,
} from "../prune/judge-element.ts";
import { commentEnd, rawTextEnd } from "../prune/raw-text.ts";
import { emptyTag, scanTag, USUAL_TAGS, type ScannedTag } from "../prune/scan-tag.ts";
import { contentEnd, isLetter } from "../prune/walk-markup.ts";
import { NO_ATTRIBUTES } from "./attribute.ts";
import { decodeCommon } from "./common-references.ts";
import { newReading, NULL_CHARACTER, readAttributes, type AttributeReading } from "./read-attributes.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const LESS = 60;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
/** What parse5 calls each usual tag, by its place. */
const TAG_IDS: readonly htmlNames.TAG_ID[] = USUAL_TAGS.names.map(htmlNames.getTagID);
/** Where the white space before a text is put in like the text itself. */
const TEXT_MODES: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
]);

/** What the tokenizer asks of the parser that it feeds. */
interface ParserState {
  readonly insertionMode: InsertionMode;
  /** A line feed that comes next is dropped. */
  readonly skipNextNewLine: boolean;
}

export interface TokenizerOptions {
  /** Whether what pruneHtml drops is left out, with the attributes that nobody asks for. */
  readonly prunes: boolean;
}

/**
 * parse5's tokenizer, which reads a page character by character, with a quick way through what most of a page is: text and
 * well-formed tags are each read in one go. Whatever else stands at the current place (comments, raw text, rare character
 * references, a tag that the page ends in) is left to parse5. The tokens are the same, but for runs of text, which come
 * whole and not word by word; no tree differs by that, framesets aside. Told to prune, it passes over what it leaves out:
 * no text of the page without it need be put together first.
 */
export class FastTokenizer extends Tokenizer {
  private readonly tag: ScannedTag = emptyTag();
  private readonly parser: ParserState;
  private readonly prunes: boolean;
  private readonly reading: AttributeReading = newReading();
  private readonly where: Whereabouts = { begun: false, inHead: false };
  /** Nothing is left out before this place: it is inside of a drawing or formula that stays, or of a title or the like. */
  private keptUntil = 0;
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
  /** Where the next markup begins, and where the text before it ends: kept, for one with odd characters is read in many pieces. */
  private markAt = 0;
  private textEnd = 0;
  /** Framesets keep the white space between words that they drop: from the first on every token is parse5's. */
  private inFrames = false;

  constructor(parser: TokenHandler & ParserState, { prunes }: TokenizerOptions) {
    super({ sourceCodeLocationInfo: false }, parser);
    this.parser = parser;
    this.prunes = prunes;
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
    if (next === SLASH) return isLetter(html.charCodeAt(at + 2)) && this.passEndTag(html, at);
    if (next === BANG) return this.prunes && at >= this.keptUntil && this.passComment(html, at);
    // It begins nothing.
    return next !== QUESTION && this.passText(html, at);
  }

  /** Reads a comment of which not all is kept. */
  private passComment(html: string, at: number): boolean {
    if (!html.startsWith("<!--", at)) return false;
    const end = commentEnd(html, at);
    const data = judgeComment(html, at, end);
    if (data === null) return false;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = end - 1;
    this.handler.onComment({ type: Token.TokenType.COMMENT, data, location: null });
    return true;
  }

  /** Reads a script that is text up to its end tag. */
  private passScript(html: string, at: number): void {
    const end = rawTextEnd(html, "script", at);
    const script = html.slice(at, end);
    if (end === at || end === html.length || script.includes("<!--") || script.includes("\r")) return;
    if (script.includes(NULL_CHARACTER)) return;
    this.preprocessor.pos = end - 1;
    this.emitText(script);
  }

  private passText(html: string, at: number): boolean {
    if (this.textEnd <= at) this.findTextEnd(html, at);
    const raw = html.slice(at, this.textEnd);
    const known = raw.includes("&") ? decodeCommon(raw) : { text: raw, length: raw.length };
    if (known.length === 0) return false;
    const text = this.reading.hasReturns ? known.text.replaceAll(/\r\n?/g, "\n") : known.text;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = at + known.length - 1;
    this.emitRun(text);
    return true;
  }

  private findTextEnd(html: string, at: number): void {
    if (this.markAt <= at) {
      const mark = html.indexOf("<", at + 1);
      this.markAt = mark < 0 ? html.length : mark;
    }
    const nullAt = html.slice(at, this.markAt).indexOf(NULL_CHARACTER);
    this.textEnd = nullAt < 0 ? this.markAt : at + nullAt;
  }

  /** Emits text that may begin with white space. */
  private emitRun(text: string): void {
    const space = leadingSpace(text);
    if (space > 0 && (space === text.length || !this.takesWhole())) {
      const type = Token.TokenType.WHITESPACE_CHARACTER;
      const chars = space === text.length ? text : text.slice(0, space);
      this.handler.onWhitespaceCharacter({ type, chars, location: null });
      if (space < text.length) this.emitText(text.slice(space));
    } else this.emitText(text);
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
    if (!scanTag(html, at + 1, tag) || hasOddName(tag)) return false;
    this.inFrames = tag.name === "frameset";
    const prunes = this.prunes && at >= this.keptUntil;
    if (prunes && this.leavesOut(html, tag)) return true;
    const attrs = tag.attributeCount === 0 ? NO_ATTRIBUTES : readAttributes(html, tag, this.reading, prunes);
    if (attrs === null) return false;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = tag.end - 1;
    this.emitStartTag(tag, attrs);
    if (this.state === TokenizerMode.SCRIPT_DATA) this.passScript(html, tag.end);
    else if (prunes && !isPlainTag(tag)) this.keepContent(html, tag);
    return true;
  }

  /** As parse5's own emitCurrentTagToken hands it on, but that its ID needs no look-up. */
  private emitStartTag(tag: ScannedTag, attrs: Token.Attribute[]): void {
    this.lastStartTagName = tag.name;
    this.handler.onStartTag({
      type: Token.TokenType.START_TAG,
      tagName: tag.name,
      tagID: idOf(tag),
      selfClosing: tag.selfClosing,
      ackSelfClosing: false,
      attrs,
      location: null,
    });
  }

  /** Passes over an element that pruning drops. */
  private leavesOut(html: string, tag: ScannedTag): boolean {
    passTag(this.where, tag.name);
    const drop = isPlainTag(tag) ? null : judgeElement(html, tag, this.where.inHead);
    if (drop === null) return false;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = drop.end - 1;
    if (drop.keepsPlace) {
      tag.selfClosing = false;
      this.emitStartTag(tag, NO_ATTRIBUTES);
      // The parser made ready for its text.
      this.state = TokenizerMode.DATA;
      this.emitEndTag(tag);
    }
    return true;
  }

  /** Sees to it that the content of an element stays as it is, but for drawings that say nothing. */
  private keepContent(html: string, tag: ScannedTag): void {
    if (tag.name !== "svg" || tag.selfClosing) {
      this.keptUntil = contentEnd(html, tag);
      return;
    }
    const { close, end, blank } = judgeDrawing(html, tag.end);
    this.keptUntil = end;
    if (blank !== null) {
      this.preprocessor.pos = close - 1;
      if (blank !== "") this.emitRun(this.reading.hasReturns ? blank.replaceAll(/\r\n?/g, "\n") : blank);
    }
  }

  private passEndTag(html: string, at: number): boolean {
    const { tag } = this;
    if (!scanTag(html, at + 2, tag) || hasOddName(tag)) return false;
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = tag.end - 1;
    this.emitEndTag(tag);
    return true;
  }

  private emitEndTag(tag: ScannedTag): void {
    const { endTag } = this;
    endTag.tagName = tag.name;
    endTag.tagID = idOf(tag);
    endTag.selfClosing = tag.selfClosing;
    this.handler.onEndTag(endTag);
  }
}

const hasOddName = ({ place, name }: ScannedTag): boolean => place < 0 && name.includes(NULL_CHARACTER);

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

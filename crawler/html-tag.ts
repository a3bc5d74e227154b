import { decodeAttribute } from "./decode-references.ts";

/** The attributes of one start tag; to be asked while the scanner hands the tag out. */
export interface HtmlAttributes {
  /** Value of the first attribute of that name, or null. */
  get(name: string): string | null;
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const END = 0x3e;

/** HTML's white space: tab, line feed, form feed, carriage return, space. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 || (code <= 0x0d && (code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c))
  );
}

/** A tag as it stands in the text: where its parts begin and end, so that what nobody asks for is not cut out. */
export interface TagReader extends HtmlAttributes {
  readonly selfClosing: boolean;
  /** Lower-case. */
  readonly name: string;
  /**
   * Reads the tag whose name begins at `start`.
   * @returns The index behind its `>`, or -1 where the text ends within it: such a tag is dropped.
   */
  read(start: number): number;
}

/** Reads tags as the HTML standard's tokenizer does (§13.2.5.8 and §13.2.5.32 to §13.2.5.40). */
export function createTagReader(html: string): TagReader {
  const { length } = html;
  /** Begin and end of name and value of each attribute; a value of -1 is an empty one. */
  const spans: number[] = [];
  const tag = { nameFrom: 0, nameTo: 0, selfClosing: false };

  function skipSpace(from: number): number {
    let at = from;
    while (at < length && isSpace(html.charCodeAt(at))) at += 1;
    return at;
  }

  /** The index behind the value that begins at `from`; -1 where the text ends before it does. */
  function readValue(from: number): number {
    const code = html.charCodeAt(from);
    if (code === QUOTE || code === APOSTROPHE) {
      const close = html.indexOf(code === QUOTE ? '"' : "'", from + 1);
      if (close === -1) return -1;
      spans.push(from + 1, close);
      return close + 1;
    }
    let at = from;
    while (at < length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== END) at += 1;
    spans.push(from, at);
    return at;
  }

  /** The index behind the attribute that begins at `from`, its value included. */
  function readAttribute(from: number): number {
    // A leading `=` belongs to the name.
    let at = from + 1;
    for (; at < length; at += 1) {
      const code = html.charCodeAt(at);
      if (code === EQUALS || code === END || code === SLASH || isSpace(code)) break;
    }
    spans.push(from, at);
    at = skipSpace(at);
    if (html.charCodeAt(at) !== EQUALS) {
      spans.push(-1, -1);
      return at;
    }
    return readValue(skipSpace(at + 1));
  }

  return {
    // Cut out for those who ask: nobody asks for the names of most end tags.
    get name() {
      return html.slice(tag.nameFrom, tag.nameTo).toLowerCase();
    },
    get selfClosing() {
      return tag.selfClosing;
    },
    get(name) {
      for (let i = 0; i < spans.length; i += 4) {
        const [from = 0, to = 0] = [spans[i], spans[i + 1]];
        if (to - from !== name.length || html.slice(from, to).toLowerCase() !== name) continue;
        const [begin = -1, end = -1] = [spans[i + 2], spans[i + 3]];
        return begin === -1 ? "" : decodeAttribute(html.slice(begin, end));
      }
      return null;
    },
    read(start) {
      spans.length = 0;
      tag.selfClosing = false;
      let at = start;
      for (; at < length; at += 1) {
        const code = html.charCodeAt(at);
        if (code === END || code === SLASH || isSpace(code)) break;
      }
      tag.nameFrom = start;
      tag.nameTo = at;
      while (at < length && at !== -1) {
        const code = html.charCodeAt(at);
        if (code === END) return at + 1;
        tag.selfClosing = code === SLASH && html.charCodeAt(at + 1) === END;
        if (code === SLASH || isSpace(code)) at += 1;
        else at = readAttribute(at);
      }
      return -1;
    },
  };
}

/**
 * Texts as UTF-16 code units, one after the other in one array. Asked for its characters one by one, a string costs several times as
 * much: V8 finds out anew for each how the string is kept, whole, cut out of another or glued together.
 */
export interface TextCodes {
  readonly codes: Uint16Array;
  /** Where each text begins, and at last where the last one ends. */
  readonly starts: Int32Array;
}

/** One of the texts, from `start` to before `end`. Readers of many texts move one of these from text to text. */
export interface CodeSpan {
  readonly codes: Uint16Array;
  start: number;
  end: number;
}

/** Bytes of a code unit. */
const UNIT = 2;

export function codesOf(texts: readonly { readonly text: string }[]): TextCodes {
  const starts = new Int32Array(texts.length + 1);
  let length = 0;
  for (let i = 0; i < texts.length; i++) {
    length += (texts[i] as { readonly text: string }).text.length;
    starts[i + 1] = length;
  }
  const bytes = Buffer.from(new ArrayBuffer(UNIT * length));
  for (let i = 0; i < texts.length; i++)
    bytes.write((texts[i] as { readonly text: string }).text, UNIT * (starts[i] as number), "utf16le");
  return { codes: new Uint16Array(bytes.buffer, bytes.byteOffset, length), starts };
}

/** A text of its own, as a span. */
export function spanOver(text: string): CodeSpan {
  const { codes } = codesOf([{ text }]);
  return { codes, start: 0, end: codes.length };
}

/** Makes one text after the other code units, in one array that grows as need be: the span holds until the next text. */
export function createCodeReader(): (text: string) => CodeSpan {
  let bytes = Buffer.alloc(0);
  const span = { codes: new Uint16Array(0), start: 0, end: 0 };
  return (text) => {
    const { length } = text;
    if (length > span.codes.length) {
      bytes = Buffer.from(new ArrayBuffer(2 * UNIT * length));
      span.codes = new Uint16Array(bytes.buffer);
    }
    bytes.write(text, "utf16le");
    span.end = length;
    return span;
  };
}

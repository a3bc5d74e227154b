import { foldSpace } from "../blocks.ts";
import { isSentence, isWrapped } from "./line-shape.ts";

/**
 * A line of a plain-text dump: the block of text mode. Dumps put a paragraph on a line; where they break lines at a
 * width, the lines of a paragraph are one block.
 */
export interface Line {
  /** Place among the blocks, from 0. */
  readonly index: number;
  /** Number of its first line in the dump, from 1. */
  readonly number: number;
  /** As it stands in the dump, trimmed; broken lines joined by a space. Never empty. */
  readonly text: string;
  /** `text` with white space folded and invisible marks dropped; empty where nothing else is there. */
  readonly folded: string;
  /** True when a blank line stands before it. */
  readonly gapBefore: boolean;
}

/** A dump as the passes see it. */
export interface Dump {
  readonly lines: readonly Line[];
  readonly url: string | null;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

interface RawLine {
  readonly number: number;
  readonly text: string;
  readonly gapBefore: boolean;
}

/** Reads a dump into lines. Every character that is not white space is in exactly one of them. */
export function readDump(dump: string, url: string | null): Dump {
  const raw: RawLine[] = [];
  let blank = false;
  for (const [at, line] of dump.split(LINE_END).entries()) {
    const trimmed = line.trim();
    if (trimmed === "") {
      blank = true;
    } else {
      raw.push({ number: at + 1, text: trimmed, gapBefore: blank && raw.length > 0 });
      blank = false;
    }
  }
  const lines = joinWrapped(raw).map(({ number, text, gapBefore }, index) => ({
    index,
    number,
    text,
    gapBefore,
    folded: foldSpace(text),
  }));
  return { lines, url };
}

/** Joins the lines of paragraphs that were broken at a width; everything else stays a line. */
function joinWrapped(raw: readonly RawLine[]): RawLine[] {
  const joined: RawLine[] = [];
  for (let at = 0; at < raw.length;) {
    let end = at + 1;
    while (end < raw.length && raw[end]?.gapBefore === false) {
      end += 1;
    }
    const run = raw.slice(at, end);
    const first = run[0] as RawLine;
    const texts = run.map(({ text }) => text);
    if (isWrapped(texts) && isSentence(texts.at(-1) ?? "")) {
      joined.push({ ...first, text: texts.join(" ") });
    } else {
      joined.push(...run);
    }
    at = end;
  }
  return joined;
}

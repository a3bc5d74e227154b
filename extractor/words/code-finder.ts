/** The phrase finder for texts as code units, whose capitals it reads as small letters without making the text so. */
import { classOf, lowerCase, NOT_SIMPLE } from "../char-classes.ts";
import type { CodeSpan } from "../text-codes.ts";
import type { Phrase } from "./expand-pattern.ts";
import { buildWays } from "./phrase-finder.ts";

/** Which of the lists have a phrase in the text, as a bit mask. Characters that are not simple are read as they are. */
export type CodeFinder = (text: CodeSpan) => number;

const CODE_UNITS = 0x1_0000;

/** Builds the finder when first asked. At most 31 lists, of phrases in lower case. */
export function createCodeFinder(patterns: readonly RegExp[]): CodeFinder {
  const made: { find?: CodeFinder } = {};
  return (text) => (made.find ??= buildFinder(patterns))(text);
}

function buildFinder(patterns: readonly RegExp[]): CodeFinder {
  const { classes, width, ways, endings } = buildWays(patterns);
  const ofCode = new Uint16Array(CODE_UNITS);
  for (let code = 0; code < CODE_UNITS; code++) ofCode[code] = classes[smallOf(code)] as number;
  return (text) => {
    const { codes, start, end } = text;
    let state = 0;
    let found = 0;
    for (let at = start; at < end; at++) {
      state = ways[state * width + (ofCode[codes[at] as number] as number)] as number;
      const here = endings[state];
      if (here) for (const { phrase, bit } of here) if (fits(phrase, text, at + 1)) found |= bit;
    }
    return found;
  };
}

const smallOf = (code: number): number => ((classOf(code) & NOT_SIMPLE) === 0 ? lowerCase(code) : code);

/** Whether the phrase that ends at `end` has the edges that it needs. */
function fits({ text: phrase, before, after }: Phrase, text: CodeSpan, end: number): boolean {
  const start = end - phrase.length;
  if (before === "start" && start > text.start) return false;
  if (before === "edge" && !isEdge(text, start)) return false;
  return after === "any" || isEdge(text, end);
}

/** `\b`: a letter, digit or underscore of ASCII on one side only. */
const isEdge = (text: CodeSpan, at: number): boolean => isPlain(text, at - 1) !== isPlain(text, at);

function isPlain({ codes, start, end }: CodeSpan, at: number): boolean {
  if (at < start || at >= end) return false;
  const code = smallOf(codes[at] as number);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

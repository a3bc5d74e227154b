/**
 * Spells out a regular expression that stands for a list of phrases: alternatives, groups, characters in brackets, `?`, and
 * `^` or `\b` at the edges. Lists are easier to read as such an expression, and faster to look for as phrases.
 */

/** A phrase, and what its edges must be. */
export interface Phrase {
  readonly text: string;
  /** Whether it begins the text (`^`), or must have an edge of a word (`\b`) before it. */
  readonly before: "start" | "edge" | "any";
  readonly after: "edge" | "any";
}

const START = "^";
const EDGE = "\\b";

/** A part of a phrase: START, EDGE, or one character. */
type Parts = readonly string[];

interface Reader {
  readonly source: string;
  at: number;
}

/** Every phrase that the expression matches. Throws for an expression that is more than a list of phrases. */
export function expandPattern(pattern: RegExp): readonly Phrase[] {
  const reader: Reader = { source: pattern.source, at: 0 };
  const phrases = readAlternatives(reader).map(toPhrase);
  if (reader.at < reader.source.length) throw unreadable(reader);
  return phrases;
}

function readAlternatives(reader: Reader): readonly Parts[] {
  const all = [...readSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    all.push(...readSequence(reader));
  }
  return all;
}

function readSequence(reader: Reader): readonly Parts[] {
  let all: readonly Parts[] = [[]];
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at] ?? "")) {
    let next = readAtom(reader);
    if (reader.source[reader.at] === "?") {
      reader.at++;
      next = [...next, []];
    }
    all = all.flatMap((before) => next.map((after) => before.concat(after)));
  }
  return all;
}

function readAtom(reader: Reader): readonly Parts[] {
  const char = reader.source[reader.at++] ?? "";
  if (char === "(") return readGroup(reader);
  if (char === "[") return readBrackets(reader);
  if (char === "\\") return [[readEscape(reader)]];
  if ("*+{}.$".includes(char)) throw unreadable(reader);
  return [[char === "^" ? START : char]];
}

function readGroup(reader: Reader): readonly Parts[] {
  if (reader.source[reader.at] === "?") throw unreadable(reader);
  const all = readAlternatives(reader);
  if (reader.source[reader.at++] !== ")") throw unreadable(reader);
  return all;
}

function readBrackets(reader: Reader): readonly Parts[] {
  const end = reader.source.indexOf("]", reader.at);
  const chars = reader.source.slice(reader.at, end);
  if (end < 0 || /[\\^-]/.test(chars)) throw unreadable(reader);
  reader.at = end + 1;
  return Array.from(chars, (char) => [char]);
}

function readEscape(reader: Reader): string {
  const char = reader.source[reader.at++] ?? "";
  if (char === "b") return EDGE;
  if (/[\p{L}\p{N}]/u.test(char)) throw unreadable(reader);
  return char;
}

function toPhrase(parts: Parts): Phrase {
  const first = parts[0] ?? "";
  const isMarked = first === START || first === EDGE;
  const isEdged = parts.length > 1 && parts.at(-1) === EDGE;
  const text = parts.slice(isMarked ? 1 : 0, isEdged ? -1 : undefined);
  if (text.length === 0 || text.some((part) => part === START || part === EDGE))
    throw new Error(`not a phrase: ${parts.join("")}`);
  return {
    text: text.join(""),
    before: first === START ? "start" : first === EDGE ? "edge" : "any",
    after: isEdged ? "edge" : "any",
  };
}

const unreadable = ({ source, at }: Reader): Error =>
  new Error(`not a list of phrases, at character ${at}: ${source}`);

import { createWordTable, EMPTY_HASH, hashOn, type WordTable } from "../words/word-table.ts";

/**
 * What elements are called, in `class` and `id`. Every pass asks for the names of the same elements: they are looked through
 * once, letter by letter, for the words of all passes' sets together.
 */

/** A set of words that a pass looks for in names: one bit, so that names hold the answers for all sets in one number. */
export type NameSet = number;

/** What an element's names say. */
export interface Names {
  /** Bits of the sets that have one of the words. */
  readonly sets: number;
  /** `author-box`, `about-author`. */
  readonly isAuthorNote: boolean;
  /** The same, or `about-the-author`, as boxes are called rather than lines. */
  readonly isAboutAuthor: boolean;
}

/** Each word that some set has, with the bits of those that do. */
const SETS_OF_WORD = new Map<string, number>();
const made: NameSet[] = [];
/** The same to look words up in; made when first asked for. */
const known: { table: WordTable<number> | null } = { table: null };

/** A set of words to look for. At most 31 in all, made while the modules load. */
export function nameSet(...words: readonly string[]): NameSet {
  const set = 1 << made.length;
  made.push(set);
  known.table = null;
  for (const word of words) {
    SETS_OF_WORD.set(word, (SETS_OF_WORD.get(word) ?? 0) | set);
  }
  return set;
}

/** Two words that mean it together. */
const AUTHOR_NOTE = /author[-_]?(?:bio|box|info|description|card|about|profile|blurb)|about[-_]?author/u;
const ABOUT_AUTHOR = /about[-_](?:the[-_])?author/u;

const NO_NAMES: Names = { sets: 0, isAuthorNote: false, isAboutAuthor: false };

/** What an element is called. */
export function readNames(element: Element): Names {
  const classes = element.getAttribute("class") ?? "";
  const id = element.getAttribute("id") ?? "";
  const [ofClass, ofId] = [classes.toLowerCase(), id.toLowerCase()];
  const sets = setsIn(classes, ofClass) | setsIn(id, ofId);
  // Few names have the word.
  if (!ofClass.includes("author") && !ofId.includes("author")) {
    return sets === 0 ? NO_NAMES : { sets, isAuthorNote: false, isAboutAuthor: false };
  }
  const isAuthorNote = AUTHOR_NOTE.test(ofClass) || AUTHOR_NOTE.test(ofId);
  const isAboutAuthor = isAuthorNote || ABOUT_AUTHOR.test(ofClass) || ABOUT_AUTHOR.test(ofId);
  return { sets, isAuthorNote, isAboutAuthor };
}

/** Space, hyphens and underscores part names, and a capital after a small letter. */
function setsIn(names: string, lower: string): number {
  const table = (known.table ??= createWordTable(SETS_OF_WORD));
  const { length } = lower;
  let sets = 0;
  let start = 0;
  let hash = EMPTY_HASH;
  let before = NaN;
  for (let at = 0; at < length; at += 1) {
    const code = names.charCodeAt(at);
    const isApart = isSeparator(code);
    if (isApart || (isCapital(code) && isSmall(before))) {
      sets |= table.find(lower, start, at, hash) ?? 0;
      start = isApart ? at + 1 : at;
      hash = EMPTY_HASH;
    }
    if (!isApart) {
      hash = hashOn(hash, lower.charCodeAt(at));
    }
    before = code;
  }
  return sets | (table.find(lower, start, length, hash) ?? 0);
}

/** The words an element's class and id are made of, in lower case; what is before the first and after the last counts. */
export function nameTokens(element: Element): readonly string[] {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return names.trim() === "" ? [] : tokensOf(names);
}

function tokensOf(names: string): readonly string[] {
  const tokens: string[] = [];
  let start = 0;
  let before = NaN;
  for (let at = 0; at < names.length; at += 1) {
    const code = names.charCodeAt(at);
    if (isSeparator(code)) {
      tokens.push(names.slice(start, at).toLowerCase());
      while (isSeparator(names.charCodeAt(at + 1))) {
        at += 1;
      }
      start = at + 1;
    } else if (isCapital(code) && isSmall(before)) {
      tokens.push(names.slice(start, at).toLowerCase());
      start = at;
    }
    before = code;
  }
  tokens.push(names.slice(start).toLowerCase());
  return tokens;
}

function isSeparator(code: number): boolean {
  return (
    code === SPACE ||
    code === HYPHEN ||
    code === UNDERSCORE ||
    (code >= 9 && code <= 13) ||
    (code > 127 && isWideSpace(code))
  );
}

const SPACE = 32;
const HYPHEN = 45;
const UNDERSCORE = 95;

function isWideSpace(code: number): boolean {
  return /\s/.test(String.fromCharCode(code));
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

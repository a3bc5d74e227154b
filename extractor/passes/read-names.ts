import { remember } from "../remember.ts";

/**
 * What elements are called, in `class` and `id`. Names repeat all over a page and a site, and every pass asks for those of
 * the same elements: each spelling is taken apart once, and told which of the passes' sets it has a word of.
 */

/** A set of words that a pass looks for in names: one bit, so that names hold the answers for all sets in one number. */
export type NameSet = number;

/** What a spelling of names says. */
export interface Names {
  /** The words that they are made of, in lower case. */
  readonly tokens: readonly string[];
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

/** A set of words to look for. At most 31 in all, made while the modules load. */
export function nameSet(...words: readonly string[]): NameSet {
  const set = 1 << made.length;
  made.push(set);
  for (const word of words) {
    SETS_OF_WORD.set(word, (SETS_OF_WORD.get(word) ?? 0) | set);
  }
  return set;
}

/** Two words that mean it together. */
const AUTHOR_NOTE = /author[-_]?(?:bio|box|info|description|card|about)|about[-_]?author/iu;
const AUTHOR = /author/iu;
const ABOUT_AUTHOR = /about[-_](?:the[-_])?author/iu;

const NO_NAMES: Names = { tokens: [], sets: 0, isAuthorNote: false, isAboutAuthor: false };

/** What an element is called. */
export function readNames(element: Element): Names {
  const classes = element.getAttribute("class");
  const id = element.getAttribute("id");
  if (id !== null) {
    return readSpelling(`${classes ?? ""} ${id}`);
  }
  return classes === null ? NO_NAMES : readClasses(classes);
}

const readSpelling = remember(readText);
/** Most elements have no `id`: nothing is glued together to ask. */
const readClasses = remember((classes) => readText(`${classes} `));

function readText(names: string): Names {
  if (names.trim() === "") {
    return NO_NAMES;
  }
  const tokens = tokensOf(names);
  let sets = 0;
  for (const token of tokens) {
    sets |= SETS_OF_WORD.get(token) ?? 0;
  }
  // Both have the word in them; few names do.
  const isOfAuthor = AUTHOR.test(names);
  const isAuthorNote = isOfAuthor && AUTHOR_NOTE.test(names);
  const isAboutAuthor = isAuthorNote || (isOfAuthor && ABOUT_AUTHOR.test(names));
  return { tokens, sets, isAuthorNote, isAboutAuthor };
}

/** Space, hyphens and underscores part names, and a capital after a small letter; what is before the first and after the last counts. */
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

/** The words an element's class and id are made of, in lower case. */
export function nameTokens(element: Element): readonly string[] {
  return readNames(element).tokens;
}

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

const SETS: ReadonlySet<string>[] = [];

/** A set of words to look for. At most 31 in all, made while the modules load. */
export function nameSet(...words: readonly string[]): NameSet {
  return 1 << (SETS.push(new Set(words)) - 1);
}

const TOKEN = /[\s_-]+|(?<=[a-z])(?=[A-Z])/u;

/** Two words that mean it together. */
const AUTHOR_NOTE = /author[-_]?(?:bio|box|info|description|card|about)|about[-_]?author/iu;
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
  const tokens = names.split(TOKEN).map((token) => token.toLowerCase());
  let sets = 0;
  for (const [place, words] of SETS.entries()) {
    sets |= tokens.some((token) => words.has(token)) ? 1 << place : 0;
  }
  const isAuthorNote = AUTHOR_NOTE.test(names);
  return { tokens, sets, isAuthorNote, isAboutAuthor: isAuthorNote || ABOUT_AUTHOR.test(names) };
}

/** The words an element's class and id are made of, in lower case. */
export function nameTokens(element: Element): readonly string[] {
  return readNames(element).tokens;
}

/** True for an element whose class or id has one of a set's words. */
export function hasName(element: Element, set: NameSet): boolean {
  return (readNames(element).sets & set) !== 0;
}

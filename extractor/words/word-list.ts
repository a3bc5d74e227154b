import { fold } from "./fold-letters.ts";
import { isIn, UNSPACED } from "./openings.ts";
import { readWords, registerList, type FoldedText } from "./read-words.ts";

/** Words of one kind, by language (BCP 47). Every language is tried on every page: pages mix them. */
export type WordList = Readonly<Record<string, readonly string[]>>;

/** Reads phrases that stand in one text, separated by commas. */
export function phrases(text: string): readonly string[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** Tells whether a text has words of one kind, and where. Texts are folded first; see foldLetters. */
export interface WordMatcher {
  /** The text is one of the phrases, give or take the punctuation around it. */
  readonly is: (text: string) => boolean;
  /** The text begins with one of the phrases. */
  readonly starts: (text: string) => boolean;
  readonly ends: (text: string) => boolean;
  readonly has: (text: string) => boolean;
  /** The text without every occurrence of the phrases, folded; to see what else it says. */
  readonly without: (text: string) => string;
}

const EDGE = "[^\\p{L}\\p{N}]";

/**
 * Compiles word lists into one matcher. Phrases are plain text; `*` stands for the rest of a word, `_` for some words.
 * Phrases that need the same edges share them: one alternation of plain text is what regular expression engines
 * read, and match, fast. Most texts never get there, as they have none of the words that phrases begin with. Nothing is
 * compiled before the first text asks for it.
 */
export function createMatcher(...lists: readonly WordList[]): WordMatcher {
  const compiled: { phrases?: readonly string[]; patterns: Map<string, RegExp>; any?: string } = {
    patterns: new Map(),
  };
  const phrasesOf = (): readonly string[] =>
    (compiled.phrases ??= [
      ...new Set(lists.flatMap((list) => Object.values(list).flat()).map(foldPhrase)),
    ].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)));
  const list = registerList(phrasesOf);
  const pattern = (frame: string, flags: string): RegExp => {
    const known = compiled.patterns.get(frame + flags);
    if (known !== undefined) {
      return known;
    }
    const any = (compiled.any ??= alternation(phrasesOf()));
    const made = new RegExp(
      frame.replace("ANY", () => any),
      flags,
    );
    compiled.patterns.set(frame + flags, made);
    return made;
  };
  const whole = `^${EDGE}*ANY${EDGE}*$`;
  const start = `^${EDGE}*ANY`;
  const end = `ANY${EDGE}*$`;
  /** Looks only where a phrase may begin. */
  const hasPhrase = ({ folded, elsewhere, places }: FoldedText): boolean => {
    if (isIn(elsewhere, list)) {
      return pattern("ANY", "u").test(folded);
    }
    const here = pattern("ANY", "uy");
    for (let i = 1; i < places.length; i += 2) {
      if (places[i] === list) {
        here.lastIndex = places[i - 1] as number;
        if (here.test(folded)) {
          return true;
        }
      }
    }
    return false;
  };
  return {
    is: (text) => {
      const read = readWords(text);
      return isIn(read.opens, list) && pattern(whole, "u").test(read.folded);
    },
    starts: (text) => {
      const read = readWords(text);
      return isIn(read.opens, list) && pattern(start, "u").test(read.folded);
    },
    ends: (text) => {
      const read = readWords(text);
      return isIn(read.holds, list) && pattern(end, "u").test(read.folded);
    },
    has: (text) => {
      const read = readWords(text);
      return isIn(read.holds, list) && hasPhrase(read);
    },
    without: (text) => {
      const read = readWords(text);
      return isIn(read.holds, list) ? read.folded.replace(pattern("ANY", "gu"), " ") : read.folded;
    },
  };
}

function foldPhrase(phrase: string): string {
  return fold(phrase).trim();
}

function alternation(phrases: readonly string[]): string {
  const groups = Map.groupBy(phrases, edgesOf);
  return `(?:${[...groups].map(([edges, group]) => groupPattern(edges, group)).join("|")})`;
}

/** Which ends of a phrase must be ends of words. */
type Edges = "both" | "before" | "after" | "neither";

function edgesOf(phrase: string): Edges {
  const before = !UNSPACED.test(phrase[0] ?? "");
  const after = !UNSPACED.test(phrase.at(-1) ?? "") && !phrase.endsWith("*");
  return before ? (after ? "both" : "before") : after ? "after" : "neither";
}

function groupPattern(edges: Edges, phrases: readonly string[]): string {
  const before = edges === "both" || edges === "before" ? "(?<![\\p{L}\\p{N}])" : "";
  const after = edges === "both" || edges === "after" ? "(?![\\p{L}\\p{N}])" : "";
  return `${before}(?:${phrases.map(phrasePattern).join("|")})${after}`;
}

/** Folded text has single spaces only, so a space stands for itself. */
function phrasePattern(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()|[\]\\/]/gu, "\\$&")
    .replaceAll("*", "[\\p{L}\\p{N}]*")
    .replaceAll(" _ ", "(?: [^.!?]{1,60}?)? ");
}

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

/** A text, or what word lists see in it: who has that already spares looking it up. */
export type Wording = string | FoldedText;

/** Tells whether a text has words of one kind, and where. Texts are folded first; see foldLetters. */
export interface WordMatcher {
  /** The text is one of the phrases, give or take the punctuation around it. */
  readonly is: (text: Wording) => boolean;
  /** The text begins with one of the phrases. */
  readonly starts: (text: Wording) => boolean;
  readonly ends: (text: Wording) => boolean;
  readonly has: (text: Wording) => boolean;
  /** False where no phrase can stand, as the text has none of the words that they begin with: a glance. */
  readonly mayHave: (text: Wording) => boolean;
  /** The text without every occurrence of the phrases, folded; to see what else it says. */
  readonly without: (text: Wording) => string;
}

const EDGE = "[^\\p{L}\\p{N}]";

/**
 * Compiles word lists into one matcher. Phrases are plain text; `*` stands for the rest of a word, `_` for some words.
 * Phrases that need the same edges share them: one alternation of plain text is what regular expression engines
 * read, and match, fast. Most texts never get there, as they have none of the words that phrases begin with. Nothing is
 * compiled before the first text asks for it.
 */
export function createMatcher(...lists: readonly WordList[]): WordMatcher {
  return new ListMatcher(lists);
}

/** A class, so that the code that V8 compiles for one list is that of all. */
class ListMatcher implements WordMatcher {
  private readonly list: number;
  private readonly whole: () => RegExp;
  private readonly start: () => RegExp;
  private readonly end: () => RegExp;
  private readonly anywhere: () => RegExp;
  private readonly everywhere: () => RegExp;
  private readonly here: () => RegExp;

  constructor(lists: readonly WordList[]) {
    const phrasesOf = once(() =>
      [...new Set(lists.flatMap((list) => Object.values(list).flat()).map(foldPhrase))].toSorted(
        (a, b) => b.length - a.length || (a < b ? -1 : 1),
      ),
    );
    const any = once(() => alternation(phrasesOf()));
    this.list = registerList(phrasesOf);
    this.whole = once(() => new RegExp(`^${EDGE}*${any()}${EDGE}*$`, "u"));
    this.start = once(() => new RegExp(`^${EDGE}*${any()}`, "u"));
    this.end = once(() => new RegExp(`${any()}${EDGE}*$`, "u"));
    this.anywhere = once(() => new RegExp(any(), "u"));
    this.everywhere = once(() => new RegExp(any(), "gu"));
    this.here = once(() => new RegExp(any(), "uy"));
  }

  is(text: Wording): boolean {
    const read = wordingOf(text);
    return isIn(read.opens, this.list) && this.whole().test(read.folded);
  }

  starts(text: Wording): boolean {
    const read = wordingOf(text);
    return isIn(read.opens, this.list) && this.start().test(read.folded);
  }

  ends(text: Wording): boolean {
    const read = wordingOf(text);
    return isIn(read.holds, this.list) && this.end().test(read.folded);
  }

  has(text: Wording): boolean {
    const read = wordingOf(text);
    return isIn(read.holds, this.list) && this.hasPhrase(read);
  }

  mayHave(text: Wording): boolean {
    return isIn(wordingOf(text).holds, this.list);
  }

  without(text: Wording): string {
    const read = wordingOf(text);
    return isIn(read.holds, this.list) ? this.cutPhrases(read) : read.folded;
  }

  /** Looks only where a phrase may begin. */
  private hasPhrase({ folded, elsewhere, places }: FoldedText): boolean {
    if (isIn(elsewhere, this.list)) {
      return this.anywhere().test(folded);
    }
    for (let i = 1; i < places.length; i += 2) {
      if (places[i] === this.list && endOfMatch(this.here(), folded, places[i - 1] as number) > 0) {
        return true;
      }
    }
    return false;
  }

  private cutPhrases({ folded, elsewhere, places }: FoldedText): string {
    if (isIn(elsewhere, this.list)) {
      return folded.replace(this.everywhere(), " ");
    }
    let rest = "";
    let from = 0;
    for (let i = 1; i < places.length; i += 2) {
      const at = places[i - 1] as number;
      const to = places[i] === this.list && at >= from ? endOfMatch(this.here(), folded, at) : 0;
      if (to > 0) {
        rest += `${folded.slice(from, at)} `;
        from = to;
      }
    }
    return from === 0 ? folded : rest + folded.slice(from);
  }
}

/** Makes something when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  const made: { known?: T } = {};
  return () => (made.known ??= make());
}

/** Where the match of a sticky pattern at an offset ends; 0 for no match. */
function endOfMatch(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : 0;
}

function wordingOf(text: Wording): FoldedText {
  return typeof text === "string" ? readWords(text) : text;
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

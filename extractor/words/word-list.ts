import { fold } from "./fold-letters.ts";
import { beginsWithWord, isIn, type Opening, phrasesOf, UNSPACED } from "./openings.ts";
import { endOfPhrase, isLast, once, type Phrase, phraseSource } from "./phrase.ts";
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
 * Phrases are compared where a word of the text begins with which one of them begins, and most texts have none such. Those that
 * begin with a mark, or in a script without spaces, may stand anywhere and are read by regular expressions. Nothing is
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

  constructor(lists: readonly WordList[]) {
    const phrasesOf = once(() =>
      [...new Set(lists.flatMap((list) => Object.values(list).flat()).map(foldPhrase))].toSorted(
        (a, b) => b.length - a.length || (a < b ? -1 : 1),
      ),
    );
    const others = once(() => alternation(phrasesOf().filter((phrase) => !beginsWithWord(phrase))));
    this.list = registerList(phrasesOf);
    this.whole = once(() => new RegExp(`^${EDGE}*${others()}${EDGE}*$`, "u"));
    this.start = once(() => new RegExp(`^${EDGE}*${others()}`, "u"));
    this.end = once(() => new RegExp(`${others()}${EDGE}*$`, "u"));
    this.anywhere = once(() => new RegExp(others(), "u"));
    this.everywhere = once(() => new RegExp(alternation(phrasesOf()), "gu"));
  }

  is(text: Wording): boolean {
    const read = wordingOf(text);
    if (!isIn(read.opens, this.list)) return false;
    return this.hasPhrase(read, read.ofFirst, isLast) || this.matchesElsewhere(read, this.whole);
  }

  starts(text: Wording): boolean {
    const read = wordingOf(text);
    if (!isIn(read.opens, this.list)) return false;
    return this.hasPhrase(read, read.ofFirst, stands) || this.matchesElsewhere(read, this.start);
  }

  ends(text: Wording): boolean {
    const read = wordingOf(text);
    if (!isIn(read.holds, this.list)) return false;
    return this.hasPhrase(read, read.places.length, isLast) || this.matchesElsewhere(read, this.end);
  }

  has(text: Wording): boolean {
    const read = wordingOf(text);
    if (!isIn(read.holds, this.list)) return false;
    return this.hasPhrase(read, read.places.length, stands) || this.matchesElsewhere(read, this.anywhere);
  }

  mayHave(text: Wording): boolean {
    return isIn(wordingOf(text).holds, this.list);
  }

  without(text: Wording): string {
    const read = wordingOf(text);
    return isIn(read.holds, this.list) ? this.cutPhrases(read) : read.folded;
  }

  /** Whether one of the phrases that begin in the first so many places is what is asked for. */
  private hasPhrase({ folded, places, openings }: FoldedText, end: number, is: typeof isLast): boolean {
    for (let i = 1; i < end; i += 2) {
      for (const phrase of phrasesOf(openings[places[i] as number] as Opening, this.list))
        if (is(phrase, folded, places[i - 1] as number)) return true;
    }
    return false;
  }

  /** Whether a phrase that does not begin with a word stands in the text in the way that the expression says. */
  private matchesElsewhere({ folded, elsewhere }: FoldedText, expression: () => RegExp): boolean {
    return isIn(elsewhere, this.list) && expression().test(folded);
  }

  private cutPhrases({ folded, elsewhere, places, openings }: FoldedText): string {
    if (isIn(elsewhere, this.list)) {
      return folded.replace(this.everywhere(), " ");
    }
    let rest = "";
    let from = 0;
    for (let i = 1; i < places.length; i += 2) {
      const at = places[i - 1] as number;
      if (at < from) continue;
      const to = longestEnd(phrasesOf(openings[places[i] as number] as Opening, this.list), folded, at);
      if (to > 0) {
        rest += `${folded.slice(from, at)} `;
        from = to;
      }
    }
    return from === 0 ? folded : rest + folded.slice(from);
  }
}

const stands = (phrase: Phrase, text: string, at: number): boolean => endOfPhrase(phrase, text, at) > 0;

/** Where the first of the phrases that stands at an offset ends, the longest come first; 0 where none does. */
function longestEnd(phrases: readonly Phrase[], text: string, at: number): number {
  for (const phrase of phrases) {
    const end = endOfPhrase(phrase, text, at);
    if (end > 0) return end;
  }
  return 0;
}

function wordingOf(text: Wording): FoldedText {
  return typeof text === "string" ? readWords(text) : text;
}

function foldPhrase(phrase: string): string {
  return fold(phrase).trim();
}

function alternation(phrases: readonly string[]): string {
  // Of no phrase at all nothing is found.
  if (phrases.length === 0) return "(?!)";
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
  return `${before}(?:${phrases.map(phraseSource).join("|")})${after}`;
}

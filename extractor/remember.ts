import { ownCopy } from "./own-copy.ts";

/**
 * When the questions of one page have more characters than this, the answers before them are forgotten, and the latest
 * become the ones before, as with the next page: in two halves, so that what is asked on every page is never forgotten.
 */
const HALF_CHARACTERS = 250_000;

/** Answers about paragraphs are forgotten with their page, or when they have more characters than this. */
const MOST_PARAGRAPH_CHARACTERS = 1_000_000;

/** A longer text is a paragraph: it comes back in every pass over its page, and on no other page. */
const LONGEST_LASTING = 160;

/** A longer text is a whole page in one paragraph; it would drive out all else. */
const LONGEST_KEPT = 50_000;

/** What a question costs besides its characters. */
const ENTRY_COST = 50;

/** What each function that remembers does when a new page begins. */
const turns: (() => void)[] = [];

/**
 * Forgets what was asked about paragraphs, and what was asked of short texts before the page that ends. In new maps: V8
 * would keep the tables of old ones, and what lies in them, until a collection of the whole heap; so it dies young.
 */
export function beginPage(): void {
  for (const turn of turns) turn();
}

/**
 * A function of a text that keeps its latest answers. Every pass asks the same of the same blocks, and class names
 * repeat all over a page. The function must be pure; the answers are shared, so they must not be changed.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  let lasting = new Map<string, T>();
  let older = new Map<string, T>();
  // Kept as they came: the same string is found at a glance, where a copy would be compared letter by letter.
  let paragraphs = new Map<string, T>();
  let characters = 0;
  let paragraphCharacters = 0;
  let lastText: string | null = null;
  let lastAnswer: T | null = null;
  turns.push(() => {
    paragraphs = new Map();
    paragraphCharacters = 0;
    lastText = null;
    lastAnswer = null;
    makeOlder();
  });
  return (text) => {
    // Several ask about one text in a row.
    if (text === lastText) {
      return lastAnswer as T;
    }
    const isLasting = text.length <= LONGEST_LASTING;
    const before = (isLasting ? lasting : paragraphs).get(text);
    if (before !== undefined) {
      lastText = text;
      lastAnswer = before;
      return before;
    }
    const found = isLasting ? answerLasting(text) : answerParagraph(text);
    if (text.length <= LONGEST_KEPT) {
      lastText = text;
      lastAnswer = found;
    }
    return found;
  };

  function makeOlder(): void {
    older = lasting;
    lasting = new Map();
    characters = 0;
  }

  function answerLasting(text: string): T {
    const key = ownCopy(text);
    const found = older.get(key) ?? answer(key);
    if (characters + key.length + ENTRY_COST > HALF_CHARACTERS) makeOlder();
    characters += key.length + ENTRY_COST;
    lasting.set(key, found);
    return found;
  }

  function answerParagraph(text: string): T {
    const found = answer(text);
    if (text.length > LONGEST_KEPT) {
      return found;
    }
    paragraphCharacters += text.length + ENTRY_COST;
    if (paragraphCharacters > MOST_PARAGRAPH_CHARACTERS) {
      paragraphs.clear();
      paragraphCharacters = text.length + ENTRY_COST;
    }
    paragraphs.set(text, found);
    return found;
  }
}

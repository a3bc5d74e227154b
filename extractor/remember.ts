/** Answers are forgotten, all at once, when their questions have more characters than this: some hundred long paragraphs. */
const MOST_CHARACTERS = 1_000_000;

/** A longer text is a paragraph: it comes back in every pass over its page, and on no other page. */
const LONGEST_LASTING = 160;

/** A longer text is a whole page in one paragraph; it would drive out all else. */
const LONGEST_KEPT = 50_000;

/** What a question costs besides its characters. */
const ENTRY_COST = 50;

/** Answers about one page's paragraphs, of every function that remembers. */
const ofThisPage = new Set<Map<string, unknown>>();

/** Forgets what was asked about paragraphs: a new page begins. */
export function forgetParagraphs(): void {
  for (const known of ofThisPage) known.clear();
}

/**
 * A function of a text that keeps its latest answers. Every pass asks the same of the same blocks, and class names
 * repeat all over a page. The function must be pure; the answers are shared, so they must not be changed.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const lasting = new Map<string, T>();
  // Kept as they came: the same string is found at a glance, where a copy would be compared letter by letter.
  const paragraphs = new Map<string, T>();
  ofThisPage.add(paragraphs);
  let characters = 0;
  let lastText: string | null = null;
  let lastAnswer: T | null = null;
  return (text) => {
    // Several ask about one text in a row.
    if (text === lastText) {
      return lastAnswer as T;
    }
    const known = text.length > LONGEST_LASTING ? paragraphs : lasting;
    const before = known.get(text);
    if (before !== undefined) {
      lastText = text;
      lastAnswer = before;
      return before;
    }
    const key = known === lasting ? ownCopy(text) : text;
    const found = answer(key);
    if (text.length > LONGEST_KEPT) {
      return found;
    }
    characters += text.length + ENTRY_COST;
    if (characters > MOST_CHARACTERS) {
      lasting.clear();
      paragraphs.clear();
      characters = text.length + ENTRY_COST;
    }
    known.set(key, found);
    lastText = text;
    lastAnswer = found;
    return found;
  };
}

/** A text cut out of a page keeps all of the page in memory: V8 shares the characters. Glued together it has its own. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

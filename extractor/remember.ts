/**
 * When the latest questions have more characters than this, the answers before them are forgotten, and the latest become
 * the ones before. In two halves, so that memory is even and what is asked all the time is never forgotten.
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
  let lasting = new Map<string, T>();
  let older = new Map<string, T>();
  // Kept as they came: the same string is found at a glance, where a copy would be compared letter by letter.
  const paragraphs = new Map<string, T>();
  ofThisPage.add(paragraphs);
  let characters = 0;
  let paragraphCharacters = 0;
  let lastText: string | null = null;
  let lastAnswer: T | null = null;
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

  function answerLasting(text: string): T {
    const key = ownCopy(text);
    const found = older.get(key) ?? answer(key);
    characters += key.length + ENTRY_COST;
    if (characters > HALF_CHARACTERS) {
      older = lasting;
      lasting = new Map();
      characters = key.length + ENTRY_COST;
    }
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

/** A text cut out of a page keeps all of the page in memory: V8 shares the characters. Glued together it has its own. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

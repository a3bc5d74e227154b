/** Compares the words of a page's texts without cutting them out: a page has thousands of them, in a few hundred spellings. */
import { classOf, DIGIT, LETTER, lowerCase, NOT_SIMPLE, UNSPACED } from "../char-classes.ts";

/** How a text's words compare with each other and with those of the title and the description. */
export interface Wording {
  words: number;
  /** Different ones among them. */
  unique: number;
  /** Those that the title has too. */
  inTitle: number;
  inDescription: number;
}

export interface WordBook {
  /** Different words in the title. */
  readonly titleWords: number;
  readonly descriptionWords: number;
  /** The answer holds until the next text is asked about. `classes` are all classes of the text's characters. */
  readonly compare: (text: string, classes: number) => Readonly<Wording>;
}

const WORD = /[\p{L}\p{N}]+/gu;
const wordList = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** A text with any of these is compared by strings. */
const UNUSUAL = NOT_SIMPLE | UNSPACED;

/** Where a spelling was first seen, and in which text last. */
interface Spelling {
  readonly hash: number;
  readonly text: string;
  readonly start: number;
  readonly length: number;
  readonly inTitle: boolean;
  readonly inDescription: boolean;
  lastText: number;
  /** Another spelling in the same bucket. */
  readonly next: Spelling | null;
}

const BUCKETS = 1024;

/** The multiplier of Bernstein's string hash. */
const HASH_FACTOR = 33;

export function openWordBook(title: string, description: string): WordBook {
  const ofTitle = new Set(wordList(title));
  const ofDescription = new Set(wordList(description));
  const buckets = Array.from<Spelling | null>({ length: BUCKETS }).fill(null);
  const wording: Wording = { words: 0, unique: 0, inTitle: 0, inDescription: 0 };
  let texts = 0;

  const spell = (text: string, start: number, length: number, hash: number): Spelling => {
    const bucket = hash & (BUCKETS - 1);
    const first = buckets[bucket] as Spelling | null;
    for (let known = first; known !== null; known = known.next)
      if (known.hash === hash && known.length === length && isSame(known, text, start)) return known;
    const isNamed = ofTitle.size > 0 || ofDescription.size > 0;
    const word = isNamed ? text.slice(start, start + length).toLowerCase() : "";
    const made: Spelling = {
      hash,
      text,
      start,
      length,
      inTitle: ofTitle.has(word),
      inDescription: ofDescription.has(word),
      lastText: 0,
      next: first,
    };
    buckets[bucket] = made;
    return made;
  };

  const note = ({ inTitle, inDescription }: Spelling): void => {
    if (inTitle) wording.inTitle++;
    if (inDescription) wording.inDescription++;
  };

  const compareQuickly = (text: string): void => {
    let start = 0;
    let hash = 0;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : 0;
      if ((classOf(code) & (LETTER | DIGIT)) !== 0) {
        hash = (Math.imul(hash, HASH_FACTOR) + lowerCase(code)) | 0;
        continue;
      }
      if (i > start) {
        const spelling = spell(text, start, i - start, hash);
        wording.words++;
        if (spelling.lastText !== texts) wording.unique++;
        spelling.lastText = texts;
        note(spelling);
      }
      start = i + 1;
      hash = 0;
    }
  };

  const compareByStrings = (text: string): void => {
    const words = wordList(text);
    wording.words = words.length;
    wording.unique = new Set(words).size;
    for (const word of words) {
      if (ofTitle.has(word)) wording.inTitle++;
      if (ofDescription.has(word)) wording.inDescription++;
    }
  };

  return {
    titleWords: ofTitle.size,
    descriptionWords: ofDescription.size,
    compare: (text, classes) => {
      texts++;
      wording.words = wording.unique = wording.inTitle = wording.inDescription = 0;
      if ((classes & UNUSUAL) === 0) compareQuickly(text);
      else compareByStrings(text);
      return wording;
    },
  };
}

/** Whether a spelling stands in a text at a place, in whatever case. Both are of simple characters. */
function isSame({ text, start, length }: Spelling, other: string, at: number): boolean {
  for (let i = 0; i < length; i++)
    if (lowerCase(text.charCodeAt(start + i)) !== lowerCase(other.charCodeAt(at + i))) return false;
  return true;
}

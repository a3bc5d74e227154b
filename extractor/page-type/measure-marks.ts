import { classOf, SPACE } from "../char-classes.ts";
import { numberOf } from "../number-things.ts";
import { createWordTrie, letterSteps } from "../words/word-trie.ts";
import { addTo, counter, type Counts } from "./page-tally.ts";

/**
 * Class and id words that templates of many makers share, by what they mark. Names are read in words, parted by white
 * space, "-" and "_"; an entry with "-" is two words in a row.
 */
const MARKS: Readonly<Record<string, string>> = {
  markComment: "comment comments",
  markReply: "reply replies quote upvote vote votes karma answer answers solution",
  markThread: "thread topic forum message postbit post-body posts-body postbody postsbody discussion",
  markUser: "user username avatar member poster profile",
  markCart: "cart basket addtocart wishlist checkout quantity qty",
  markPrice: "price prices money amount",
  markProduct: "product products sku variant swatch",
  markCard: "card cards tile teaser item listing result results",
  markFilter: "filter filters facet facets sort sorting pagination pager load-more",
  markHero:
    "hero cta testimonial testimonials feature features pricing logo logos client clients partner partners benefits",
  markDocs: "toc doc docs documentation markdown highlight prev next edit-page this-page navsection",
  markArticle: "article post-content blog byline entry single hentry reading-time author-bio",
  markButton: "btn button buttons",
  markShare: "share sharing addtoany related",
};

/** The words of all entries; of those that are two words in a row both, and the two together. */
const TRIE = createWordTrie();
/** The counter of each word's mark, and of two words in a row, by their node. */
const MARK_AT: number[] = [];
/** Words that may be the second of two, by their node. */
const IS_SECOND: boolean[] = [];

for (const [name, words] of Object.entries(MARKS)) {
  for (const word of words.split(" ")) {
    MARK_AT[TRIE.add(word)] = counter(name);
    for (const second of word.split("-").slice(1)) IS_SECOND[TRIE.add(second)] = true;
  }
}

/** No word has another letter than those from a to z. */
const step = letterSteps(TRIE);

/** Longer names are generated, not written. */
const LONGEST_NAME = 500;

/** What a class text says. */
export interface ClassReading {
  /** The counters of its marks. */
  readonly marks: readonly number[];
  /** Stands for its first word with the digits folded: "post-123 first" and "post-124" are of one word. */
  readonly word: number;
}

const NONE: readonly number[] = [];

/** Spellings of classes repeat over a page: what each was read as. */
export interface NameMemory {
  readonly classes: Map<string, ClassReading>;
  readonly words: Map<string, number>;
  /** What an element without a class is read as: half of all are. */
  readonly noClass: ClassReading;
}

export function startNames(): NameMemory {
  const words = new Map<string, number>();
  const noClass = { marks: NONE, word: numberOf("", words) };
  return { classes: new Map(), words, noClass };
}

/** The name of every mark. */
export const MARK_NAMES: readonly string[] = Object.keys(MARKS);

/** White space, "-" and "_". */
const isParting = (code: number): boolean =>
  code === HYPHEN || code === UNDERSCORE || (classOf(code) & SPACE) !== 0;
const [HYPHEN, UNDERSCORE] = [0x2d, 0x5f];

function marksIn(spelling: string): readonly number[] {
  const found: number[] = [];
  const name = spelling.slice(0, LONGEST_NAME).toLowerCase();
  const { length } = name;
  let [startBefore, endBefore] = [0, 0];
  for (let at = 0; at < length;) {
    while (at < length && isParting(name.charCodeAt(at))) at++;
    const start = at;
    let node = 0;
    for (; at < length; at++) {
      const code = name.charCodeAt(at);
      if (isParting(code)) break;
      if (node >= 0) node = step(node, code);
    }
    if (node > 0) {
      const mark =
        MARK_AT[node] ??
        (IS_SECOND[node] ? markOfPair(name.slice(startBefore, endBefore), name.slice(start, at)) : undefined);
      if (mark !== undefined && !found.includes(mark)) found.push(mark);
    }
    startBefore = start;
    endBefore = at;
  }
  return found.length === 0 ? NONE : found;
}

function markOfPair(first: string, second: string): number | undefined {
  const pair = `${first}-${second}`;
  let node = 0;
  for (let at = 0; at < pair.length && node >= 0; at++) node = TRIE.step(node, pair.charCodeAt(at));
  return node > 0 ? MARK_AT[node] : undefined;
}

/** Reads an element's class; one without is read as empty. */
export function readClass(element: Element, { classes, words, noClass }: NameMemory): ClassReading {
  const ofClass = element.getAttribute("class");
  if (ofClass === null || ofClass === "") return noClass;
  const known = classes.get(ofClass);
  if (known !== undefined) return known;
  const first = /\S+/.exec(ofClass)?.[0] ?? "";
  const word = numberOf(/\d/.test(first) ? first.replace(/\d+/g, "0") : first, words);
  const reading = { marks: marksIn(ofClass), word };
  classes.set(ofClass, reading);
  return reading;
}

/** Counts the marks that an element's class and id carry, each once. */
export function noteMarks(element: Element, byClass: readonly number[], counts: Counts): void {
  for (let i = 0; i < byClass.length; i++) addTo(counts, byClass[i] as number, 1);
  const id = element.getAttribute("id");
  if (!id) return;
  for (const mark of marksIn(id)) if (!byClass.includes(mark)) addTo(counts, mark, 1);
}

import { classOf, SPACE } from "../char-classes.ts";
import { createWordTrie } from "../words/word-trie.ts";
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

/** Longer names are generated, not written. */
const LONGEST_NAME = 500;

/** Spellings of class and id repeat over a page: what each was judged to be. */
export type MarkMemory = Map<string, readonly number[]>;

/** The name of every mark. */
export const MARK_NAMES: readonly string[] = Object.keys(MARKS);

const NONE: readonly number[] = [];

/** White space, "-" and "_". */
const isParting = (code: number): boolean =>
  code === HYPHEN || code === UNDERSCORE || (classOf(code) & SPACE) !== 0;
const [HYPHEN, UNDERSCORE] = [0x2d, 0x5f];

function judge(spelling: string, memory: MarkMemory): readonly number[] {
  const known = memory.get(spelling);
  if (known) return known;
  const found: number[] = [];
  const name = spelling.slice(0, LONGEST_NAME).toLowerCase();
  let before = "";
  for (let at = 0; at < name.length;) {
    while (at < name.length && isParting(name.charCodeAt(at))) at++;
    const start = at;
    let node = 0;
    for (; at < name.length && !isParting(name.charCodeAt(at)); at++)
      if (node >= 0) node = TRIE.step(node, name.charCodeAt(at));
    if (node > 0) {
      const mark = MARK_AT[node] ?? (IS_SECOND[node] ? markOfPair(before, name.slice(start, at)) : undefined);
      if (mark !== undefined && !found.includes(mark)) found.push(mark);
    }
    before = name.slice(start, at);
  }
  const marks = found.length === 0 ? NONE : found;
  memory.set(spelling, marks);
  return marks;
}

function markOfPair(first: string, second: string): number | undefined {
  const pair = `${first}-${second}`;
  let node = 0;
  for (let at = 0; at < pair.length && node >= 0; at++) node = TRIE.step(node, pair.charCodeAt(at));
  return node > 0 ? MARK_AT[node] : undefined;
}

/** Counts the marks that an element's class and id carry, each once. */
export function noteMarks(element: Element, counts: Counts, memory: MarkMemory): void {
  if (!element.hasAttributes()) return;
  const ofClass = element.getAttribute("class");
  const ofId = element.getAttribute("id");
  const byClass = ofClass ? judge(ofClass, memory) : NONE;
  const byId = ofId ? judge(ofId, memory) : NONE;
  for (const mark of byClass) addTo(counts, mark, 1);
  for (const mark of byId) if (!byClass.includes(mark)) addTo(counts, mark, 1);
}

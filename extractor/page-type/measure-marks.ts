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

/** Second words of the entries that are two words in a row. */
const SECOND_WORDS: ReadonlySet<string> = new Set(
  Object.values(MARKS)
    .flatMap((words) => words.split(" "))
    .flatMap((word) => word.split("-").slice(1)),
);

/** The counter of each word's mark. */
const MARK_OF: ReadonlyMap<string, number> = new Map(
  Object.entries(MARKS).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word, counter(name)] as const),
  ),
);

/** Longer names are generated, not written. */
const LONGEST_NAME = 500;

/** Spellings of class and id repeat over a page: what each was judged to be. */
export type MarkMemory = Map<string, readonly number[]>;

/** The name of every mark. */
export const MARK_NAMES: readonly string[] = Object.keys(MARKS);

const NONE: readonly number[] = [];

function judge(spelling: string, memory: MarkMemory): readonly number[] {
  const known = memory.get(spelling);
  if (known) return known;
  const found = new Set<number>();
  let before = "";
  for (const word of spelling
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .split(/[\s_-]+/)) {
    const mark = MARK_OF.get(word) ?? (SECOND_WORDS.has(word) ? MARK_OF.get(`${before}-${word}`) : undefined);
    if (mark !== undefined) found.add(mark);
    before = word;
  }
  const marks = found.size === 0 ? NONE : [...found];
  memory.set(spelling, marks);
  return marks;
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

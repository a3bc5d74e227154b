/** Class and id words that templates of many makers share, by what they mark. */
const MARKS: Readonly<Record<string, RegExp>> = {
  markComment: /(?:^|[\s_-])comments?(?:[\s_-]|$)/i,
  markReply: /(?:^|[\s_-])(?:reply|replies|quote|upvote|votes?|karma|answers?|solution)(?:[\s_-]|$)/i,
  markThread: /(?:^|[\s_-])(?:thread|topic|forum|message|postbit|posts?-?body|discussion)(?:[\s_-]|$)/i,
  markUser: /(?:^|[\s_-])(?:user|username|avatar|member|poster|profile)(?:[\s_-]|$)/i,
  markCart: /(?:^|[\s_-])(?:cart|basket|add-to-cart|addtocart|wishlist|checkout|quantity|qty)(?:[\s_-]|$)/i,
  markPrice: /(?:^|[\s_-])(?:price|prices|money|amount)(?:[\s_-]|$)/i,
  markProduct: /(?:^|[\s_-])(?:product|products|sku|variant|swatch)(?:[\s_-]|$)/i,
  markCard: /(?:^|[\s_-])(?:card|cards|tile|teaser|grid-item|item|listing|result|results)(?:[\s_-]|$)/i,
  markFilter:
    /(?:^|[\s_-])(?:filter|filters|facet|facets|sort|sorting|pagination|pager|load-more)(?:[\s_-]|$)/i,
  markHero:
    /(?:^|[\s_-])(?:hero|cta|testimonials?|feature|features|pricing|logos?|clients?|partners?|benefits)(?:[\s_-]|$)/i,
  markDocs:
    /(?:^|[\s_-])(?:toc|docs?|documentation|markdown|highlight|prev|next|edit-page|on-this-page|navsection)(?:[\s_-]|$)/i,
  markArticle:
    /(?:^|[\s_-])(?:article|entry-content|post-content|blog|byline|article-body|entry|single|single-post|hentry|reading-time|author-bio)(?:[\s_-]|$)/i,
  markButton: /(?:^|[\s_-])(?:btn|button|buttons)(?:[\s_-]|$)/i,
  markShare: /(?:^|[\s_-])(?:share|sharing|social-share|addtoany|related|related-posts)(?:[\s_-]|$)/i,
};
const MARK_LIST = Object.entries(MARKS);

/** Spellings of class and id repeat over a page: what each was judged to be. */
export type MarkMemory = Map<string, readonly string[]>;

/** The name of every mark. */
export const MARK_NAMES: readonly string[] = MARK_LIST.map(([name]) => name);

function judge(mark: string, memory: MarkMemory): readonly string[] {
  let found = memory.get(mark);
  if (!found) {
    found = MARK_LIST.filter(([, pattern]) => pattern.test(mark)).map(([name]) => name);
    memory.set(mark, found);
  }
  return found;
}

/** The names of the marks that an element's class and id carry, once each. */
export function marksOf(element: Element, memory: MarkMemory): readonly string[] {
  const ofClass = element.getAttribute("class");
  const ofId = element.getAttribute("id");
  const byClass = ofClass ? judge(ofClass, memory) : [];
  const byId = ofId ? judge(ofId, memory) : [];
  return byId.length === 0 ? byClass : [...new Set([...byClass, ...byId])];
}

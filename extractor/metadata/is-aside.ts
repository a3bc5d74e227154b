import { remember } from "../remember.ts";

/** How far from the article an element stands: in it, in a frame that may belong to it, or surely in something else. */
export type Aside = "no" | "maybe" | "yes";

const OUTSIDE_NAME = /^(?:NAV|FOOTER)$/;
const OUTSIDE_MARK =
  /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|related|footer|nav|navbar|menu|popular|trending|more-?(?:posts|news|stories|articles)|recommend\w*|similar|advert\w*|cookie\w*|copyright|archive|calendar|breadcrumbs?)(?:[\s_-]|$)/i;
const FRAME_MARK = /(?:^|[\s_-])(?:sidebar|widget|recent|latest|teasers?|carousel|slider|promo)(?:[\s_-]|$)/i;
/** The foot of the article is no page's footer. "has-sidebar" and "sidebar-right" describe the layout around an article, not a sidebar. */
const LAYOUT_MARK =
  /(?:has|no|with|without|left|right|single)-(?:\w+-)*sidebar\S*|sidebar-(?:left|right|none|both)\S*|(?:no|without|hide|has)-comments?\S*|comments?-(?:open|closed|enabled)\S*|(?:entry|post|article)[-_]+footer/gi;
/** Wrappers of the whole page carry classes that speak of everything on it. */
const WRAPPER = /^(?:BODY|HTML|MAIN)$/;
/** Ancestors that are looked at. */
export const MOST_STEPS = 40;

/** What a class and an id say of an element's place; pages spell few, on many elements. */
const judgeMark = remember((mark): Aside => {
  const plain = mark.replace(LAYOUT_MARK, "");
  if (OUTSIDE_MARK.test(plain)) return "yes";
  return FRAME_MARK.test(plain) ? "maybe" : "no";
});

/** As much text is more than another footer. */
const LEAST_PROSE = 400;

/** Systems call the foot of a heading's box a footer, too: the article's text follows that. */
const precedesProse = (footer: Node): boolean =>
  ((footer as Element).nextElementSibling?.textContent ?? "").length >= LEAST_PROSE;

/** The footer of an article holds who wrote it, the page's does not. */
function endsArticle(footer: Node): boolean {
  for (let node = footer.parentNode; node?.nodeType === 1; node = node.parentNode)
    if (
      node.nodeName.toUpperCase() === "ARTICLE" ||
      /\bh-?entry\b/.test((node as Element).getAttribute("class") ?? "")
    )
      return true;
  return false;
}

/**
 * Whether an element stands in navigation, comments, lists of other articles or a footer rather than in the article.
 * `trunk` holds the ancestors of the headline: whatever their class says, they are no aside.
 */
export function asideOf(element: Element, trunk: ReadonlySet<Node>): Aside {
  let verdict: Aside = "no";
  let node: Node | null = element;
  for (let step = 0; node?.nodeType === 1 && step < MOST_STEPS; node = node.parentNode, step++) {
    const name = node.nodeName.toUpperCase();
    if (WRAPPER.test(name) || trunk.has(node)) return verdict;
    if (OUTSIDE_NAME.test(name) && !(name === "FOOTER" && (endsArticle(node) || precedesProse(node))))
      return "yes";
    const current = node as Element;
    const mark = `${current.getAttribute("class") ?? ""} ${current.getAttribute("id") ?? ""}`;
    if (name === "ASIDE") verdict = "maybe";
    if (mark.length < 4 || name === "ARTICLE") continue;
    const judged = judgeMark(mark);
    if (judged === "yes" && !(/footer/i.test(mark) && precedesProse(node))) return "yes";
    if (judged === "maybe") verdict = "maybe";
  }
  return verdict;
}

import { squash } from "./fold-text.ts";
import { type Aside, asideOf, MOST_STEPS } from "./is-aside.ts";

const ARTICLE_ITEM = /schema\.org\/\w*(?:Article|Posting)\b/;

/** Whether an element is the teaser of another article: an article that does not hold the headline, and all of whose heading is a link. */
function isCard(element: Element): boolean {
  if (
    element.nodeName.toUpperCase() !== "ARTICLE" &&
    !ARTICLE_ITEM.test(element.getAttribute("itemtype") ?? "")
  )
    return false;
  const heading = ["h1", "h2", "h3", "h4"].map((name) => element.getElementsByTagName(name)[0]).find(Boolean);
  if (heading === undefined) return false;
  const link = heading.getElementsByTagName("a")[0];
  return link === undefined
    ? heading.parentNode?.nodeName.toUpperCase() === "A"
    : squash(link.textContent ?? "") === squash(heading.textContent ?? "");
}

function isOfTeaser(element: Element, trunk: ReadonlySet<Node>): boolean {
  let node: Node | null = element;
  for (let step = 0; node?.nodeType === 1 && step < MOST_STEPS; node = node.parentNode, step++) {
    if (trunk.has(node)) return false;
    if (isCard(node as Element)) return true;
  }
  return false;
}

/** Where a byline or a date stands: as {@link asideOf} says, and surely in something else where it is the teaser's of another article. */
export function placeOf(element: Element, trunk: ReadonlySet<Node>): Aside {
  const aside = asideOf(element, trunk);
  return aside !== "yes" && isOfTeaser(element, trunk) ? "yes" : aside;
}

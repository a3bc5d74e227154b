import { markOf } from "./byline-candidate.ts";
import type { PageIndex } from "./index-page.ts";

const MASTHEAD_MARK =
  /(?:^|[\s_-])(?:top-?bar|masthead|weather|wetter|today|todays|current-?(?:date|time)|clock|site-?header|header-?(?:top|date)|live-?date)(?:[\s_-]|$)/i;
const MOST_STEPS = 40;

const holdsArticles = (node: Node): boolean => /^(?:ARTICLE|MAIN)$/.test(node.nodeName.toUpperCase());

/**
 * Whether a place is the page's rather than the article's, as where sites show today's date: `yes` in the page's header,
 * `maybe` outside of the element that holds the article, as far as one says so. The article's own header is none.
 */
export function mastheadOf(element: Element, { trunk }: PageIndex): "no" | "maybe" | "yes" {
  let isInHeader = false;
  let node: Node | null = element;
  for (let step = 0; node?.nodeType === 1 && step < MOST_STEPS; node = node.parentNode, step++) {
    if (node.nodeName.toUpperCase() === "ARTICLE") return "no";
    if (trunk.has(node)) {
      const around = node;
      const holder = [...trunk].find(holdsArticles);
      return isInHeader ? "yes" : holder === undefined || holder.contains(around) ? "no" : "maybe";
    }
    if (node.nodeName.toUpperCase() === "HEADER" || MASTHEAD_MARK.test(markOf(node as Element)))
      isInHeader = true;
  }
  return "no";
}

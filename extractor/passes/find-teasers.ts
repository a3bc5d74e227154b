import type { Block } from "../blocks.ts";
import { commonAncestor } from "../build-article.ts";
import { claimsArticle } from "../metadata/claims-article.ts";
import type { Page } from "../page.ts";
import { linkDensity } from "../prose.ts";
import { headingLevel, isSentence } from "./block-shape.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import { leadsIntoSite } from "./link-targets.ts";
import type { AfterPass, Body } from "./pass.ts";

const ALL_LINK = 0.9;

/** Between a teaser's heading and its text may stand a day or a name. */
const LINES_BETWEEN = 2;

const LINKED_TEASER: Verdict = { type: "related", rule: "teaser-under-link" };

/** Headings that lead to other pages of the site and paragraphs under them, outside of what holds the article's own. */
export const findTeasers: AfterPass = {
  name: "teasers",
  description: "headings that lead to other pages of the site, and paragraphs under them",
  find: judgeEach((page, body): Known => ({ page, holder: holderOf(page, body) }), judge),
};

interface Known {
  readonly page: Page;
  /** What holds the article; null where nothing tells it from teasers. */
  readonly holder: Element | null;
}

function judge(block: Block, { page, holder }: Known): Verdict | null {
  if (holder === null || holder.contains(block.element)) {
    return null;
  }
  const isOfTeaser =
    headingLevel(block) > 0 ? leads(block, page) : isSentence(block) && isUnderLink(block, page);
  return isOfTeaser ? LINKED_TEASER : null;
}

const leads = (heading: Block, page: Page): boolean =>
  heading !== page.headline && linkDensity(heading) >= ALL_LINK && leadsIntoSite(heading, page);

function isUnderLink({ index }: Block, page: Page): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 1 - LINES_BETWEEN); at -= 1) {
    const before = page.blocks[at] as Block;
    if (headingLevel(before) > 0) {
      return leads(before, page);
    }
    if (isSentence(before)) return false;
  }
  return false;
}

/** The `article` of the headline, or what holds the paragraphs that stand under no link. Pages that say not that they are an article may be of teasers. */
function holderOf(page: Page, { kept }: Body): Element | null {
  if (!claimsArticle(page.metadata)) return null;
  const own = kept.filter((block) => isSentence(block) && !isUnderLink(block, page));
  const marked = page.headline?.element.closest("article") ?? null;
  if (marked !== null) {
    // A header may be an element of its own.
    const inside = own.filter(({ element }) => marked.contains(element));
    return inside.length * 2 >= own.length ? marked : null;
  }
  if (own.length === 0) return null;
  const holder = commonAncestor(
    own.map((block) => block.element),
    page.body,
  );
  return holder === own[0]?.element ? holder.parentElement : holder;
}

import type { Block } from "../blocks.ts";
import { commonAncestor } from "../build-article.ts";
import type { Page } from "../page.ts";
import { isProse, linkDensity } from "../prose.ts";
import { BIO_HEADINGS } from "../words/bio-words.ts";
import { COMMENT_WORDS } from "../words/comment-words.ts";
import { NAVIGATION_WORDS } from "../words/navigation-words.ts";
import { POPULAR_WORDS, THEME_WORDS } from "../words/popular-words.ts";
import { RELATED_WORDS } from "../words/related-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { headingLevel, standsIn } from "./block-shape.ts";
import { nameTokens } from "./read-names.ts";
import { bitsOfNames } from "../names-around.ts";
import { linksOf } from "./link-targets.ts";
import type { AfterPass, Body, Recovery } from "./pass.ts";

/** Words of headings over what is not the article. */
const foreign = createMatcher(
  RELATED_WORDS,
  POPULAR_WORDS,
  THEME_WORDS,
  COMMENT_WORDS,
  BIO_HEADINGS,
  NAVIGATION_WORDS,
);

const APART = bitsOfNames(
  "nav",
  "aside",
  "form",
  "footer",
  "figure",
  "button",
  "dialog",
  "noscript",
  "select",
);

/** How far above the kept text its siblings are looked for: body text is wrapped a few times, no more. */
const LEVELS = 2;

/** A sibling with a larger share of links is a list of teasers. */
const SIBLING_LINKS = 0.3;

/** A line with a larger share of links is a way mark. */
const WAY_MARK_LINKS = 0.6;

/** Prose in the containers beside the chosen one, when they are built like it: a body split over several. */
export const recoverSiblings: AfterPass = {
  name: "siblings",
  description: "prose in containers beside the chosen one that are built like it",
  recovers: true,
  find: function* find(page: Page, body: Body): Iterable<Recovery> {
    const prose = body.kept.filter((block) => isProse(block));
    let chosen = commonAncestor(
      prose.map((block) => block.element),
      page.body,
    );
    for (let level = 0; level < LEVELS && chosen !== page.body && prose.length > 0; level += 1) {
      const parent: Element | null = chosen.parentElement;
      if (parent === null) {
        return;
      }
      for (const sibling of Array.from(parent.children)) {
        if (sibling !== chosen && isBuiltLike(sibling, chosen)) {
          yield* proseOf(page.blocksIn(sibling), body);
        }
      }
      chosen = parent;
    }
  },
};

function* proseOf(blocks: readonly Block[], body: Body): Iterable<Recovery> {
  const open = blocks.filter((block) => !block.hidden && !standsIn(block, APART));
  const length = open.reduce((sum, block) => sum + block.text.length, 0);
  const linked = open.reduce((sum, block) => sum + block.linkChars, 0);
  if (!open.some((block) => isProse(block)) || linked > length * SIBLING_LINKS || isTeaser(open)) {
    return;
  }
  for (const block of open) {
    if (!body.has(block) && !body.wasRemoved(block) && linkDensity(block) < WAY_MARK_LINKS) {
      yield { recover: block, rule: "sibling" };
    }
  }
}

/** Headings that are links lead to the articles that they head; some say that no article text follows. */
function isTeaser(blocks: readonly Block[]): boolean {
  const headings = blocks.filter((block) => headingLevel(block) > 0);
  const first = headings[0];
  return (
    headings.some((heading) => linksOf(heading).length > 0) ||
    (first !== undefined && foreign.is(wordsOf(first)))
  );
}

/** The same element with at least half of its names the same; names that are all its own (`row-1`, `row-2`) count as none. */
function isBuiltLike(sibling: Element, chosen: Element): boolean {
  if (sibling.localName !== chosen.localName) {
    return false;
  }
  const own = new Set(nameTokens(chosen));
  const its = nameTokens(sibling);
  if (own.size === 0 || its.length === 0) {
    return own.size === 0 && its.length === 0 && chosen.localName !== "p";
  }
  return its.filter((token) => own.has(token)).length >= Math.max(own.size, its.length) / 2;
}

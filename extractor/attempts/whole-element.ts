import type { Block } from "../blocks.ts";
import { isProse, linkDensity } from "../prose.ts";
import { claimsArticle } from "../metadata/claims-article.ts";
import { bitsOfNames } from "../names-around.ts";
import { headingLevel, isSentence, standsIn, within } from "../passes/block-shape.ts";
import type { AttemptInput, Candidate } from "./attempt.ts";

/** Elements that hold no article text, inside of an article too. */
const APART_NAMES = ["nav", "aside", "footer", "form", "button", "dialog", "noscript", "select"] as const;
const APART = bitsOfNames(...APART_NAMES);
const APART_ELEMENTS = new Set<string>(APART_NAMES);

/** What may end a text besides a paragraph. */
const ENDING_TAGS: ReadonlySet<string> = new Set(["li", "pre"]);

/** A line with a larger share of links is a way mark. */
const WAY_MARK_LINKS = 0.6;

/** An element that holds less of the page's prose than this is one teaser among many. */
const LEAST_PROSE_SHARE = 0.5;

/** Elements and attributes that authors mark the content with, the narrowest first. */
const CONTENT_SELECTORS = ["[itemprop=articleBody]", "article", "main", "[role=main]"];

/** The element that the page itself marks as the content, without the parts that are never article text. */
export function takeMarkedElement(input: AttemptInput): Candidate | null {
  for (const selector of CONTENT_SELECTORS) {
    const marked = Array.from(input.page.body.querySelectorAll(selector))
      .map((element) => ({ element, share: proseShare(element, input) }))
      .toSorted((a, b) => b.share - a.share)[0];
    if (marked !== undefined && marked.share >= LEAST_PROSE_SHARE) {
      return contentOf(marked.element, input);
    }
  }
  return null;
}

/** Fewer sentences are a caption and a notice. */
const LEAST_SENTENCES = 2;

/**
 * The `article` that begins with the page's headline, where the page says that it is an article: a text of a few sentences has
 * less prose than the teasers around it.
 */
export function takeHeadedArticle(input: AttemptInput): Candidate | null {
  const { headline, metadata, blocksIn } = input.page;
  const element = headline?.element.closest("article") ?? null;
  if (headline === null || element === null || !claimsArticle(metadata)) {
    return null;
  }
  const all = blocksIn(element).filter((block) => block.index > headline.index);
  const open = new Set(all.filter((block) => isOpen(block, input)));
  // Lines that are links stay among paragraphs: headings of a round-up, or what later passes know as teasers.
  const holders = new Set(
    Array.from(open, (block) => (isSentence(block) ? block.element.parentElement : null)),
  );
  const blocks = all.filter(
    (block) =>
      open.has(block) ||
      (holders.has(block.element.parentElement) && !block.hidden && !input.removed.has(block)),
  );
  const first = blocks.findIndex((block) => isSentence(block));
  const last = blocks.findLastIndex((block) => isSentence(block));
  const chosen = blocks.slice(first, last + 1);
  return chosen.filter((block) => isSentence(block)).length < LEAST_SENTENCES
    ? null
    : { blocks: new Set(chosen), images: imagesAmong(element, chosen), isStated: true };
}

/** The smallest element that holds most of the page's prose, from the first paragraph to the last. */
export function takeProseElement(input: AttemptInput): Candidate | null {
  let element = input.page.body;
  for (;;) {
    const inner = Array.from(element.children).find((child) => proseShare(child, input) >= MOST_PROSE);
    if (inner === undefined) {
      break;
    }
    element = inner;
  }
  return proseShare(element, input) === 0 ? null : contentOf(element, input);
}

/** One element with this share of the page's prose holds the article, however many hold parts of it. */
const MOST_PROSE = 0.75;

function proseShare(element: Element, { page, removed }: AttemptInput): number {
  const length = (blocks: readonly Block[]): number =>
    blocks.reduce(
      (sum, block) =>
        sum + (!removed.has(block) && isProse(block) && !standsIn(block, APART) ? block.text.length : 0),
      0,
    );
  const all = length(page.blocks);
  return all === 0 ? 0 : length(page.blocksIn(element)) / all;
}

/** An element's blocks from the first paragraph (and the headings before it) to the last, without way marks. */
function contentOf(element: Element, input: AttemptInput): Candidate | null {
  const blocks = input.page.blocksIn(element).filter((block) => isOpen(block, input));
  const first = blocks.findIndex((block) => isProse(block));
  const last = blocks.findLastIndex((block) => isProse(block) || ENDING_TAGS.has(block.tag));
  if (first < 0) {
    return null;
  }
  let start = first;
  while (start > 0 && headingLevel(blocks[start - 1] as Block) > 0) {
    start -= 1;
  }
  const chosen = blocks.slice(start, Math.max(first, last) + 1);
  return { blocks: new Set(chosen), images: imagesAmong(element, chosen) };
}

const isOpen = (block: Block, { removed }: AttemptInput): boolean =>
  !block.hidden && !removed.has(block) && !standsIn(block, APART) && linkDensity(block) < WAY_MARK_LINKS;

/** Images in the elements that hold the chosen blocks. */
function imagesAmong(element: Element, chosen: readonly Block[]): ReadonlySet<Element> {
  const holders = new Set(chosen.map((block) => block.element.parentElement));
  return new Set(
    Array.from(element.getElementsByTagName("img")).filter(
      (image) =>
        within(image, APART_ELEMENTS) === null &&
        (holders.has(image.parentElement) || holders.has(image.parentElement?.parentElement ?? null)),
    ),
  );
}

/** The marked element with the most text, or the body, whole: for pages without a paragraph in them. */
export function takeTextElement({ page, removed }: AttemptInput): Candidate | null {
  const marked = CONTENT_SELECTORS.flatMap((selector) => Array.from(page.body.querySelectorAll(selector)));
  const open = (element: Element): readonly Block[] =>
    page.blocksIn(element).filter((block) => !block.hidden && !removed.has(block) && !standsIn(block, APART));
  const longest = marked
    .map((element) => ({ element, length: open(element).reduce((sum, block) => sum + block.text.length, 0) }))
    .toSorted((a, b) => b.length - a.length)[0];
  const element = longest?.element ?? page.body;
  const blocks = open(element).filter(
    (block) => longest !== undefined || linkDensity(block) < WAY_MARK_LINKS,
  );
  return blocks.length === 0 ? null : { blocks: new Set(blocks), images: imagesAmong(element, blocks) };
}

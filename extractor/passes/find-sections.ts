import type { BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { isProse, linkDensity } from "../prose.ts";
import { BIO_HEADINGS } from "../words/bio-words.ts";
import { COMMENT_WORDS } from "../words/comment-words.ts";
import { SIGN_UP_WORDS } from "../words/newsletter-words.ts";
import { POPULAR_WORDS, THEME_WORDS } from "../words/popular-words.ts";
import { RELATED_WORDS } from "../words/related-words.ts";
import { SHARE_WORDS } from "../words/share-words.ts";
import { TAG_WORDS } from "../words/tag-words.ts";
import type { WordList } from "../words/word-list.ts";
import type { WordMatcher } from "../words/word-list.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import type { FoldedText } from "../words/read-words.ts";
import { headingLevel, isBoldLine, isShorterThan, LABEL_LENGTH } from "./block-shape.ts";
import { isDiscussionOfText, isSectionOfText } from "./is-section-of-text.ts";
import { leadsIntoSite } from "./link-targets.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

interface SectionRule {
  readonly type: BlockType;
  readonly rule: string;
  readonly matcher: WordMatcher;
  /** Whether prose under the heading goes too, or only links and short lines. */
  readonly takesProse: boolean;
}

const section = (
  type: BlockType,
  rule: string,
  lists: readonly WordList[],
  takes: "links" | "everything",
): SectionRule => ({
  type,
  rule,
  matcher: createMatcher(...lists),
  takesProse: takes === "everything",
});

const DISCUSSIONS = section("comments", "comment-section", [COMMENT_WORDS], "everything");

/** Headings whose words say that what they head is not the article. */
const SECTIONS: readonly SectionRule[] = [
  section("popular", "popular-section", [POPULAR_WORDS], "links"),
  section("theme-list", "theme-section", [THEME_WORDS], "links"),
  section("related", "related-section", [RELATED_WORDS], "links"),
  DISCUSSIONS,
  section("author-bio", "author-section", [BIO_HEADINGS], "everything"),
  section(
    "newsletter",
    "newsletter-section",
    [SIGN_UP_WORDS, { any: ["newsletter", "newsletters", "nieuwsbrief", "nyhetsbrev"] }],
    "everything",
  ),
  section("tags", "tag-section", [TAG_WORDS], "links"),
  section("share", "share-section", [SHARE_WORDS], "links"),
];

/** A section of this many links and nothing else is a list of other pages, whatever its heading says. */
const LINKS_OF_A_LIST = 3;

const MOSTLY_LINK = 0.7;

/** A number in brackets or at the end: no text is headed so, however early it comes. */
const COUNT = /^(\P{N}+?)[\s(（[]*\p{Nd}+[\p{L}\s)）\]]{0,3}$/u;

/** A section that is a note of the author or a discussion ends the article; one in its first half may be its subject. */
const EARLIEST_PROSE_SECTION = 0.5;

/** Headings with what they head: lists of other articles, discussions, author notes. */
export const findSections: AfterPass = {
  name: "sections",
  description: "headings that head only links, or whose words say that what follows is not the article",
  find: function* find(page: Page, body: Body): Iterable<Finding> {
    const levels = body.kept.map((block) => levelOf(block));
    for (let place = 0; place < body.kept.length; place += 1) {
      const block = body.kept[place] as Block;
      const level = levels[place] ?? 0;
      if (level === 0) {
        continue;
      }
      const headed = headedBy(body.kept, levels, place);
      if (!body.asks(block) && !headed.some((other) => body.asks(other))) {
        continue;
      }
      const named = isShorterThan(block, LABEL_LENGTH * 2)
        ? (sectionOf(wordsOf(block)) ?? countedDiscussion(block))
        : undefined;
      const known = named !== undefined && mayBeText(block, named, page, body) ? undefined : named;
      yield* known === undefined
        ? linkSection(page, block, headed)
        : namedSection(block, headed, known, place / body.kept.length);
    }
  },
};

function sectionOf(words: FoldedText): SectionRule | undefined {
  return SECTIONS.find((rule) => matches(rule, words));
}

/** `Comentarios (2)`, `댓글 2`: the words, and how many. */
function countedDiscussion({ text }: Block): SectionRule | undefined {
  const counted = COUNT.exec(text)?.[1];
  return counted !== undefined && DISCUSSIONS.matcher.is(counted) ? DISCUSSIONS : undefined;
}

/** A sign-up begins with its request; other headings are their words and no more. */
function matches({ type, matcher }: SectionRule, words: FoldedText): boolean {
  return type === "newsletter" ? matcher.starts(words) : matcher.is(words);
}

/** A paper's discussion, and what a policy says of letters. */
const mayBeText = (block: Block, { type }: SectionRule, page: Page, body: Body): boolean =>
  (type === "newsletter" && isSectionOfText(block, page, body)) ||
  (type === "comments" && isDiscussionOfText(block, page, body));

function* namedSection(
  block: Block,
  headed: readonly Block[],
  { type, rule, takesProse }: SectionRule,
  position: number,
): Iterable<Finding> {
  const taken: Block[] = [];
  const countsComments = type === "comments" && COUNT.test(block.text);
  for (const other of headed) {
    if (isProse(other) && !(takesProse && (position >= EARLIEST_PROSE_SECTION || countsComments))) {
      break;
    }
    taken.push(other);
  }
  const onlyLinks = taken.length === headed.length;
  const linked = taken.filter((other) => linkDensity(other) >= MOSTLY_LINK).length;
  if (takesProse || onlyLinks || linked > 0) {
    for (const target of [block, ...taken]) {
      yield { target, type, rule };
    }
  }
}

function* linkSection(page: Page, block: Block, headed: readonly Block[]): Iterable<Finding> {
  const fewest = Math.max(LINKS_OF_A_LIST, headed.length * MOSTLY_LINK);
  const linked = headed.filter((other) => linkDensity(other) >= MOSTLY_LINK);
  if (
    linked.length >= fewest &&
    !headed.some((other) => isProse(other)) &&
    linked.filter((other) => leadsIntoSite(other, page)).length >= fewest
  ) {
    for (const target of [block, ...headed]) {
      yield { target, type: "related", rule: "heading-of-links" };
    }
  }
}

/** Bold lines head what follows them too, below every real heading. */
function levelOf(block: Block): number {
  const level = headingLevel(block);
  return level > 0 ? level : isBoldLine(block) || block.tag === "dt" || block.tag === "summary" ? 7 : 0;
}

/** The kept blocks that a heading heads: up to the next one of its level or above, inside the element that holds both. */
function headedBy(kept: readonly Block[], levels: readonly number[], place: number): readonly Block[] {
  const level = levels[place] ?? 0;
  let end = place + 1;
  while (end < kept.length) {
    const its = levels[end] ?? 0;
    if (its > 0 && its <= level) {
      break;
    }
    end += 1;
  }
  return kept.slice(place + 1, end);
}

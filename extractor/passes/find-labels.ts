import { unsaidIn } from "../text-mode/line-shape.ts";
import type { BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { linkDensity } from "../prose.ts";
import { COMMENT_WORDS } from "../words/comment-words.ts";
import { AD_WORDS } from "../words/ad-words.ts";
import { COOKIE_WORDS } from "../words/consent-words.ts";
import { LISTEN_WORDS, LOADING_WORDS } from "../words/listen-words.ts";
import { NAVIGATION_WORDS, SEARCH_WORDS } from "../words/navigation-words.ts";
import { COUNTER_WORDS } from "../words/counter-words.ts";
import { EMBED_LABELS, EMBED_OPENINGS, VIDEO_LABELS } from "../words/embed-words.ts";
import { RELATED_WORDS } from "../words/related-words.ts";
import { NETWORK_NAMES, SHARE_WORDS } from "../words/share-words.ts";
import type { WordList, WordMatcher } from "../words/word-list.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { endsIn, headingLevel, isSentence, isTableCell } from "./block-shape.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import { isDiscussionOfText } from "./is-section-of-text.ts";
import type { AfterPass, Body } from "./pass.ts";

interface LabelRule {
  readonly type: BlockType;
  readonly rule: string;
  /** Longest line that is nothing but labels of this kind. */
  readonly longest: number;
  /** What is left of the line without the labels, folded: few letters, or it says more. */
  readonly spared: number;
  readonly lists: readonly WordList[];
  readonly headings: boolean;
}

/** `Why listen to us?` heads a part of the article. */
const SPARED_IN_HEADING = 2;

/** The rule of counters by its name in the ledger. */
export const COUNTER_RULE = "counter";

/** The rule of lines in place of posts by its name in the ledger. */
export const EMBED_RULE = "embed-label";

/** Lines made up of labels alone, however many stand in a row. */
const LABELS: readonly LabelRule[] = [
  {
    type: "share",
    rule: "share-labels",
    longest: 120,
    spared: 2,
    lists: [SHARE_WORDS, NETWORK_NAMES],
    headings: false,
  },
  {
    type: "listen-widget",
    rule: "listen-label",
    longest: 70,
    spared: 8,
    lists: [LISTEN_WORDS],
    headings: true,
  },
  { type: "loading", rule: "loading-label", longest: 60, spared: 2, lists: [LOADING_WORDS], headings: true },
  { type: "ad", rule: "ad-label", longest: 80, spared: 2, lists: [AD_WORDS], headings: true },
  { type: "search", rule: "search-label", longest: 30, spared: 0, lists: [SEARCH_WORDS], headings: true },
  {
    type: "comments",
    rule: "comment-label",
    longest: 60,
    spared: 2,
    lists: [COMMENT_WORDS],
    headings: true,
  },
  {
    type: "view-counter",
    rule: COUNTER_RULE,
    longest: 60,
    spared: 2,
    lists: [COUNTER_WORDS],
    headings: true,
  },
  { type: "related", rule: "related-label", longest: 50, spared: 0, lists: [RELATED_WORDS], headings: false },
  {
    type: "navigation",
    rule: "control-label",
    longest: 40,
    spared: 0,
    lists: [NAVIGATION_WORDS],
    headings: false,
  },
];

const compiled = LABELS.map((label) => Object.assign({ matcher: createMatcher(...label.lists) }, label));
const loading = createMatcher(LOADING_WORDS);
const cookie = createMatcher(COOKIE_WORDS);
const embedOpening = createMatcher(EMBED_OPENINGS);
const embedLabel = createMatcher(EMBED_LABELS);
const video = createMatcher(VIDEO_LABELS);

/** A short line that trails off: `Loading the story…`. */
const UNFINISHED = /^.{3,40}(?:…|\.\.\.)$/u;

/** Longest notice of cookies. */
const LONGEST_COOKIE_NOTICE = 500;

/** Longest line in place of a post of another site: a request for consent. */
const LONGEST_EMBED = 130;

const LOADING_LINE: Verdict = { type: "loading", rule: "loading-line" };
const COOKIE_NOTICE: Verdict = { type: "cookie-banner", rule: "cookie-notice" };
const EMBED: Verdict = { type: "social", rule: EMBED_RULE };
const ORNAMENT: Verdict = { type: "boilerplate", rule: "ornament" };

/** Lines that are only labels: of share bars, players, counters, controls. */
export const findLabels: AfterPass = {
  name: "labels",
  description: "lines made up of the labels of share bars, players, counters and controls",
  find: judgeEach(
    (page, body): Known => ({ page, body }),
    (block, known) => (isTableCell(block) ? null : judge(block, known)),
  ),
};

/** Longest line that may be all labels. */
const LONGEST_LABELS = 120;

interface Known {
  readonly page: Page;
  readonly body: Body;
}

function judge(block: Block, { page, body }: Known): Verdict | null {
  const length = block.alphabeticLength;
  if (length <= LONGEST_LABELS) {
    const isHeading = headingLevel(block) > 0;
    for (const label of compiled) {
      const spared = isHeading ? Math.min(label.spared, SPARED_IN_HEADING) : label.spared;
      if (length <= label.longest && (label.headings || !isHeading) && isOnly(block, label.matcher, spared)) {
        if (label.type === "comments" && isHeading && isDiscussionOfText(block, page, body)) return null;
        return { type: label.type, rule: label.rule };
      }
    }
  }
  if (length <= LONGEST_EMBED && standsForPost(block)) {
    return EMBED;
  }
  if (endsIn(block, "….") && UNFINISHED.test(block.text) && loading.starts(wordsOf(block))) {
    return LOADING_LINE;
  }
  if (length <= LONGEST_COOKIE_NOTICE && cookie.has(wordsOf(block)) && linkDensity(block) > 0) {
    return COOKIE_NOTICE;
  }
  const ornament = !/[\p{L}\p{N}]/u.test(block.text) && !/[\p{Sc}\p{Sm}]/u.test(block.text);
  return ornament && block.tag !== "pre" ? ORNAMENT : null;
}

function standsForPost(block: Block): boolean {
  const words = wordsOf(block);
  if (embedOpening.starts(words)) {
    return true;
  }
  return (
    headingLevel(block) === 0 &&
    (embedLabel.is(words) || (video.starts(words) && !isSentence(block) && block.tag !== "li"))
  );
}

/** True when nothing but labels of the kind, numbers and punctuation is on the line. A number alone is no label. */
function isOnly(block: Block, matcher: WordMatcher, spared: number): boolean {
  const words = wordsOf(block);
  return matcher.has(words) && unsaidIn(matcher.without(words)) <= spared && /\p{L}/u.test(block.text);
}

import type { BlockType } from "../../../types.ts";
import { alphabeticLength } from "../../alphabetic-length.ts";
import { COMMENT_WORDS } from "../../words/comment-words.ts";
import { AD_WORDS } from "../../words/ad-words.ts";
import { LISTEN_WORDS, LOADING_WORDS } from "../../words/listen-words.ts";
import { NAVIGATION_WORDS, SEARCH_WORDS } from "../../words/navigation-words.ts";
import { EMBED_LABELS, EMBED_OPENINGS } from "../../words/embed-words.ts";
import { COUNTER_WORDS } from "../../words/counter-words.ts";
import { TRACKBACK_WORDS } from "../../words/mail-words.ts";
import { HOME_WORDS, LANGUAGE_WORDS } from "../../words/place-words.ts";
import { NETWORK_NAMES, SHARE_WORDS } from "../../words/share-words.ts";
import type { WordList } from "../../words/word-list.ts";
import { createMatcher } from "../../words/word-list.ts";
import type { Line } from "../dump.ts";
import { isParagraph, isSentence, lettersIn, scriptOf, unsaidIn, wordCountOf } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

interface LabelRule {
  readonly type: BlockType;
  readonly rule: string;
  /** Longest line that is nothing but labels of this kind. */
  readonly longest: number;
  /** Letters that may be left of the line without the labels. */
  readonly spared: number;
  /** Where such a label is no heading of the article: at the edges, or anywhere. */
  readonly where: "edges" | "anywhere";
  readonly lists: readonly WordList[];
  /** Words that stand beside the labels and are none: "12" needs "comments". */
  readonly beside?: readonly WordList[];
}

const LABELS: readonly LabelRule[] = [
  {
    type: "loading",
    rule: "loading-label",
    longest: 60,
    spared: 2,
    where: "anywhere",
    lists: [LOADING_WORDS],
  },
  {
    type: "listen-widget",
    rule: "listen-label",
    longest: 60,
    spared: 8,
    where: "anywhere",
    lists: [LISTEN_WORDS],
  },
  { type: "ad", rule: "ad-label", longest: 80, spared: 0, where: "anywhere", lists: [AD_WORDS] },
  {
    type: "share",
    rule: "share-labels",
    longest: 140,
    spared: 2,
    where: "anywhere",
    lists: [SHARE_WORDS, NETWORK_NAMES],
  },
  {
    type: "comments",
    rule: "comment-label",
    longest: 60,
    spared: 2,
    where: "anywhere",
    lists: [COMMENT_WORDS],
    beside: [COUNTER_WORDS],
  },
  { type: "search", rule: "search-label", longest: 40, spared: 0, where: "edges", lists: [SEARCH_WORDS] },
  {
    type: "navigation",
    rule: "control-label",
    longest: 80,
    spared: 0,
    where: "edges",
    lists: [NAVIGATION_WORDS, HOME_WORDS],
  },
];

const compiled = LABELS.map((label) => ({
  label,
  matcher: createMatcher(...label.lists),
  all: createMatcher(...label.lists, ...(label.beside ?? [])),
}));
const trackback = createMatcher(TRACKBACK_WORDS);
const language = createMatcher(LANGUAGE_WORDS);
const loading = createMatcher(LOADING_WORDS);
const embedOpening = createMatcher(EMBED_OPENINGS);
const embedLabel = createMatcher(EMBED_LABELS);

/** Longest line in place of a post of another site: a request for consent. */
const LONGEST_EMBED = 130;

/** `Loading story…` */
const LOADING_LINE = /^.{4,30}(?:…|\.{3})$/u;

/** "(You need to login.)" may stand beside it. */
const LONGEST_TRACKBACK = 70;
const LONGEST_LANGUAGE_SWITCH = 60;
const LONGEST_FOREIGN_LABEL = 30;

/** Labels that are headings of articles as well; inside of the text they stay. */
const AMBIGUOUS =
  /^[^\p{L}]*(?:promotion|pub|ads?|pr|ilan|annonce|annuncio|anuncio|listen|line|mix|signal|save|post|more|mail|discussion|diskussion|forum|responses|opinie|лучшее|discuss(?:ion|ão)|reply|antworten?|print|del|dela|dinle)[^\p{L}]*$/iu;

/** Lines made up of the labels of controls, players, share bars and notices. */
export const findLabels: TextPass = {
  name: "labels",
  description: "lines made up of the labels of controls, players, share bars and notices",
  find: function* find(reading): Iterable<TextFinding> {
    const script = scriptOf(reading.paragraphs.map(({ text }) => text).join(" "));
    for (const line of reading.lines.filter(reading.isOpen)) {
      const found = edgeLabelOf(line, { reading, script }) ?? labelOf(line, reading);
      if (found !== null) {
        yield found;
      }
    }
  },
};

function labelOf(line: Line, reading: Reading): TextFinding | null {
  const length = alphabeticLength(line.folded);
  const inBody = reading.zoneOf(line) === "body";
  for (const { label, matcher, all } of compiled) {
    const { type, rule, longest, spared, where } = label;
    if (length > longest || (inBody && where === "edges") || !matcher.has(line.folded)) {
      continue;
    }
    const heads =
      inBody && (isHeadingLike(line, reading) || (type === "comments" && isOverParagraph(line, reading)));
    if (unsaidIn(all.without(line.folded)) <= spared && !heads) {
      return { line, type, rule };
    }
  }
  if (length <= LONGEST_EMBED && (embedOpening.starts(line.folded) || embedLabel.is(line.folded))) {
    return { line, type: "social", rule: "embed-label" };
  }
  return LOADING_LINE.test(line.text) && loading.starts(line.folded)
    ? { line, type: "loading", rule: "loading-line" }
    : null;
}

/** A single word over a paragraph is a heading of the article where it may be one. */
function isHeadingLike(line: Line, { lines }: Reading): boolean {
  const next = lines[line.index + 1];
  return wordCountOf(line.text) <= 1 && AMBIGUOUS.test(line.folded) && next !== undefined;
}

/** One word over a paragraph: a discussion has a count, a form or a name there. */
function isOverParagraph(line: Line, { lines }: Reading): boolean {
  const next = lines[line.index + 1];
  return wordCountOf(line.text) === 1 && next !== undefined && isParagraph(next.text);
}

function edgeLabelOf(
  line: Line,
  { reading, script }: { readonly reading: Reading; readonly script: string },
): TextFinding | null {
  const { zoneOf } = reading;
  const length = alphabeticLength(line.folded);
  if (length <= LONGEST_TRACKBACK && trackback.starts(line.folded)) {
    return { line, type: "trackback", rule: "trackback-line" };
  }
  if (zoneOf(line) === "body") {
    return null;
  }
  if (
    length <= LONGEST_LANGUAGE_SWITCH &&
    language.has(line.folded) &&
    lettersIn(language.without(line.folded)) <= 2
  ) {
    return { line, type: "language-switch", rule: "language-names" };
  }
  // A short label of another script than the article's: the switch to that language.
  const other = scriptOf(line.text);
  const foreign = other !== "other" && script !== "other" && other !== script && other !== "latin";
  return foreign && length <= LONGEST_FOREIGN_LABEL && !isSentence(line.text) && script === "latin"
    ? { line, type: "language-switch", rule: "foreign-label" }
    : null;
}

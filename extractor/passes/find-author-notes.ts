import type { Block } from "../blocks.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { AUTHOR_LINKS, BIO_VERBS } from "../words/bio-words.ts";
import { foldLetters } from "../words/fold-letters.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { isSentence, isShorterThan } from "./block-shape.ts";
import { namesOf } from "./names-of.ts";
import { nameSet } from "./read-names.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

const verb = createMatcher(BIO_VERBS);
const authorLink = createMatcher(AUTHOR_LINKS);

/** Longest line that leads to an author's page. */
const LONGEST_AUTHOR_LINK = 80;

const LONGEST_NOTE = 1200;

/** Longest note that ends with such a link. */
const LONGEST_ENDED_NOTE = 400;

const BIO_TOKENS = nameSet(
  "authorbio",
  "bio",
  "biography",
  "authorbox",
  "aboutauthor",
  "autorenbox",
  "authorinfo",
  "authordescription",
);

/** Notes on the author stand in the last part of an article; at its head a profile's first sentence would look alike. */
const EARLIEST_NOTE = 0.6;

const NAMED_AUTHOR_NOTE: Verdict = { type: "author-bio", rule: "named-author-note" };
const AUTHOR_LINK: Verdict = { type: "author-bio", rule: "author-link" };
const AUTHOR_SENTENCE: Verdict = { type: "author-bio", rule: "author-sentence" };

/** Sentences about the author after the article: `Jane Roe is a reporter …`. */
export const findAuthorNotes: AfterPass = {
  name: "author-notes",
  description: "sentences about the author after the article",
  find: judgeEach(
    (page, { kept }): Known => ({
      page,
      authors: page.metadata.facts.author.map(({ name }) => foldLetters(name)).filter((name) => name !== ""),
      // A whole number, as each place is one.
      earliest: Math.ceil(kept.length * EARLIEST_NOTE),
    }),
    judge,
  ),
};

interface Known {
  readonly page: Page;
  /** Folded names. */
  readonly authors: readonly string[];
  /** The first place where a note may stand. */
  readonly earliest: number;
}

function judge(block: Block, { page, authors, earliest }: Known, place: number): Verdict | null {
  if (block.alphabeticLength > LONGEST_NOTE) {
    return null;
  }
  if (isNamed(page.homes[block.index] ?? null)) {
    return NAMED_AUTHOR_NOTE;
  }
  if (place < earliest) {
    return null;
  }
  const words = wordsOf(block);
  const leads = authorLink.starts(words) && isShorterThan(block, LONGEST_AUTHOR_LINK) && !isSentence(block);
  if (leads || (authorLink.ends(words) && block.alphabeticLength <= LONGEST_ENDED_NOTE)) {
    return AUTHOR_LINK;
  }
  const { folded } = words;
  const name = authors.find((author) => folded.startsWith(author));
  return name !== undefined && verb.starts(folded.slice(name.length)) ? AUTHOR_SENTENCE : null;
}

function isNamed(home: ElementSpan | null): boolean {
  for (let up = home, steps = 0; up !== null && steps < 3; up = up.parent, steps += 1) {
    const { sets, isAuthorNote } = namesOf(up);
    if (isAuthorNote || (sets & BIO_TOKENS) !== 0) {
      return true;
    }
  }
  return false;
}

import type { Block } from "../blocks.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { BIO_VERBS } from "../words/bio-words.ts";
import { foldLetters } from "../words/fold-letters.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { namesOf } from "./names-of.ts";
import { nameSet } from "./read-names.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

const verb = createMatcher(BIO_VERBS);

const LONGEST_NOTE = 1200;

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

/** Sentences about the author after the article: `Jane Roe is a reporter …`. */
export const findAuthorNotes: AfterPass = {
  name: "author-notes",
  description: "sentences about the author after the article",
  find: function* find(page: Page, body: Body): Iterable<Finding> {
    const authors = page.metadata.facts.author
      .map(({ name }) => foldLetters(name))
      .filter((name) => name !== "");
    for (let place = 0; place < body.kept.length; place += 1) {
      const block = body.kept[place] as Block;
      if (block.alphabeticLength > LONGEST_NOTE || !body.asks(block)) {
        continue;
      }
      if (isNamed(page.homes[block.index] ?? null)) {
        yield { target: block, type: "author-bio", rule: "named-author-note" };
      } else if (place >= body.kept.length * EARLIEST_NOTE) {
        const { folded } = wordsOf(block);
        const name = authors.find((author) => folded.startsWith(author));
        if (name !== undefined && verb.starts(folded.slice(name.length))) {
          yield { target: block, type: "author-bio", rule: "author-sentence" };
        }
      }
    }
  },
};

function isNamed(home: ElementSpan | null): boolean {
  for (let up = home, steps = 0; up !== null && steps < 3; up = up.parent, steps += 1) {
    const { sets, isAuthorNote } = namesOf(up);
    if (isAuthorNote || (sets & BIO_TOKENS) !== 0) {
      return true;
    }
  }
  return false;
}

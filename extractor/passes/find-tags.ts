import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { isProse, linkDensity } from "../prose.ts";
import { TAG_WORDS } from "../words/tag-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { isSentence, isTableCell } from "./block-shape.ts";
import { isCalled } from "./names-of.ts";
import { nameSet } from "./read-names.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

const tag = createMatcher(TAG_WORDS);

const LONGEST_TAG_LINE = 400;

const TAG_TOKENS = nameSet(
  "tags",
  "tag",
  "taglist",
  "tagcloud",
  "keywords",
  "categories",
  "schlagworte",
  "postcategories",
);

/** `Tags: one, two`: the word and its colon, or the word and links. */
const LABEL = /^[^:：]{2,40}[:：]/u;

/** `Tags: one, two` without links: items of a few words each behind the colon. */
const LISTED = /^[^:：]{2,40}[:：](?:\s*[^\s,;、][^,;、.!?]{0,39}[,;、])+\s*[^,;、.!?]{1,40}$/u;

const MOSTLY_LINK = 0.5;

const TAG_LINE: Verdict = { type: "tags", rule: "tag-line" };
const NAMED_TAGS: Verdict = { type: "tags", rule: "named-tags" };
const TAG_LABEL: Verdict = { type: "tags", rule: "tag-label" };

/** Lists of tags and sections at an article's head or foot. */
export const findTags: AfterPass = {
  name: "tags",
  description: "lists of tags and sections",
  find: judgeEach(
    (page, { kept }): Known => ({ page, last: kept.findLastIndex(isProse) }),
    (block, { page, last }, place) => {
      if (block.alphabeticLength > LONGEST_TAG_LINE || isSentence(block) || isTableCell(block)) {
        return null;
      }
      if (
        tag.starts(wordsOf(block)) &&
        (linkDensity(block) >= MOSTLY_LINK ||
          (LABEL.test(block.text) && (block.links > 0 || (place > last && LISTED.test(block.text)))))
      ) {
        return TAG_LINE;
      }
      if (linkDensity(block) >= MOSTLY_LINK && isNamed(page.homes[block.index] ?? null)) {
        return NAMED_TAGS;
      }
      return tag.is(wordsOf(block)) ? TAG_LABEL : null;
    },
  ),
};

interface Known {
  readonly page: Page;
  /** Place of the last paragraph. */
  readonly last: number;
}

function isNamed(home: ElementSpan | null): boolean {
  for (let up = home, steps = 0; up !== null && steps < 3; up = up.parent, steps += 1) {
    const { localName } = up.element;
    if (isCalled(up, TAG_TOKENS) && localName !== "body" && localName !== "article") {
      return true;
    }
  }
  return false;
}

import { alphabeticLength } from "../../alphabetic-length.ts";
import { SECTION_WORDS } from "../../words/place-words.ts";
import { TAG_WORDS } from "../../words/tag-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import type { Line } from "../dump.ts";
import { isLabel, isSentence, wordCountOf } from "../line-shape.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

const tags = createMatcher(TAG_WORDS, SECTION_WORDS);

/** More labels in a row are a menu. */
const MOST_TAGS = 15;
const MOST_TAG_WORDS = 4;

const LONGEST_TAG_LINE = 240;

/** `Tags: harbour, flood`, `• Category:Other`, `#harbour #flood`. */
const LABEL_AND_VALUES = /^[^\p{L}\p{N}#]*([^:：]{2,30})\s*[:：]\s*(\S.*)$/u;
const HASHTAG = /^[#＃]\p{L}[\p{L}\p{N}_ -]{0,30}$/u;
const HASHTAGS = /^(?:[#＃][\p{L}\p{N}_]+[\s,、]*){2,}$/u;

/** `タグ：岬町、自転車、廃線`: in the text a label may head a sentence, but not a list of words with marks between them. */
const EASTERN_LIST =
  /^[^\p{L}]*(?:タグ|関連タグ|キーワード|标签|標籤|关键词|關鍵字|태그|키워드|해시태그|الوسوم|وسوم|كلمات مفتاحية|الكلمات المفتاحية|برچسب)\S*\s*[:：]/u;
const isEasternList = ({ text }: Line): boolean => EASTERN_LIST.test(text) && !isSentence(text);

/** Section, tags and keywords of the article. */
export const findTags: TextPass = {
  name: "tags",
  description: "section, tags and keywords over and under an article",
  find: function* find({ lines, isOpen, zoneOf, headline }): Iterable<TextFinding> {
    for (const line of lines) {
      if (
        !isOpen(line) ||
        line === headline ||
        (zoneOf(line) === "body" && !isEasternList(line)) ||
        alphabeticLength(line.text) > LONGEST_TAG_LINE
      ) {
        continue;
      }
      const [, label = ""] = LABEL_AND_VALUES.exec(line.folded) ?? [];
      if (tags.is(label) && !isSentence(line.text)) {
        yield { line, type: "tags", rule: "tag-line" };
      } else if (HASHTAGS.test(line.folded) || HASHTAG.test(line.folded)) {
        yield { line, type: "tags", rule: "hashtags" };
      } else if (tags.is(line.folded)) {
        yield { line, type: "tags", rule: "tag-label" };
        if (zoneOf(line) === "foot") {
          yield* tagsUnder(line, lines, isOpen);
        }
      }
    }
  },
};

/** Labels in a row under the word for them. */
function* tagsUnder(
  label: Line,
  lines: readonly Line[],
  isOpen: (line: Line) => boolean,
): Iterable<TextFinding> {
  for (const line of lines.slice(label.index + 1, label.index + 1 + MOST_TAGS)) {
    if (!isOpen(line) || !isLabel(line.text) || wordCountOf(line.text) > MOST_TAG_WORDS) {
      return;
    }
    yield { line, type: "tags", rule: "under-tag-label" };
  }
}

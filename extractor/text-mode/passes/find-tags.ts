import type { Line } from "../dump.ts";
import { alphabeticLength } from "../../alphabetic-length.ts";
import { SECTION_WORDS } from "../../words/place-words.ts";
import { TAG_WORDS } from "../../words/tag-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import { isSentence } from "../line-shape.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

const tags = createMatcher(TAG_WORDS, SECTION_WORDS);

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
      }
    }
  },
};

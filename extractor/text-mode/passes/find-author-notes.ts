import { alphabeticLength } from "../../prose.ts";
import { BIO_HEADINGS, BIO_VERBS } from "../../words/bio-words.ts";
import { foldLetters } from "../../words/fold-letters.ts";
import { createMatcher } from "../../words/word-list.ts";
import { namesInByline } from "../head-marks.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

const headings = createMatcher(BIO_HEADINGS);
const verbs = createMatcher(BIO_VERBS);

const LONGEST_NOTE = 500;

/** A note on the author under the article: it begins with the name that the byline gave, or stands under a heading. */
export const findAuthorNotes: TextPass = {
  name: "author-notes",
  description: "a note on the author under the article",
  find: function* find(reading): Iterable<TextFinding> {
    const names = reading.lines
      .filter((line) => reading.typeOf(line) === "byline")
      .flatMap(({ text }) => namesInByline(text))
      .map(foldLetters);
    const last = reading.lines.findLast((line) => reading.isOpen(line));
    if (last === undefined || last === reading.paragraphs[0] || alphabeticLength(last.text) > LONGEST_NOTE) {
      return;
    }
    const folded = foldLetters(last.text);
    const own = names.find((name) => folded.startsWith(name));
    if (own !== undefined && verbs.starts(folded.slice(own.length))) {
      yield { line: last, type: "author-bio", rule: "note-on-author" };
    }
    const above = reading.lines[last.index - 1];
    if (
      above !== undefined &&
      reading.isOpen(above) &&
      headings.is(above.folded) &&
      /\s/u.test(above.folded)
    ) {
      yield { line: above, type: "author-bio", rule: "author-heading" };
      yield { line: last, type: "author-bio", rule: "under-author-heading" };
    }
  },
};

import { alphabeticLength, denseCharacters } from "../../alphabetic-length.ts";
import { AUTHOR_LINKS, BIO_HEADINGS, BIO_VERBS } from "../../words/bio-words.ts";
import { foldLetters } from "../../words/fold-letters.ts";
import { createMatcher } from "../../words/word-list.ts";
import { namesInByline } from "../head-marks.ts";
import { isLabel, isParagraph, isSentence } from "../line-shape.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

const headings = createMatcher(BIO_HEADINGS);
const verbs = createMatcher(BIO_VERBS);
const authorLink = createMatcher(AUTHOR_LINKS);
/** Longest line that leads to an author's page. */
const LONGEST_AUTHOR_LINK = 80;

const LONGEST_NOTE = 500;
/** One word may be any heading; in scripts without spaces so many characters are more than one. */
const FEWEST_DENSE = 4;
/** The note is the last thing under an article, or nearly. */
const LAST_LINES = 8;

/** A note on the author under the article: it begins with the name that the byline gave, or stands under a heading. */
export const findAuthorNotes: TextPass = {
  name: "author-notes",
  description: "a note on the author under the article",
  find: function* find(reading): Iterable<TextFinding> {
    const names = reading.lines
      .filter((line) => reading.typeOf(line) === "byline")
      .flatMap(({ text }) => namesInByline(text))
      .map(foldLetters);
    const end = reading.lines.filter(reading.isOpen).slice(-LAST_LINES);
    for (const line of end.filter(({ text }) => alphabeticLength(text) <= LONGEST_NOTE)) {
      const above = reading.lines[line.index - 1];
      const folded = foldLetters(line.text);
      const own = names.find((name) => folded.startsWith(name));
      if (line === reading.paragraphs[0] || line === reading.headline) {
        continue;
      }
      if (own !== undefined && verbs.starts(folded.slice(own.length))) {
        yield { line, type: "author-bio", rule: "note-on-author" };
      } else if (
        authorLink.ends(folded) ||
        (authorLink.starts(folded) && line.text.length <= LONGEST_AUTHOR_LINK && !isSentence(line.text))
      ) {
        yield { line, type: "author-bio", rule: "author-link" };
      } else if (
        above !== undefined &&
        reading.isOpen(above) &&
        headings.is(above.folded) &&
        (/\s/u.test(above.folded) || denseCharacters(above.folded + line.text) >= FEWEST_DENSE)
      ) {
        yield { line: above, type: "author-bio", rule: "author-heading" };
        yield { line, type: "author-bio", rule: "under-author-heading" };
        const below = reading.lines[line.index + 1];
        // The name alone, and the note under it.
        if (below !== undefined && reading.isOpen(below) && isLabel(line.text) && isParagraph(below.text)) {
          yield { line: below, type: "author-bio", rule: "under-author-heading" };
        }
      }
    }
  },
};

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { LISTED_CHARS, readShape, startShape, startWords } from "../../../extractor/model/text-shape.ts";
import {
  compareWords,
  openWordBook,
  type WordBook,
  type Wording,
} from "../../../extractor/model/word-book.ts";
import { spanOver } from "../../../extractor/text-codes.ts";

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function compare(book: WordBook, text: string): Wording {
  const [span, shape, list] = [spanOver(text), startShape(), startWords()];
  readShape(span, shape, list);
  return { ...compareWords(book, span, list, shape.classes) };
}

test("counts words, different words, and those of title and description, in whatever case and script", () => {
  const title = "Der Fährmann von ŁÓDŹ";
  const description = "Паром отошёл: ΣΑΣ und İstanbul";
  const book = openWordBook(title, description);
  const piece = fc.oneof(
    fc.constantFrom(...`${title} ${description} paromu ferry the The THE 渡し船 sixty 60 ½ 𝒜𝒷`.split(" ")),
    fc.constantFrom(" ", "-", "’", "…", "\u0301"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(" ");
      const words = wordsOf(text);
      assert.deepEqual(
        compare(book, text),
        {
          words: words.length,
          unique: new Set(words).size,
          inTitle: words.filter((word) => wordsOf(title).includes(word)).length,
          inDescription: words.filter((word) => wordsOf(description).includes(word)).length,
        },
        text,
      );
    }),
    { numRuns: 500 },
  );
});

test("tells more spellings apart than it has room for at first", () => {
  const book = openWordBook("w7 w4000", "");
  const words = Array.from({ length: 5000 }, (_, i) => `w${i}`);
  for (let first = 0; first < words.length; first += 10) {
    const text = [...words.slice(first, first + 10), ...words.slice(first, first + 5)].join(" ");
    const named = ["w7", "w4000"].map((name) => text.split(" ").filter((word) => word === name).length);
    assert.deepEqual(compare(book, text), {
      words: 15,
      unique: 10,
      inTitle: (named[0] ?? 0) + (named[1] ?? 0),
      inDescription: 0,
    });
  }
});

test("of a long text only the beginning counts, to the character", () => {
  const book = openWordBook("harbour harb", "");
  const long = `${"x ".repeat(LISTED_CHARS / 2 - 2)}harbour harbour`;
  for (const text of [long, `渡${long.slice(1)}`])
    assert.deepEqual(compare(book, text).inTitle, 1, "cut to its first four letters");
  assert.equal(compare(book, long).words, LISTED_CHARS / 2 - 1);
});

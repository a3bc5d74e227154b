import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { classOf } from "../../../extractor/char-classes.ts";
import { openWordBook } from "../../../extractor/model/word-book.ts";
import { spanOver } from "../../../extractor/text-codes.ts";

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

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
      const span = spanOver(text);
      const classes = span.codes.reduce((all, code) => all | classOf(code), 0);
      assert.deepEqual(
        { ...book.compare(span, classes) },
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
    assert.deepEqual(
      { ...book.compare(spanOver(text), 0) },
      { words: 15, unique: 10, inTitle: (named[0] ?? 0) + (named[1] ?? 0), inDescription: 0 },
    );
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { shapeOf } from "../../../extractor/model/text-shape.ts";
import { openWordBook } from "../../../extractor/model/word-book.ts";

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
      assert.deepEqual(
        { ...book.compare(text, shapeOf(text).classes) },
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

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { foldSpace } from "../../extractor/blocks.ts";
import { countWords } from "../../extractor/count-words.ts";

const CHARACTERS = [..." \n\t\u00a0\u200b\u00adabzAZÀÿª²½×÷'’‘“_-—…09.,"];
const texts = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 24 }).map((chars) => chars.join(""));

test("words of Western texts are those that the pattern for all scripts finds", () => {
  const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(countWords(text, null), text.match(word)?.length ?? 0, JSON.stringify(text));
    }),
    { numRuns: 2000 },
  );
});

test("white space is folded to single spaces, whatever it is made of", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const visible = text.replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, "");
      assert.equal(foldSpace(text), visible.replaceAll(/\s+/g, " ").trim(), JSON.stringify(text));
    }),
    { numRuns: 2000 },
  );
});

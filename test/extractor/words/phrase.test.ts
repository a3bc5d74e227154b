import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { endOfPhrase, isLast, phraseSource, readPhrase } from "../../../extractor/words/phrase.ts";

for (const [phrase, text, end, last] of [
  ["low water", "low water mark", 9, false],
  ["low water", "low water …", 9, true],
  ["low water", "low waters", 0, false],
  ["row*", "rowers of the quay", 6, false],
  ["row*", "rowing!", 6, true],
  ["tide* table", "tides table", 11, true],
  ["tide* table", "tides tables", 0, false],
  ["more _ news", "more harbour and quay news", 26, true],
  ["more _ news", "more news from the quay", 9, false],
  ["more _ news", "more harbour. news", 0, false],
] as const) {
  test(`"${phrase}" in "${text}"`, () => {
    const read = readPhrase(phrase, true);
    assert.equal(endOfPhrase(read, text, 0), end);
    assert.equal(isLast(read, text, 0), last);
  });
}

test("a phrase is compared as its expression would be", () => {
  const word = fc.constantFrom("oar", "oars", "é", "港", "5", "a");
  const phrase = fc
    .array(fc.tuple(word, fc.constantFrom(" ", "* ", " _ ", "-")), { minLength: 1, maxLength: 3 })
    .chain((parts) => fc.constantFrom("", "*").map((star) => joined(parts, star)));
  const text = fc
    .array(fc.oneof(word, fc.constantFrom(" ", ".", "-", "…", "oar oars")), { maxLength: 8 })
    .map((parts) => parts.join("").replace(/ +/g, " "));
  fc.assert(
    fc.property(phrase, text, (words, folded) => {
      const ends = words.endsWith("*") ? "" : "(?![\\p{L}\\p{N}])";
      const expression = new RegExp(phraseSource(words) + ends, "uy");
      const last = new RegExp(`${phraseSource(words)}${ends}[^\\p{L}\\p{N}]*$`, "uy");
      const read = readPhrase(words, true);
      assert.equal(endOfPhrase(read, folded, 0), expression.test(folded) ? expression.lastIndex : 0);
      assert.equal(isLast(read, folded, 0), last.test(folded));
    }),
    { numRuns: 3000 },
  );
});

/** Words with what stands between them: nothing follows the last but a star, if any. */
function joined(parts: readonly (readonly [string, string])[], star: string): string {
  const text = parts.map(([word, between], i) => (i < parts.length - 1 ? word + between : word)).join("");
  return text + star;
}

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { foldLetters } from "../../../extractor/words/fold-letters.ts";
import { findOpenings } from "../../../extractor/words/find-openings.ts";
import { isIn, readOpenings } from "../../../extractor/words/openings.ts";
import { RELATED_WORDS } from "../../../extractor/words/related-words.ts";
import { createMatcher } from "../../../extractor/words/word-list.ts";

const PHRASES = [
  "read more",
  "by",
  "(c)",
  "abonn*",
  "more _ news",
  "don't miss",
  "記者",
  "line公式",
  "20 min*",
];
/** Lists of their own before and after it, so that its bit is not the first of the first number. */
const OTHERS = Array.from({ length: 40 }, (_, i) => [`harbour${i}`]);
const LIST = 40;
const openings = readOpenings([...OTHERS, PHRASES, ["read", "ferry"]]);

for (const [text, holds, opens] of [
  ["Read more", true, true],
  ["Please read more", true, false],
  ["readers", false, false],
  ["Abonnieren Sie", true, true],
  ["20 minutes", true, true],
  ["本報記者", true, true],
  ["lines", false, false],
  ["a (c) b", true, true],
  ["", false, false],
] as const) {
  test(`${JSON.stringify(text)} ${holds ? "may hold a" : "holds no"} phrase`, () => {
    const opened = findOpenings(openings, foldLetters(text));
    assert.equal(isIn(opened.holds, LIST), holds);
    assert.equal(isIn(opened.opens, LIST), opens);
  });
}

test("the places of words that begin a phrase are told with the list", () => {
  const { places, openings: all } = findOpenings(openings, "you may read more by the ferry");
  const mine = places.filter((_, i) => i % 2 === 0 && all[places[i + 1] ?? -1]?.lists.includes(LIST));
  assert.deepEqual(mine, [8, 13, 18]);
});

test("a phrase is found wherever it stands", () => {
  const lists = { ...RELATED_WORDS, any: PHRASES.filter((phrase) => !/[*_]/u.test(phrase)) };
  const matcher = createMatcher(lists);
  const phrase = fc.constantFrom(...Object.values(lists).flat());
  const around = fc.constantFrom("", "Ferries, ", "¿", "… ", "12 · ", "«", "harbour (");
  fc.assert(
    fc.property(phrase, around, around, (words, before, after) => {
      assert.ok(matcher.has(`${before}${words} ${after}`));
      assert.ok(matcher.starts(`${words.toUpperCase()} ${after}`));
      assert.ok(matcher.ends(`${before}${words}!`));
      assert.ok(matcher.is(` ${words}:`));
      assert.notEqual(matcher.without(words), words);
    }),
    { numRuns: 2000 },
  );
});

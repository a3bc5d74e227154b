import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { expandPattern } from "../../../extractor/words/expand-pattern.ts";
import { classOf, NOT_SIMPLE } from "../../../extractor/char-classes.ts";
import { spanOver } from "../../../extractor/text-codes.ts";
import { createCodeFinder } from "../../../extractor/words/code-finder.ts";
import { createPhraseFinder } from "../../../extractor/words/phrase-finder.ts";
import { LINE_KINDS } from "../../../extractor/model/role-words.ts";

const texts = (pattern: RegExp): readonly string[] => expandPattern(pattern).map(({ text }) => text);

test("alternatives, groups, brackets and question marks are spelled out", () => {
  assert.deepEqual(texts(/oars?|h[aä]fen/u), ["oars", "oar", "hafen", "häfen"]);
  assert.deepEqual(texts(/(low|high)( tide)?/u), ["low tide", "low", "high tide", "high"]);
});

test("edges are kept apart from the letters", () => {
  assert.deepEqual(expandPattern(/^(quay)\b|\bpier/u), [
    { text: "quay", before: "start", after: "edge" },
    { text: "pier", before: "edge", after: "any" },
  ]);
});

test("what is more than a list of phrases is refused", () => {
  for (const pattern of [/a+/u, /a*/u, /[a-z]/u, /[^a]/u, /\d/u, /a.b/u, /(?:a)/u, /a{2}/u, /a\bb/u])
    assert.throws(() => expandPattern(pattern), /phrase/, pattern.source);
});

test("finds in one walk what the expressions find one by one", () => {
  const patterns = LINE_KINDS.map(({ pattern }) => pattern);
  const find = createPhraseFinder(patterns);
  const phrases = patterns.flatMap(texts);
  const piece = fc.oneof(
    fc.constantFrom(...phrases),
    fc.constantFrom(...phrases).map((text) => text.slice(1)),
    fc.constantFrom(" ", "-", "_", ". ", "7", "é", "я", "写", "s"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      const expected = patterns.reduce(
        (mask, pattern, i) => (pattern.test(text) ? mask | (1 << i) : mask),
        0,
      );
      assert.equal(find(text), expected, text);
    }),
    { numRuns: 1500 },
  );
});

test("finds the same in code units, whatever the case of the letters", () => {
  const patterns = LINE_KINDS.map(({ pattern }) => pattern);
  const find = createPhraseFinder(patterns);
  const findInCodes = createCodeFinder(patterns);
  const phrases = patterns.flatMap(texts);
  const piece = fc.oneof(
    fc.constantFrom(...phrases),
    fc.constantFrom(...phrases).map((text) => text.toUpperCase()),
    fc.constantFrom(" ", "-", "_", "7", "É", "\u212a", "Я"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join("");
      fc.pre(Array.from(text).every((char) => (classOf(char.charCodeAt(0)) & NOT_SIMPLE) === 0));
      assert.equal(findInCodes(spanOver(text)), find(text.toLowerCase()), text);
    }),
    { numRuns: 500 },
  );
});

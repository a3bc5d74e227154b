import assert from "node:assert/strict";
import { test } from "node:test";
import {
  readShape,
  startShape,
  startWords,
  type TextShape,
  wordsOf,
} from "../../../extractor/model/text-shape.ts";
import { spanOver } from "../../../extractor/text-codes.ts";

function shapeOf(text: string): TextShape {
  const shape = startShape();
  readShape(spanOver(text), shape, startWords());
  return shape;
}

test("counts words, capitals, stops and sentences", () => {
  const shape = shapeOf('The 3 boats of Old Harbour (1904) sank. "Why?" she asked, twice.');
  assert.deepEqual(
    {
      words: wordsOf(shape),
      titled: shape.titled,
      shortLower: shape.shortLower,
      digits: shape.digits,
      commas: shape.commas,
    },
    { words: 12, titled: 4, shortLower: 2, digits: 5, commas: 1 },
  );
  assert.equal(shape.stops, 3);
  assert.equal(shape.sentences, 3);
});

test("a stop inside a number or an address ends no sentence", () => {
  assert.equal(shapeOf("Version 2.5 of example.org is here").sentences, 0);
});

test("scripts without spaces are counted by letters, and their stops end sentences", () => {
  const shape = shapeOf("船は夜明けに出た。誰も手を振らなかった。");
  assert.equal(shape.unspaced, 18);
  assert.equal(wordsOf(shape), 9);
  assert.equal(shape.sentences, 2);
});

test("letters outside of the Latin alphabet have their cases", () => {
  const shape = shapeOf("Паром отошёл на рассвете");
  assert.equal(wordsOf(shape), 4);
  assert.equal(shape.upper, 1);
  assert.equal(shape.shortLower, 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { remember } from "../../extractor/remember.ts";

test("an answer is worked out once and given again", () => {
  const asked: string[] = [];
  const length = remember((text) => {
    asked.push(text);
    return { length: text.length };
  });
  assert.equal(length("a ferry"), length("a ferry"));
  assert.deepEqual(length("a harbour"), { length: 9 });
  assert.deepEqual(asked, ["a ferry", "a harbour"]);
});

test("what is kept is bounded, however many texts come by", () => {
  const asked: string[] = [];
  const echo = remember((text) => {
    asked.push(text);
    return text;
  });
  const long = (letter: string): string => letter.repeat(400_000);
  for (const letter of ["a", "b", "c", "a"]) assert.equal(echo(long(letter)), long(letter));
  assert.equal(asked.length, 4, "the first was forgotten when the third came");
});

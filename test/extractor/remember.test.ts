import assert from "node:assert/strict";
import { test } from "node:test";
import { beginPage, remember } from "../../extractor/remember.ts";

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
  const long = (number: number): string => String(number).padStart(40_000, "x");
  for (const number of [...Array.from({ length: 60 }).keys(), 0]) {
    assert.equal(echo(long(number)), long(number));
  }
  assert.equal(asked.length, 61, "the first was forgotten when others came");
});

test("paragraphs are forgotten when a new page begins, short texts when a page came and went without them", () => {
  const asked: number[] = [];
  const length = remember((text) => {
    asked.push(text.length);
    return text.length;
  });
  const paragraph = "The ferry came late. ".repeat(20);
  const askBoth = (): void => {
    length(paragraph);
    length("a ferry");
  };
  askBoth();
  askBoth();
  assert.deepEqual(asked, [420, 7]);
  beginPage();
  askBoth();
  assert.deepEqual(asked, [420, 7, 420]);
  beginPage();
  length("a ferry");
  beginPage();
  beginPage();
  length("a ferry");
  assert.deepEqual(asked, [420, 7, 420, 7]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parseLooseJson } from "../../../extractor/metadata/repair-json.ts";

const CASES: readonly (readonly [string, string, unknown])[] = [
  ["well formed", '{"a": 1}', { a: 1 }],
  ["trailing commas", '{"a": [1, 2,], "b": 3,}', { a: [1, 2], b: 3 }],
  ["doubled commas", '{"a": 1,, "b": 2}', { a: 1, b: 2 }],
  ["raw line break in a string", '{"a": "one\ntwo"}', { a: "one two" }],
  ["raw tab in a string", '{"a": "one\ttwo"}', { a: "one two" }],
  ["HTML comment around", '<!-- {"a": 1} -->', { a: 1 }],
  ["CDATA around", '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
  ["JavaScript comments", '{ // first\n"a": 1, /* second */ "b": "//kept" }', { a: 1, b: "//kept" }],
  ["escaped quotes of HTML", "{&quot;a&quot;: &quot;x &amp; y&quot;}", { a: "x & y" }],
  ["unescaped quotes", '{"a": "the "old" mill", "b": 1}', { a: 'the "old" mill', b: 1 }],
  ["invalid escape", String.raw`{"a": "it\'s"}`, { a: "it's" }],
  ["missing comma at a line end", '{"a": "x"\n"b": "y"}', { a: "x", b: "y" }],
  ["closing semicolon", '{"a": 1};', { a: 1 }],
  [
    "a comment behind a comma",
    '{"a": "x", // first\n"b": "y", /* then */ "c": "//z"}',
    { a: "x", b: "y", c: "//z" },
  ],
  ["a comment behind a value", '{"a": "x" // first\n, "b": 1}', { a: "x", b: 1 }],
  ["a template's empty value", '{"a": , "b": 2, "c": }', { a: null, b: 2, c: null }],
  [
    "single quotes",
    `{'a': 'the "old" mill, it is', 'b': ['x','y']}`,
    { a: 'the "old" mill, it is', b: ["x", "y"] },
  ],
  [
    "a script's object",
    '{a: "x", "b": undefined, c: NaN, d: true, e: 1e3}',
    { a: "x", b: null, c: null, d: true, e: 1000 },
  ],
  ["cut off", '{"a": "x", "b": {"c": [1, 2', { a: "x", b: { c: [1, 2] } }],
];

test("broken JSON is repaired", () => {
  for (const [name, source, expected] of CASES) assert.deepEqual(parseLooseJson(source), [expected], name);
});

test("several values in one script are all read", () => {
  assert.deepEqual(parseLooseJson('{"a": 1}{"b": 2}'), [{ a: 1 }, { b: 2 }]);
});

test("what is no JSON gives nothing and never throws", () => {
  assert.deepEqual(parseLooseJson(""), []);
  assert.deepEqual(parseLooseJson("window.x = y"), []);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \nab1/*<!-') }), (text) =>
      Array.isArray(parseLooseJson(text)),
    ),
  );
});

test("valid JSON is never changed", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      assert.deepEqual(parseLooseJson(JSON.stringify(value)), [JSON.parse(JSON.stringify(value))]);
    }),
  );
});

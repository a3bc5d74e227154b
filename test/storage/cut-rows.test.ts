import assert from "node:assert/strict";
import { test } from "node:test";
import { cutRows } from "../../storage/cut-rows.ts";

const cut = (rows: readonly (readonly (string | number)[])[]): number[] =>
  [...cutRows(rows, { rows: 3, characters: 10 })].map((some) => some.length);

test("rows are cut by their number and by their text; a long row stands alone, and none is lost", () => {
  assert.deepEqual(cut([]), []);
  assert.deepEqual(cut([[1], [2], [3]]), [3]);
  assert.deepEqual(cut([[1], [2], [3], [4]]), [3, 1]);
  assert.deepEqual(cut([["aaaaa"], ["bbbbb"], ["c"]]), [2, 1]);
  assert.deepEqual(cut([["x".repeat(99)], ["a"], ["x".repeat(99)], [1]]), [1, 1, 1, 1]);
  const rows = Array.from({ length: 20 }, (_, i) => ["y".repeat(i)]);
  assert.deepEqual([...cutRows(rows, { rows: 4, characters: 12 })].flat(), rows);
});

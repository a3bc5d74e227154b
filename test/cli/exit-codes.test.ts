import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXIT_CODES, EXIT_INTERNAL } from "../../cli/exit-codes.ts";

test("every failure has an exit code of its own", () => {
  const numbers = [0, EXIT_INTERNAL, ...Object.values(EXIT_CODES)];
  assert.equal(new Set(numbers).size, numbers.length);
});

test("README.md documents exactly these exit codes", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| (\d+) \| `([a-z-]+)` \|/gmu)].map(([, number, code]) => [
    code,
    Number(number),
  ]);
  assert.deepEqual(Object.fromEntries(rows), EXIT_CODES);
});

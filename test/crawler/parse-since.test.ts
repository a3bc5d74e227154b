import assert from "node:assert/strict";
import { test } from "node:test";
import { momentOf, parseSince } from "../../crawler/parse-since.ts";
import { UsageError } from "../../errors.ts";

const NOW = Date.parse("2026-03-15T12:00:00Z");

test("durations count back from now, dates stand for themselves", () => {
  const cases = {
    "90m": "2026-03-15T10:30:00.000Z",
    "12h": "2026-03-15T00:00:00.000Z",
    "7d": "2026-03-08T12:00:00.000Z",
    "2w": "2026-03-01T12:00:00.000Z",
    "2026-03-01": "2026-03-01T00:00:00.000Z",
    "2026-03-01T06:00:00+02:00": "2026-03-01T04:00:00.000Z",
  };
  for (const [text, moment] of Object.entries(cases))
    assert.equal(momentOf(parseSince(text), NOW), moment, text);
});

test("anything else is refused with the way to write it", () => {
  for (const text of ["", "7", "d", "7 days", "yesterday", "2026-13-01", "-7d", "March 1"])
    assert.throws(() => parseSince(text), UsageError, text);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { allAuthors, sameDay, sameTitle } from "../../bench/judge-facts.ts";

test("titles are the same by their words", () => {
  assert.ok(sameTitle("The Mill, again", "the mill – again"));
  assert.ok(!sameTitle("The mill", "The mill again"));
  assert.ok(!sameTitle("The mill", null));
});

test("all authors, not some of them, and whole names", () => {
  assert.ok(allAuthors("Ida Holm; Theo Abara", ["Theo Abara", "Ida Holm", "June Ostrow"]));
  assert.ok(!allAuthors("Ida Holm; Theo Abara", ["Ida Holm"]));
  assert.ok(!allAuthors("Ida Holm", ["Ida Holmberg"]));
});

test("days are the same as given, or in UTC", () => {
  assert.ok(sameDay("2021-03-04", "2021-03-04T23:30:00+01:00"));
  assert.ok(sameDay("2021-03-04T23:30:00-05:00", "2021-03-05T04:30:00Z"));
  assert.ok(!sameDay("2021-03-04", "2021-03-06"));
  assert.ok(!sameDay("2021-03-04", null));
});

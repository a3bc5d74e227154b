import assert from "node:assert/strict";
import { test } from "node:test";
import { nextTick, ticksBetween } from "../../../queue/sources/cron.ts";

function london(cron: string, from: string, to: string): readonly string[] {
  const times = ticksBetween({ cron, timezone: "Europe/London" }, Date.parse(from), Date.parse(to));
  return times.map((time) => new Date(time).toISOString().slice(0, 16));
}

test("a time of day keeps to the clock on the wall when the clocks change", () => {
  assert.deepEqual(london("0 9 * * *", "2026-03-28T12:00Z", "2026-03-30T12:00Z"), [
    "2026-03-29T08:00",
    "2026-03-30T08:00",
  ]);
});

test("the hour that is left out and the hour that comes twice have one daily tick each", () => {
  assert.deepEqual(london("30 1 * * *", "2026-03-28T12:00Z", "2026-03-30T12:00Z"), [
    "2026-03-29T01:30",
    "2026-03-30T00:30",
  ]);
  assert.deepEqual(london("30 1 * * *", "2026-10-24T12:00Z", "2026-10-26T12:00Z"), [
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
});

test("an interval goes on through both", () => {
  for (const day of ["2026-03-29", "2026-10-25"]) {
    const times = london("*/30 * * * *", `${day}T00:00Z`, `${day}T03:00Z`);
    assert.equal(times.length, 6, `${day}: ${times.join(" ")}`);
  }
});

test("a tick comes after the moment that is asked for, seconds included", () => {
  const at = Date.parse("2026-03-04T05:06:07.000Z");
  assert.equal(nextTick({ cron: "* * * * * *", timezone: "UTC" }, at), at + 1000);
  assert.equal(nextTick({ cron: "*/15 * * * *", timezone: "UTC" }, at), Date.parse("2026-03-04T05:15:00Z"));
});

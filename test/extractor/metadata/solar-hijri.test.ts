import assert from "node:assert/strict";
import { test } from "node:test";
import { fromSolarHijri } from "../../../extractor/metadata/solar-hijri.ts";

const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

test("days of the Solar Hijri calendar are those that ICU counts", () => {
  // From the first year that newspapers have on the web, a day of every month and both ends of every year.
  for (let time = Date.UTC(1990, 2, 21); time < Date.UTC(2060, 0, 1); time += 86_400_000 * 9) {
    const parts = new Map(persian.formatToParts(time).map(({ type, value }) => [type, value]));
    const date = new Date(time);
    assert.deepEqual(
      fromSolarHijri(parts.get("year"), Number(parts.get("month")), parts.get("day")),
      { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
      date.toISOString(),
    );
  }
  assert.equal(fromSolarHijri("1402", 7, "31"), null);
  assert.equal(fromSolarHijri("1402", 13, "1"), null);
});

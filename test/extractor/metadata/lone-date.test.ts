import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_BODY, metadataOf } from "./facts-of.ts";

const read = (body: string, head = ""): readonly [string | null, string | undefined] => {
  const { facts, sources } = metadataOf({ head, body });
  return [facts.datePublished, sources["datePublished"]];
};
const H1 = "<h1>Mill reopens</h1>";

test("the one day that is given far below the headline", () => {
  assert.deepEqual(read(`${H1}${LONG_BODY}<p>Erschienen am: 01.11.2023</p>`), ["2023-11-01", "lone-date"]);
  assert.deepEqual(read(`${H1}${LONG_BODY}<p>April 8, 2024</p>`), ["2024-04-08", "lone-date"]);
});

test("nothing where several days are given, where something is sold, or where a sentence mentions a day", () => {
  const pages = [
    [`${H1}${LONG_BODY}<p>April 8, 2024</p><p>April 9, 2024</p>`],
    [`${H1}${LONG_BODY}<p>April 8, 2024</p>`, '<meta property="og:type" content="product">'],
    [`${H1}${LONG_BODY}<p>The wheel had last turned on April 8, 1984, when the weir broke.</p>`],
    [`${H1}${LONG_BODY}<p>Last updated: April 8, 2024</p>`],
  ] as const;
  for (const [body, head] of pages) assert.deepEqual(read(body, head), [null, undefined], body.slice(-90));
});

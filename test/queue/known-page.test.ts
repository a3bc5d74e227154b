import assert from "node:assert/strict";
import { test } from "node:test";
import { crawlOptionsSchema } from "../../queue/crawl-options.ts";
import { forgetPages } from "../../queue/forget-pages.ts";
import { decodeKnown, encodeKnown, isForgotten, recipeOf } from "../../queue/known-page.ts";
import { testFolder, testRedis } from "./test-place.ts";

const archiveKey = "0123456789abcdef".repeat(4);
const recipe = recipeOf(crawlOptionsSchema.parse({}));

test("what is known of a page comes back as it went in", () => {
  for (const articleId of [null, "00ff00ff00ff00ff"]) {
    const known = { archiveKey, recipe, articleId };
    assert.deepEqual(decodeKnown(encodeKnown(known)), known);
  }
  assert.equal(encodeKnown({ archiveKey: "another archive's key", recipe, articleId: null }), "");
  for (const text of [
    "",
    "x",
    `${recipe}short`,
    `${encodeKnown({ archiveKey, recipe, articleId: null })}x`,
  ]) {
    assert.equal(decodeKnown(text), null, text);
  }
});

test("what no run has met for 90 days is forgotten, once a week", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const day = 24 * 60 * 60 * 1000;
  const today = Date.UTC(2026, 2, 1);
  for (const ago of [0, 1, 89, 90, 91, 200, 4000]) {
    const value = encodeKnown({ archiveKey, recipe, articleId: null }, today - ago * day);
    assert.equal(isForgotten(value, today), ago > 90, `${ago} days`);
    await client.hset("galley:known:x", `${ago}`, value);
  }
  await forgetPages(client, "x", today);
  assert.deepEqual((await client.hkeys("galley:known:x")).toSorted(), ["0", "1", "89", "90"]);
  await forgetPages(client, "x", today + 50 * day);
  assert.equal(await client.hlen("galley:known:x"), 4, "not looked through again so soon");
});

test("other ways to extract have other names, the same ones the same", () => {
  const nameOf = (options: object): string => recipeOf(crawlOptionsSchema.parse(options));
  const names = [{}, { keep: ["byline"] }, { drop: ["byline"] }, { mode: "recall" }].map(nameOf);
  assert.equal(new Set(names).size, 4);
  assert.equal(nameOf({ keep: ["byline", "tags"] }), nameOf({ keep: ["tags", "byline"], limit: 3 }));
});

test("a known page takes at most 140 bytes of Redis", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const pages = 20_000;
  const value = encodeKnown({ archiveKey, recipe, articleId: "00ff00ff00ff00ff" });
  for (let page = 0; page < pages; page += 1000) {
    const entries = Array.from({ length: 1000 }, (_, i) => [
      Buffer.from(`${page + i}`.padStart(10)).toString("base64url"),
      value,
    ]);
    await client.hset("galley:known:x", ...entries.flat());
  }
  const bytes = Number(await client.call("MEMORY", "USAGE", "galley:known:x", "SAMPLES", "0"));
  t.diagnostic(`${Math.round(bytes / pages)} bytes a page`);
  assert.ok(bytes / pages <= 140, `${bytes / pages} bytes a page`);
});

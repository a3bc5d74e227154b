import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openFileArchive } from "../../storage/file-archive.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { storyPage } from "../queue/small-site.ts";
import { testFolder } from "../queue/test-place.ts";
import { sampleArticle } from "../storage/sample-article.ts";
import { samplePage } from "../storage/sample-page.ts";
import { runGalley } from "./run-galley.ts";

test("the command shows each difference on stdout, sums up on stderr, and stores with --publish", async () => {
  const data = await testFolder();
  const archive = await openFileArchive(join(data, "pages"));
  const page = samplePage(storyPage(0, 3));
  const pageKey = await archive.put({ ...page, meta: { ...page.meta, charset: "utf-8" } });
  const store = await openSqliteStore(join(data, "galley.db"));
  const old = sampleArticle("heron");
  await store.put([{ ...old, url: page.meta.finalUrl, fetch: { ...old.fetch!, pageKey } }]);
  const run = await runGalley(["reextract", "--publish", "--data", data]);
  assert.equal(run.code, 0, run.stderr);
  assert.ok(
    run.stdout.startsWith(
      `changed\tarticle-heron\t${page.meta.finalUrl}\n  articleBody\n    - The heron left the quay at noon.\n    + On day 3 `,
    ),
    run.stdout,
  );
  assert.ok(run.stdout.includes("\n  headline\n    - News of heron\n    + Story 3 of port 0\n"), run.stdout);
  assert.match(
    run.stderr,
    /^galley: 1 changed \(.*headline 1.*\), 0 new, 0 gone, 0 the same, 0 without an article, 0 failed\ngalley: 1 articles stored\n$/u,
  );
  assert.equal((await store.get("article-heron"))?.headline, "Story 3 of port 0");
  await store.close();
  const elsewhere = [
    "--store",
    `sqlite:${join(data, "galley.db")}`,
    "--archive",
    `file:${join(data, "pages")}`,
  ];
  const again = await runGalley(["reextract", "--data", await testFolder(), ...elsewhere]);
  assert.match(again.stderr, /^galley: 0 changed, 0 new, 0 gone, 1 the same/u);
  const refused = await runGalley(["reextract", "--publish", "--dry-run", "--data", data]);
  assert.deepEqual([refused.code, refused.stdout], [2, ""]);
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** What an import of the extractor must not bring along. */
const HEAVY =
  /node:sqlite|node:worker_threads|node_modules\/(?:bullmq|ioredis|playwright|playwright-core|undici|piscina|pg|kysely)\//u;
const HOOK = new URL("./list-modules.ts", import.meta.url).href;

/** Every module that a program loads. */
function modulesOf(code: string): readonly string[] {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", HOOK, "--input-type=module", "--eval", code],
    { encoding: "utf8", cwd: fileURLToPath(new URL("../../", import.meta.url)) },
  );
  assert.equal(status, 0, stderr);
  return stderr.split("\n").filter((line) => line !== "");
}

const PAGE = `<main><h1>Kiln</h1>${"<p>The kiln was lit at dusk, and by morning the bricks were done.</p>".repeat(5)}</main>`;

for (const entry of ["extractor.ts", "galley.ts"]) {
  test(`library/${entry} extracts and loads neither Redis nor Playwright nor SQLite`, () => {
    const loaded = modulesOf(`
      import { extract, extractText } from "./library/${entry}";
      const { articleBody } = extract({ html: ${JSON.stringify(PAGE)}, url: null });
      if (!articleBody.includes("kiln was lit")) throw new Error(articleBody);
      extractText({ text: "The kiln was lit.", url: null });
    `);
    assert.ok(
      loaded.some((url) => url.endsWith("/extractor/extract.ts")),
      "the hook sees nothing",
    );
    assert.deepEqual(
      loaded.filter((url) => HEAVY.test(url)),
      [],
    );
  });
}

test("the hook would see them", () => {
  const loaded = modulesOf(`await import("./storage/sqlite-store.ts"); await import("ioredis");`);
  assert.ok(loaded.includes("node:sqlite") && loaded.some((url) => /\/ioredis\//u.test(url)));
});

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** Files of CommonJS packages, which Playwright is one of, that a process has loaded when it has imported a module. */
function filesLoadedBy(module: string): readonly string[] {
  const path = JSON.stringify(fileURLToPath(new URL(module, import.meta.url)));
  const script = `import { createRequire } from "node:module";
await import(${path});
console.log(Object.keys(createRequire(${path}).cache).join("\\n"));`;
  const options = { encoding: "utf8" } as const;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], options).split("\n");
}

const isPlaywright = (file: string): boolean => file.includes("/node_modules/playwright");

test("what fetches pages loads Playwright only for one that needs the browser", () => {
  assert.deepEqual(filesLoadedBy("../../cli/open-fetcher.ts").filter(isPlaywright), []);
  assert.ok(
    filesLoadedBy("../../node_modules/playwright/index.mjs").some(isPlaywright),
    "the look finds it where it is loaded",
  );
});

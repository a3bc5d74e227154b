import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSmallSite } from "../queue/small-site.ts";
import { testFolder } from "../queue/test-place.ts";
import { checkConsumer } from "./check-consumer.ts";

// The short form of `npm run soak:pack`: the same checks on a package that is built and linked, not packed and installed.

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const TSC = join(root, "node_modules/typescript/bin/tsc");

test("the built package serves a program elsewhere: types, both entry points, command line", async (t) => {
  const folder = await testFolder();
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 2 });
  t.after(() => site.close());
  const built = join(folder, "built");
  await run(process.execPath, [TSC, "-p", "tsconfig.build.json", "--outDir", join(built, "dist")], {
    cwd: root,
  });
  await copyFile(join(root, "package.json"), join(built, "package.json"));
  await symlink(join(root, "node_modules"), join(built, "node_modules"));
  const consumer = join(folder, "consumer");
  await mkdir(join(consumer, "node_modules/@types"), { recursive: true });
  await symlink(built, join(consumer, "node_modules/galley"));
  await symlink(join(root, "node_modules/@types/node"), join(consumer, "node_modules/@types/node"));
  const galley = [process.execPath, join(built, "dist/cli/bin.js")] as const;
  await checkConsumer({ folder: consumer, tsc: TSC, galley, site });
});

/** Debian's own Node, where it is an older one. */
const SYSTEM_NODE = "/usr/bin/node";
const isOld = async (): Promise<boolean> =>
  existsSync(SYSTEM_NODE) &&
  Number((await run(SYSTEM_NODE, ["-p", "process.versions.node"])).stdout.split(".")[0]) < 24;

test(
  "an older Node is told what to do",
  { skip: (await isOld()) ? false : "no older Node here" },
  async () => {
    const folder = await testFolder();
    await writeFile(
      join(folder, "bin.mjs"),
      stripTypeScriptTypes(await readFile(join(root, "cli/bin.ts"), "utf8")),
    );
    const failed = await run(SYSTEM_NODE, [join(folder, "bin.mjs"), "fetch", "x"]).catch(
      (error: { code: number; stderr: string; stdout: string }) => error,
    );
    assert.deepEqual(["code" in failed ? failed.code : 0, failed.stdout], [2, ""]);
    assert.match(failed.stderr, /^galley: needs Node 24\.15 or newer, and this is Node \d.*\n$/u);
  },
);

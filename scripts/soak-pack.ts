/**
 * `npm run soak:pack`: packs the package, installs it from the tarball into an empty folder with the registry as it is
 * configured, and uses it there as a program and as a library (test/library/check-consumer.ts).
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkConsumer } from "../test/library/check-consumer.ts";
import { startSmallSite } from "../test/queue/small-site.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));
const { devDependencies } = (await import("../package.json", { with: { type: "json" } })).default;
const TYPES = `@types/node@${devDependencies["@types/node"]}`;

const folder = await mkdtemp(join(tmpdir(), "galley-pack-"));
const site = await startSmallSite({ hosts: 1, storiesPerHost: 3 });
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
try {
  const packed = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root });
  const [{ filename, size, entryCount }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf("["))) as [
    { filename: string; size: number; entryCount: number },
  ];
  console.log(`packed ${filename}: ${entryCount} files, ${(size / 1e6).toFixed(2)} MB, after ${seconds()}`);
  const consumer = join(folder, "consumer");
  await mkdir(consumer);
  await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module", private: true }));
  await run("npm", ["install", "--no-audit", "--no-fund", join(folder, filename), TYPES], { cwd: consumer });
  console.log(`installed in an empty folder after ${seconds()}`);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await checkConsumer({ folder: consumer, tsc, galley: ["npx", "galley"], site });
  console.log(`types, library and npx galley work there, after ${seconds()}`);
} finally {
  await site.close();
  await rm(folder, { recursive: true, force: true });
}

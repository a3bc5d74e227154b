import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const SETUP = fileURLToPath(new URL("../../scripts/setup.sh", import.meta.url));
/** What the script itself calls. */
const COMMANDS = ["cat", "dirname", "flock", "ls", "mkdir", "sh", "tail"];

const folder = await mkdtemp(join(tmpdir(), "galley-setup-"));
after(() => rm(folder, { recursive: true, force: true }));

interface Machine {
  readonly user: "root" | "somebody";
  /** What apt-get answers; null where there is none. */
  readonly apt: number | null;
  /** The only package that apt-cache knows. */
  readonly known?: string;
}

interface Setup {
  readonly code: number | null;
  readonly stderr: string;
  /** The calls of apt-get, after RUNLEVEL. */
  readonly calls: string;
}

/** Runs the script on a machine that has nothing but a few commands and an apt-get of the test's own. */
async function setUp({ user, apt, known }: Machine, tools: readonly string[]): Promise<Setup> {
  const root = await mkdtemp(join(folder, "machine-"));
  const bin = join(root, "bin");
  const log = join(root, "calls");
  await mkdir(bin);
  await writeFile(log, "");
  for (const command of COMMANDS) {
    const found = spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).stdout.trim();
    if (found !== "") await symlink(found, join(bin, command));
  }
  const script = async (name: string, text: string): Promise<void> => {
    await writeFile(join(bin, name), `#!/bin/sh\n${text}\n`);
    await chmod(join(bin, name), 0o755);
  };
  await script("id", `echo ${user === "root" ? 0 : 1000}`);
  if (apt !== null)
    await script("apt-get", `echo "\${RUNLEVEL:-}: $*" >>"${log}"; echo "no such package" >&2; exit ${apt}`);
  if (known !== undefined) await script("apt-cache", `[ "$2" = ${known} ]`);
  const env = { PATH: bin, GALLEY_ROOT: root, POSTGRES_ROOT: join(root, "postgresql") };
  const run = spawnSync("/bin/sh", [SETUP, ...tools], { env, encoding: "utf8" });
  return { code: run.status, stderr: run.stderr, calls: await readFile(log, "utf8") };
}

test("what is missing is installed by its package's name, once, and no service is started", async () => {
  const { code, stderr, calls } = await setUp({ user: "root", apt: 0 }, [
    "redis",
    "chromium",
    "postgres",
    "python",
  ]);
  assert.equal(code, 0, stderr);
  assert.equal(
    calls,
    ": update\n1: install -y --no-install-recommends redis-server chromium postgresql python3\n",
  );
  const alone = await setUp({ user: "root", apt: 0 }, ["postgres"]);
  assert.equal(alone.calls, ": update\n1: install -y --no-install-recommends postgresql\n");
});

test("Chromium without windows is taken where Debian has it", async () => {
  const machine = { user: "root", apt: 0, known: "chromium-headless-shell" } as const;
  const { code, calls } = await setUp(machine, ["redis", "chromium"]);
  assert.equal(code, 0);
  assert.equal(
    calls,
    ": update\n1: install -y --no-install-recommends redis-server chromium-headless-shell\n",
  );
});

test("who may not install is told the command; nothing is tried", async () => {
  const { code, stderr, calls } = await setUp({ user: "somebody", apt: 0 }, ["postgres"]);
  assert.deepEqual([code, calls], [69, ""]);
  assert.match(
    stderr,
    /sudo apt-get update && sudo apt-get install -y --no-install-recommends postgresql\n$/u,
  );
});

test("without apt-get, and where it fails, the reason and the next step are named", async () => {
  const without = await setUp({ user: "root", apt: null }, ["postgres"]);
  assert.equal(without.code, 69);
  assert.match(without.stderr, /missing: postgresql\. This system has no apt-get/u);
  const failing = await setUp({ user: "root", apt: 100 }, ["postgres"]);
  assert.equal(failing.code, 69);
  assert.match(failing.stderr, /no such package\n.*apt-get failed .*To try by hand: apt-get update/su);
});

import { execFile } from "node:child_process";
import { constants, existsSync } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { promisify } from "node:util";
import { findChromium } from "../../crawler/find-chromium.ts";
import { type ErrorCode, messageOf } from "../../errors.ts";
import { openRedis } from "../../queue/redis-server.ts";
import type { Config } from "../config.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { findRedisServer } from "../find-redis-server.ts";
import { readVersion } from "../../library/read-version.ts";
import { renderTable } from "../render-table.ts";
import { writeOutput } from "../write-output.ts";

/** One thing that Galley uses: whether it is there, which one, and how to get it when it is not. */
interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
  readonly todo: string;
  /** The failure that its lack leads to. */
  readonly code: ErrorCode;
}

const GIB = 1024 ** 3;
/** Less free space than this gets a warning: a crawl's raw pages take about 20 KiB each, compressed. */
const LITTLE_SPACE = GIB;

const run = promisify(execFile);

async function versionOf(program: string): Promise<string> {
  const { stdout } = await run(program, ["--version"], { timeout: 20_000 });
  return /\d+(?:\.\d+)+/u.exec(stdout)?.[0] ?? stdout.trim();
}

/** A program that is asked for its version. */
async function programFinding(
  finding: Pick<Finding, "what" | "todo" | "code">,
  path: string | null,
): Promise<Finding> {
  if (path === null) return { ...finding, ok: false, found: "not found" };
  try {
    return { ...finding, ok: true, found: `${await versionOf(path)} (${path})` };
  } catch {
    return { ...finding, ok: false, found: `${path} does not run` };
  }
}

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 24 || (major === 24 && minor >= 15);
  const todo = "install Node 24.15 or newer; npm start does it by itself";
  return { what: "Node", ok, found: process.versions.node, todo, code: "usage" };
}

async function redisFinding(config: Config): Promise<Finding> {
  const todo = "apt-get install -y redis-server, or set REDIS_URL; crawl and work need it";
  const finding = { what: "Redis", todo, code: "redis-missing" } as const;
  if (config.redisUrl === null) {
    const { redisServer: configured, searchPath } = config;
    return programFinding(finding, findRedisServer({ configured, searchPath }));
  }
  try {
    const redis = await openRedis({ redisUrl: config.redisUrl, dataDir: "", serverPath: "" });
    const version =
      /^redis_version:(\S+)/mu.exec(await redis.client.info("server"))?.[1] ?? "unknown version";
    await redis.close();
    return { ...finding, ok: true, found: `${version} (REDIS_URL: ${redis.description})` };
  } catch (error) {
    return {
      ...finding,
      ok: false,
      found: messageOf(error),
      todo: "start it, or correct REDIS_URL",
      code: "redis-unreachable",
    };
  }
}

async function chromiumFinding(config: Config): Promise<Finding> {
  const todo =
    "apt-get install -y chromium-headless-shell (or chromium), or set GALLEY_CHROMIUM; only pages built by script need it";
  return programFinding(
    { what: "Chromium", todo, code: "chromium-missing" },
    findChromium({ configured: config.chromium }),
  );
}

/** The nearest folder that is there already: what is missing below it will be made. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

async function dataFinding(dataDir: string): Promise<Finding> {
  const path = resolve(dataDir);
  const finding = {
    what: "Data folder",
    todo: "name another folder with --data",
    code: "data-folder",
  } as const;
  const existing = nearestExisting(path);
  try {
    await access(existing, constants.W_OK);
    if (!(await stat(existing)).isDirectory()) throw new Error(`${existing} is a file`);
    const space = await statfs(existing);
    const free = space.bavail * space.bsize;
    return { ...finding, ok: free >= LITTLE_SPACE, found: `${path}, ${(free / GIB).toFixed(1)} GiB free` };
  } catch (error) {
    return { ...finding, ok: false, found: `${path} cannot be written: ${messageOf(error)}` };
  }
}

/** `galley doctor`: what is there, and how to get what is not. Exit code 0 when nothing is missing. */
export async function doctorCommand(options: {
  readonly dataDir: string;
  readonly config: Config;
}): Promise<number> {
  const findings: readonly Finding[] = [
    { what: "Galley", ok: true, found: readVersion(), todo: "", code: "usage" },
    nodeFinding(),
    await redisFinding(options.config),
    await chromiumFinding(options.config),
    { what: "SQLite", ok: true, found: process.versions["sqlite"] ?? "built in", todo: "", code: "usage" },
    await dataFinding(options.dataDir),
  ];
  const rows = findings.map(({ what, ok, found, todo }) => [
    ok ? "ok" : "missing",
    what,
    found,
    ok ? "" : todo,
  ]);
  const width = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
  await writeOutput(renderTable(["", "what", "found", "to do"], rows, { width }));
  const missing = findings.find(({ ok }) => !ok);
  return missing === undefined ? 0 : EXIT_CODES[missing.code];
}

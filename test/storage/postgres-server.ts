import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, type ClientConfig, type QueryResult } from "pg";
import type { OwnDisk } from "./own-disk.ts";

/** A PostgreSQL server of the test's own, in a temporary folder, on a unix socket. */
export interface PostgresServer {
  /** The URL of a store in a schema of its own. */
  url(schema: string): string;
  /** Runs SQL as an operator would, and gives the last statement's rows. */
  sql(text: string): Promise<readonly Record<string, unknown>[]>;
  /** Stops it at once, connections and all (`immediate`: as a crash would), and starts it again later. */
  stop(mode?: "fast" | "immediate"): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good and removes its folder. */
  close(): Promise<void>;
}

/** Debian keeps the programs out of PATH, by version. */
function programsFolder(): string {
  const [folder] = globSync("/usr/lib/postgresql/*/bin").toSorted().toReversed();
  return folder ?? "";
}

/** PostgreSQL refuses to run as root: root starts it as the user that its package made. */
export function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
  return { uid: id("-u"), gid: id("-g") };
}

export interface PostgresOptions {
  /** Whether what is stored outlives the machine's power; tests need not wait for that. */
  readonly fsync?: boolean;
  /** A small disk for a part of it: its tables, or its write-ahead log. Root's alone. */
  readonly disk?: { readonly holds: "tables" | "log"; readonly on: OwnDisk };
}

export async function startPostgres({ fsync = false, disk }: PostgresOptions = {}): Promise<PostgresServer> {
  const user = serverUser();
  const programs = programsFolder();
  const folder = await mkdtemp(join(tmpdir(), "galley-pg-"));
  await chmod(folder, 0o700);
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  const placeOf = (part: "tables" | "log"): string =>
    join(disk?.holds === part ? disk.on.folder : folder, part);
  const data = placeOf("tables");
  const run = (program: string, args: readonly string[]): ChildProcess => {
    const options = { cwd: folder, stdio: ["ignore", "ignore", "pipe"] as ["ignore", "ignore", "pipe"] };
    const path = join(programs, program);
    if (disk === undefined) return spawn(path, args, { ...options, ...user });
    const asUser = ["setpriv", `--reuid=${user?.uid}`, `--regid=${user?.gid}`, "--clear-groups"];
    const [enter = "", ...rest] = [...disk.on.enter, ...asUser, path, ...args];
    return spawn(enter, rest, options);
  };
  const make = ["-U", "galley", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"];
  // Small parts of the log, so that a small disk holds some.
  const log = disk === undefined ? [] : ["-X", placeOf("log"), "--wal-segsize=1"];
  await succeed(run("initdb", ["-D", data, ...make, ...log]));
  let server: ChildProcess | null = null;
  const config = { host: folder, user: "galley", database: "postgres" };

  async function start(): Promise<void> {
    const settings = ["listen_addresses=", `fsync=${fsync ? "on" : "off"}`, "max_connections=60"];
    server = run("postgres", ["-D", data, "-k", folder, ...settings.flatMap((setting) => ["-c", setting])]);
    const output: string[] = [];
    server.stderr?.on("data", (chunk) => output.push(String(chunk)));
    while (!(await answers(config))) {
      if (server.exitCode !== null || server.signalCode !== null)
        throw new Error(`postgres ended: ${output.join("")}`);
      await sleep(20);
    }
  }

  async function stop(mode: "fast" | "immediate" = "fast"): Promise<void> {
    if (server === null) return;
    if (server.exitCode === null && server.signalCode === null) {
      const exit = once(server, "exit");
      server.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
      await exit;
    }
    server = null;
  }

  await start();
  return {
    url: (schema) =>
      `postgres://galley@localhost/postgres?host=${encodeURIComponent(folder)}&schema=${schema}`,
    async sql(text) {
      const client = new Client(config);
      await client.connect();
      try {
        const result: QueryResult | QueryResult[] = await client.query(text);
        return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
      } finally {
        await client.end();
      }
    },
    stop,
    start,
    async close() {
      await stop("immediate");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(config: ClientConfig): Promise<boolean> {
  const client = new Client(config);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function succeed(child: ChildProcess): Promise<void> {
  const output: string[] = [];
  child.stderr?.on("data", (chunk) => output.push(String(chunk)));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`initdb failed: ${output.join("")}`);
}

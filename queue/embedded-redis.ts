import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, open, readFile, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PermanentError, messageOf } from "../errors.ts";
import { probeRedis } from "./redis-connection.ts";

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, the final NUL included. */
const LONGEST_SOCKET_PATH = 100;
/** Loading a large append-only file takes time; a server that says LOADING is waited for this long. */
const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 15;
/** Two processes that start at the same moment: the second waits this long at most for the first one's server. */
const LOCK_TIMEOUT_MS = 10_000;
/** A lock whose holder cannot be named (it died between creating and writing it) is stale after this long. */
const UNNAMED_LOCK_AGE_MS = 2000;

export interface EmbeddedPlace {
  /** Folder of the append-only file, pid file and log. */
  readonly folder: string;
  readonly socketPath: string;
  /** The redis-server program. */
  readonly serverPath: string;
}

/** The private socket stands in the data folder, or, when that path is too long for a socket, in the temporary folder. */
export async function placeEmbedded(dataDir: string, serverPath: string): Promise<EmbeddedPlace> {
  const folder = join(dataDir, "redis");
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new PermanentError(
      "data-folder",
      `The data folder ${dataDir} cannot be written: ${messageOf(cause)}`,
      { cause },
    );
  }
  const real = await realpath(folder);
  const inFolder = join(real, "redis.sock");
  if (Buffer.byteLength(inFolder) <= LONGEST_SOCKET_PATH)
    return { folder: real, socketPath: inFolder, serverPath };
  const key = createHash("sha256").update(real).digest("hex").slice(0, 16);
  const user = process.getuid?.() ?? 0;
  const shortFolder = join(tmpdir(), `galley-${user}`);
  await mkdir(shortFolder, { recursive: true, mode: 0o700 });
  const { uid } = await stat(shortFolder);
  if (uid !== user) {
    throw new PermanentError(
      "data-folder",
      `${shortFolder} belongs to somebody else; set TMPDIR to a folder of your own.`,
    );
  }
  return { folder: real, socketPath: join(shortFolder, `${key}.sock`), serverPath };
}

function serverArguments(place: EmbeddedPlace): readonly string[] {
  const flags = {
    port: "0",
    unixsocket: place.socketPath,
    unixsocketperm: "700",
    dir: place.folder,
    appendonly: "yes",
    appendfsync: "everysec",
    save: "",
    "maxmemory-policy": "noeviction",
    daemonize: "no",
    pidfile: join(place.folder, "redis.pid"),
    logfile: join(place.folder, "redis.log"),
  };
  return Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function readPid(path: string): Promise<number | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/**
 * A server of ours that lives but lost its socket (somebody cleaned the folder) still writes the append-only file.
 * A second one beside it would ruin the file, so it is asked to leave first. Its title names its socket
 * (`redis-server unixsocket:PATH`), so no other process is ever touched.
 */
async function dismissUnreachable(place: EmbeddedPlace): Promise<void> {
  const pid = await readPid(join(place.folder, "redis.pid"));
  if (pid === null || !isAlive(pid)) return;
  const title = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (!title.includes(place.socketPath)) return;
  process.kill(pid, "SIGTERM");
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      throw new PermanentError(
        "redis-unreachable",
        `The redis-server of ${place.folder} (process ${pid}) neither answers nor ends. End it, then try again.`,
      );
    }
    await sleep(POLL_MS);
  }
}

function spawnServer(place: EmbeddedPlace): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    // A session of its own: Ctrl-C in the terminal must not end it before the workers have drained.
    const child = spawn(place.serverPath, serverArguments(place), {
      detached: true,
      stdio: "ignore",
      cwd: place.folder,
    });
    child.once("spawn", () => {
      child.unref();
      resolve(child);
    });
    child.once("error", (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === "ENOENT" || cause.code === "EACCES";
      reject(
        new PermanentError(
          missing ? "redis-missing" : "redis-unreachable",
          missing
            ? `redis-server was not found (${place.serverPath}). Install it (Debian and Ubuntu: apt-get install redis-server; macOS: brew install redis), or set REDIS_URL.`
            : `redis-server did not start: ${cause.message}`,
          { cause },
        ),
      );
    });
  });
}

async function lastLogLine(place: EmbeddedPlace): Promise<string> {
  const log = await readFile(join(place.folder, "redis.log"), "utf8").catch(() => "");
  return log.trimEnd().split("\n").at(-1) ?? "";
}

async function waitUntilReady(
  place: EmbeddedPlace,
  child: ChildProcess,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    signal?.throwIfAborted();
    const probe = await probeRedis({ socketPath: place.socketPath });
    if (probe.state === "ready") return;
    const ended = child.exitCode ?? child.signalCode;
    if (Date.now() > deadline || ended !== null) {
      const line = (await lastLogLine(place)) || `it ended with ${ended}`;
      throw new PermanentError(
        "redis-unreachable",
        `redis-server did not become ready in ${place.folder}: ${line}`,
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

/** Takes the start lock, or answers null when another living process holds it. A dead holder's lock is broken. */
async function tryLock(path: string): Promise<(() => Promise<void>) | null> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return () => rm(path, { force: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const holder = await readPid(path);
    const age = await stat(path).then(
      (stats) => Date.now() - stats.mtimeMs,
      () => 0,
    );
    const stale = holder === null ? age > UNNAMED_LOCK_AGE_MS : !isAlive(holder);
    if (stale) await rm(path, { force: true });
    return null;
  }
}

/**
 * Makes sure that a server answers on the place's socket: a live one is reused, else one is started.
 * Safe to call from many processes at once, and again whenever the server has gone away.
 * @throws PermanentError redis-missing, redis-unreachable or data-folder.
 */
export async function ensureServer(
  place: EmbeddedPlace,
  signal?: AbortSignal,
): Promise<"reused" | "started"> {
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  const lockPath = join(place.folder, "start.lock");
  for (;;) {
    signal?.throwIfAborted();
    const probe = await probeRedis({ socketPath: place.socketPath });
    if (probe.state === "ready") return "reused";
    const unlock = probe.state === "down" ? await tryLock(lockPath) : null;
    if (unlock !== null) {
      try {
        const again = await probeRedis({ socketPath: place.socketPath });
        if (again.state === "ready") return "reused";
        await dismissUnreachable(place);
        await rm(join(place.folder, "redis.pid"), { force: true });
        await waitUntilReady(place, await spawnServer(place), signal);
        return "started";
      } finally {
        await unlock();
      }
    }
    const patience = probe.state === "loading" ? READY_TIMEOUT_MS : 0;
    if (Date.now() > deadline + patience) {
      throw new PermanentError(
        "redis-unreachable",
        `Another process is starting Redis in ${place.folder} and does not finish; remove ${lockPath} if none is.`,
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

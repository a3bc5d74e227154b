import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { probeRedis } from "../../queue/redis-connection.ts";

/** A redis-server of the soak's own that may be killed and comes back with what its append-only file holds. */
export interface MortalRedis {
  readonly socketPath: string;
  readonly url: string;
  pid(): number;
  /** Kills it with SIGKILL and starts it again; resolves when it serves. */
  kill(): Promise<void>;
  /** Kills it and lets it be gone for so long. */
  outage(ms: number): Promise<void>;
  close(): Promise<void>;
}

const POLL_MS = 10;

async function start(folder: string, socketPath: string): Promise<ChildProcess> {
  const flags = ["--port", "0", "--unixsocket", socketPath, "--unixsocketperm", "700", "--dir", folder];
  const durability = ["--appendonly", "yes", "--appendfsync", "everysec", "--save", ""];
  const memory = ["--maxmemory-policy", "noeviction"];
  const server = spawn("redis-server", [...flags, ...durability, ...memory], { stdio: "ignore" });
  await once(server, "spawn");
  while ((await probeRedis({ socketPath })).state !== "ready") {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    await sleep(POLL_MS);
  }
  return server;
}

async function end(server: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const gone = once(server, "exit");
  server.kill(signal);
  if (server.exitCode === null && server.signalCode === null) await gone;
}

export async function startMortalRedis(folder: string): Promise<MortalRedis> {
  const data = join(folder, "soak-redis");
  await mkdir(data);
  const socketPath = join(data, "redis.sock");
  let server = await start(data, socketPath);
  return {
    socketPath,
    url: `unix://${socketPath}`,
    pid: () => server.pid ?? 0,
    async kill() {
      await end(server, "SIGKILL");
      server = await start(data, socketPath);
    },
    async outage(ms) {
      await end(server, "SIGKILL");
      await sleep(ms);
      server = await start(data, socketPath);
    },
    close: () => end(server, "SIGTERM"),
  };
}

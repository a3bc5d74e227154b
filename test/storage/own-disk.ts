import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A small disk (tmpfs) that only the processes that enter it see: it is gone when the test's process is. */
export interface OwnDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** What to put before a command so that it sees the disk. */
  readonly enter: readonly string[];
  /** Leaves so much room and no more. */
  fill(leave: number): Promise<void>;
  makeRoom(): Promise<void>;
  close(): Promise<void>;
}

/** Why a server on a disk of its own cannot be had, or false. */
export function noServerDisk(): string | false {
  if (process.getuid?.() !== 0) return "only root can give a server a disk of its own";
  const probe = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
  return probe.status === 0 ? false : "this system does not let a test mount a small disk of its own";
}

/** Mounts a disk of `size` bytes, which belongs to `uid`, in a namespace that a process holds open. */
export async function makeDisk(
  folder: string,
  { size, uid }: { readonly size: number; readonly uid: number },
): Promise<OwnDisk> {
  await mkdir(folder, { recursive: true });
  const script = `mount -t tmpfs -o size=${size},uid=${uid},mode=0700 tmpfs "$0" && echo ready && exec cat`;
  const holder = spawn("unshare", ["-m", "sh", "-c", script, folder], { stdio: ["pipe", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  const seen = `/proc/${holder.pid}/root${folder}`;
  const ballast = join(seen, "ballast");
  return {
    folder,
    enter: ["nsenter", "-t", String(holder.pid), "-m", "--"],
    async fill(leave) {
      const { bavail, bsize } = await statfs(seen);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
    },
    makeRoom: () => rm(ballast),
    close: () => endOf(holder),
  };
}

async function endOf(holder: ChildProcess): Promise<void> {
  const exit = once(holder, "exit");
  holder.stdin?.end();
  await exit;
}

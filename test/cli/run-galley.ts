import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

export interface GalleyRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GalleyOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Starts galley as a process of its own, in a pipe. */
export function startGalley(args: readonly string[], options: GalleyOptions = {}): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  // A command that fails at once closes its stdin before all of it is written.
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.input ?? "");
  return child;
}

/** Runs galley to its end. */
export async function runGalley(args: readonly string[], options: GalleyOptions = {}): Promise<GalleyRun> {
  const child = startGalley(args, options);
  if (child.stdout === null || child.stderr === null) throw new Error("galley has no output");
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code: code as number | null, stdout, stderr };
}

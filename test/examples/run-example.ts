import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

export interface ExampleOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export const examplePath = (name: string): string =>
  fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

/** Starts an example as its readers would: the right program for its kind. Killed after the test. */
export function startExample(
  t: TestContext,
  name: string,
  args: readonly string[] = [],
  options: ExampleOptions = {},
): ChildProcess {
  const path = examplePath(name);
  const program = name.endsWith(".py")
    ? ["python3"]
    : name.endsWith(".sh")
      ? ["sh"]
      : [process.execPath, "--conditions=galley-source"];
  const [command = "", ...flags] = [...program, path, ...args];
  const env = { ...process.env, ...options.env };
  const child = spawn(command, flags, { env, cwd: options.cwd, stdio: ["ignore", "pipe", "pipe"] });
  t.after(() => child.kill("SIGKILL"));
  return child;
}

export async function runExample(
  ...start: Parameters<typeof startExample>
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = startExample(...start);
  if (child.stdout === null || child.stderr === null) throw new Error("the example has no output");
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code: code as number | null, stdout, stderr };
}

/** Lines of stdout as they come. */
export async function takeLines(child: ChildProcess, count: number): Promise<readonly string[]> {
  const lines: string[] = [];
  if (child.stdout === null) return lines;
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}

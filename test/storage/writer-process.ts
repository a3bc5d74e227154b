import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What a writer process said of itself, line by line (see put-until-stopped.ts). */
export interface WriterReport {
  /** Articles in acknowledged batches. */
  readonly put: number;
  /** Of them, those that this writer stored first. */
  readonly fresh: number;
  readonly error: { readonly error: string; readonly code: string; readonly message: string } | null;
  readonly signal: NodeJS.Signals | null;
}

export const WRITER = fileURLToPath(new URL("put-until-stopped.ts", import.meta.url));

interface WriterOptions {
  readonly url: string;
  readonly prefix: string;
  readonly batch: number;
  readonly count: number;
  /** Killed with SIGKILL as soon as it has acknowledged this many batches. */
  readonly killAfterBatches?: number;
}

/** Runs a writer process to its end, or kills it in mid-run. */
export function runWriter(options: WriterOptions): Promise<WriterReport> {
  const { url, prefix, batch, count } = options;
  const child = spawn(process.execPath, [WRITER, url, prefix, String(batch), String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return reportOf(child, options.killAfterBatches ?? Number.POSITIVE_INFINITY);
}

/** Follows a writer that was started in some other way. */
export async function reportOf(child: ChildProcess, killAfterBatches: number): Promise<WriterReport> {
  const exit = once(child, "exit");
  let put = 0;
  let fresh = 0;
  let error: WriterReport["error"] = null;
  let batches = 0;
  for await (const text of createInterface({ input: child.stdout! })) {
    const line = JSON.parse(text) as Record<string, unknown>;
    if ("error" in line) {
      error = line as unknown as WriterReport["error"];
      continue;
    }
    put = Number(line["put"]);
    fresh = Number(line["new"]);
    batches += 1;
    if (batches === killAfterBatches) child.kill("SIGKILL");
  }
  const [, signal] = (await exit) as [number | null, NodeJS.Signals | null];
  return { put, fresh, error, signal };
}

import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { startGalley } from "./run-galley.ts";

/** What every command of these tests may reach and do: loopback, over HTTP, at once. */
export const NET = ["--allow-net", "127.0.0.0/8", "--render", "never", "--delay", "0"];

export interface Served {
  readonly origin: string;
  /** Ends the server with a signal; answers its exit code and everything it said. */
  end(signal: "SIGINT" | "SIGTERM"): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** `galley serve` as a process of its own, on a free port. */
export async function serveProcess(
  t: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const child = startGalley(["serve", "--port", "0", ...args], { env });
  t.after(() => child.kill("SIGKILL"));
  if (child.stderr === null) throw new Error("the server has no stderr");
  const said = text(child.stderr);
  const [line] = (await once(createInterface(child.stderr), "line")) as [string];
  return {
    origin: /http:\/\/[\d.]+:\d+/u.exec(line)?.[0] ?? "",
    async end(signal) {
      child.kill(signal);
      const [code] = (await once(child, "exit")) as [number | null];
      return { code, stderr: await said };
    },
  };
}

export const postJson = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

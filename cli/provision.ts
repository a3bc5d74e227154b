import { spawn } from "node:child_process";
import { once } from "node:events";

/** System tools that the set-up script can install. */
export type SystemTool = "redis" | "chromium";

/**
 * Installs system tools through the set-up script, when Galley was started by `npm start`.
 * What it prints goes to stderr. True when the script says that all of them are there now.
 */
export async function provision(tools: readonly SystemTool[], setupScript: string | null): Promise<boolean> {
  if (setupScript === null) return false;
  const child = spawn("sh", [setupScript, ...tools], { stdio: ["ignore", process.stderr, process.stderr] });
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
}

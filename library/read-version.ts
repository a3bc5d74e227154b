import { existsSync, readFileSync } from "node:fs";

/** The version in package.json, which stands one folder up in a checkout and two up in a build. */
export function readVersion(): string {
  const candidates = ["../package.json", "../../package.json"].map((path) => new URL(path, import.meta.url));
  const file = candidates.find((url) => existsSync(url));
  if (file === undefined) return "unknown";
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that can serve the queue. Valkey is Redis's fork and speaks the same protocol. */
const PROGRAMS = ["redis-server", "valkey-server"] as const;

/** Where Debian puts servers, for users whose PATH leaves it out. */
const FURTHER_FOLDERS = ["/usr/bin", "/usr/local/bin", "/usr/sbin"] as const;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a redis-server program, or null when there is none.
 * @param options.configured A path the user named: then that one or nothing.
 * @param options.searchPath The PATH to look in.
 */
export function findRedisServer(options: {
  readonly configured: string | null;
  readonly searchPath: string | null;
}): string | null {
  if (options.configured !== null) return isProgram(options.configured) ? options.configured : null;
  const folders = [...(options.searchPath?.split(delimiter) ?? []), ...FURTHER_FOLDERS];
  const candidates = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  return candidates.find(isProgram) ?? null;
}

import { closeSync, fsync, openSync } from "node:fs";
import { promisify } from "node:util";

const sync = promisify(fsync);

/** Writes a folder's entries to the disk: without it a new file's name can be lost with the power, its data kept. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = openSync(folder, "r");
  try {
    await sync(handle);
  } finally {
    closeSync(handle);
  }
}

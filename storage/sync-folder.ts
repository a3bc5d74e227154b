import { open } from "node:fs/promises";

/** Writes a folder's entries to the disk: without it a new file's name can be lost with the power, its data kept. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

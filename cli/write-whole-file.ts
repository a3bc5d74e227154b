import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { GalleyError, messageOf, UsageError } from "../errors.ts";
import { syncFolder } from "../storage/sync-folder.ts";

/**
 * Lets `write` fill a file beside the place, syncs it and renames it: what breaks off leaves no half file under the name.
 * @throws UsageError (usage) where the file cannot be written, and what `write` throws.
 */
export async function writeWholeFile(file: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${file}.part`;
  try {
    await write(partial);
    const written = await open(partial, "r+");
    try {
      await written.sync();
    } finally {
      await written.close();
    }
    await rename(partial, file);
    await syncFolder(dirname(file));
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof GalleyError) throw cause;
    const message = `Cannot write ${file}: ${messageOf(cause)}. Give a path that can be written.`;
    throw new UsageError("usage", message, { cause });
  }
}

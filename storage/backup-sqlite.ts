import { open } from "node:fs/promises";
import { DatabaseSync, backup } from "node:sqlite";
import { UsageError } from "../errors.ts";
import { codeOf, folderError } from "./data-folder.ts";
import { sqliteError } from "./sqlite-errors.ts";
import { checkOwnership } from "./sqlite-schema.ts";

/** Pages of 4 KB copied at a time: the store's writers go on between two steps. */
const STEP_PAGES = 2_000;
const MAGIC = "SQLite format 3\0";

/**
 * Copies a store in use to another file, as it is at one moment (SQLite's online backup). Whoever writes meanwhile makes it
 * start over, so it ends as soon as there is a pause of some seconds.
 * @throws UsageError (data-folder) for a source that is no store or a target that cannot be written
 */
export async function backupSqlite(path: string, target: string): Promise<void> {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    checkOwnership(db, path);
    await backup(db, target, { rate: STEP_PAGES });
  } catch (error) {
    throw sqliteError(target, error);
  } finally {
    db.close();
  }
}

/** Whether a file is there; refuses one that a backup must not replace. @throws UsageError (data-folder) */
export async function checkBackupPlace(path: string): Promise<void> {
  try {
    const file = await open(path, "r");
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
      if (bytesRead === 0 || buffer.toString("latin1", 0, bytesRead) === MAGIC) return;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw folderError(path, error);
  }
  throw new UsageError(
    "data-folder",
    `${path} is there and is no backup of a store. Choose another path, or remove it.`,
  );
}

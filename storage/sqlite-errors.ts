import { PermanentError, TransientError, messageOf } from "../errors.ts";
import { folderError, writeError } from "./data-folder.ts";

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const SQLITE = { busy: 5, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const;

/** Whether another connection holds the lock that was asked for. */
export function isLocked(error: unknown): boolean {
  return primaryCode(error) === SQLITE.busy;
}

/** Whether a failure is one of SQLite, not of the code around it. */
export function isSqliteError(error: unknown): boolean {
  return primaryCode(error) !== null;
}

/** A failure of SQLite in Galley's words: what failed, on which file, what to do. Other errors come back as they are. */
export function sqliteError(path: string, error: unknown): unknown {
  switch (primaryCode(error)) {
    case SQLITE.full:
      return writeError(
        path,
        Object.assign(new Error(messageOf(error), { cause: error }), { code: "ENOSPC" }),
      );
    case SQLITE.readonly:
    case SQLITE.cantopen:
      return folderError(path, error);
    case SQLITE.ioerr:
      return new TransientError(
        "data-folder",
        `The disk failed under ${path}: ${messageOf(error)}. What was stored before is safe; look at the disk and run again.`,
        { cause: error },
      );
    case SQLITE.notadb:
      return folderError(
        path,
        new Error("it is a file of another kind, not an article store", { cause: error }),
      );
    case SQLITE.corrupt:
      return new PermanentError(
        "data-folder",
        `The store ${path} is damaged (${messageOf(error)}). Restore it from a backup.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** SQLite's primary result code of a failure (the low byte of the extended one), or null for any other error. */
function primaryCode(error: unknown): number | null {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : null;
}

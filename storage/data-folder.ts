import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { TransientError, UsageError, messageOf } from "../errors.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOENT: "there is no such folder, and none can be made there",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "a file of that name is in the way",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file may not grow further (a limit of the system)",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
};

/** Failures that end by themselves or by making room: what was to be written is worth trying again. */
const PASSING: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EMFILE", "ENFILE"]);

/** Makes a folder for data, with its parents, and checks that files can be made in it. @throws UsageError (data-folder) */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolders(resolve(folder));
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw folderError(folder, error);
  }
}

/**
 * The folder that a data file is to stand in, ready, and nothing but a file in the file's place.
 * @throws UsageError (data-folder)
 */
export async function preparePlace(path: string): Promise<void> {
  await prepareFolder(dirname(path));
  const there = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw folderError(path, error);
  });
  if (there !== null && !there.isFile()) throw folderError(path, new Error("it is not a regular file"));
}

/** As mkdir's `recursive`, which never ends under /proc (Node 24.21): there a folder is missing although its parent exists. */
async function makeFolders(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder));
    await makeFolder(folder);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const isThere = (await stat(folder).catch(() => null))?.isDirectory() ?? false;
    if (!isThere) throw error;
  }
}

/** A failure to reach or make a data folder or file, for the caller to mend. */
export function folderError(path: string, cause: unknown): UsageError {
  return new UsageError(
    "data-folder",
    `Cannot write to ${path}: ${reasonOf(cause)}. Make it writable for this user, or choose another place.`,
    { cause },
  );
}

/** A failure to write into a store that was open: transient where room may be made. */
export function writeError(path: string, cause: unknown): UsageError | TransientError {
  if (!PASSING.has(codeOf(cause))) return folderError(path, cause);
  return new TransientError(
    "data-folder",
    `Cannot write to ${path}: ${reasonOf(cause)}. What was stored before is safe; make room and run again.`,
    { cause },
  );
}

/** The system's code of a failure (`ENOENT`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? messageOf(error);
}

import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fsync, openSync, renameSync, writeFileSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PermanentError } from "../errors.ts";
import { decodePage } from "./archive-format.ts";
import { codeOf, folderError, prepareFolder, writeError } from "./data-folder.ts";
import {
  checkPageKey,
  keyAt,
  keyPage,
  packContent,
  placeOf,
  unpackContent,
  type UnpackedContent,
} from "./pack-page.ts";
import type { PageArchive } from "./page-archive.ts";
import { syncFolder } from "./sync-folder.ts";

const sync = promisify(fsync);

/**
 * Pages as zstd files DIR/ab/abcdef….zst. (archive-format.ts, pack-page.ts). A page is written beside its place, synced
 * and renamed: whole or not at all.
 * @throws UsageError (data-folder)
 */
export async function openFileArchive(dir: string): Promise<PageArchive> {
  await prepareFolder(dir);
  return {
    async put(page) {
      const { key, content } = keyPage(page);
      const path = pathOf(dir, key);
      // A page that is there and sound is not written again; a damaged one is mended.
      if (!existsSync(path) || (await readContent(path, key)).state !== "sound")
        await writeAtOnce(path, await packContent(content));
      return key;
    },
    async get(key) {
      checkPageKey(key);
      const path = pathOf(dir, key);
      const found = await readContent(path, key);
      if (found.state === "absent") return null;
      if (found.state === "sound") return decodePage(found.content);
      throw new PermanentError(
        "data-folder",
        `The archived page ${path} is damaged: its content does not match its name. Remove it and fetch the page again.`,
        { cause: found.cause },
      );
    },
    keys: () => listKeys(dir),
  };
}

function pathOf(dir: string, key: string): string {
  return join(dir, placeOf(key));
}

type Found = { readonly state: "absent" } | UnpackedContent;

async function readContent(path: string, key: string): Promise<Found> {
  let packed: Buffer;
  try {
    packed = await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { state: "absent" };
    throw folderError(path, error);
  }
  return unpackContent(packed, key);
}

/** Makes the file and writes it, its folder too where that is missing. What a page takes is done before a thread could begin. */
async function writeNew(path: string, bytes: Uint8Array): Promise<number> {
  const write = (): number => {
    const file = openSync(path, "wx");
    try {
      writeFileSync(file, bytes);
      return file;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  };
  try {
    return write();
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    await prepareFolder(dirname(path));
    return write();
  }
}

async function writeAtOnce(path: string, bytes: Uint8Array): Promise<void> {
  // A name that listKeys passes over, and that no other writer of the same page shares.
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await writeNew(temporary, bytes);
    try {
      await sync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeError(path, error);
  }
}

async function* listKeys(dir: string): AsyncGenerator<string> {
  for (const folder of await sortedNames(dir)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await sortedNames(join(dir, folder))) {
      const key = keyAt(`${folder}/${name}`);
      if (key !== null) yield key;
    }
  }
}

async function sortedNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    throw folderError(folder, error);
  }
}

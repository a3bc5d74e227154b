import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError, messageOf } from "../errors.ts";
import { codeOf, writeError } from "./data-folder.ts";
import { syncFolder } from "./sync-folder.ts";

/** The places of readers by name, in one small file beside the store, written anew each time. */
export interface JsonlCursors {
  get(name: string): Promise<number>;
  /** Only under the store's lock. */
  set(name: string, seq: number): Promise<void>;
}

/** `path` is the store's; the cursors are in PATH-cursors: `{"NAME": SEQ}`. */
export function jsonlCursors(storePath: string): JsonlCursors {
  const path = `${storePath}-cursors`;
  return {
    get: async (name) => (await readCursors(path)).get(name) ?? 0,
    async set(name, seq) {
      const cursors = (await readCursors(path)).set(name, seq);
      const draft = `${path}.new`;
      try {
        const file = await open(draft, "w");
        try {
          await file.writeFile(`${JSON.stringify(Object.fromEntries(cursors))}\n`);
          await file.datasync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
        await syncFolder(dirname(path));
      } catch (error) {
        throw writeError(path, error);
      }
    },
  };
}

async function readCursors(path: string): Promise<Map<string, number>> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    const entries = Object.entries(value as Record<string, unknown>);
    if (!entries.every(([, seq]) => Number.isSafeInteger(seq))) throw new SyntaxError("a place is no number");
    return new Map(entries as [string, number][]);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return new Map();
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
    throw new UsageError(
      "data-folder",
      `${path} does not hold the places of readers (${messageOf(error)}). Mend it; without it all readers start anew.`,
      { cause: error },
    );
  }
}

import { copyFile, mkdir, readdir, rename, stat } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../../errors.ts";
import { backupSqlite, checkBackupPlace } from "../../storage/backup-sqlite.ts";
import { folderError, prepareFolder } from "../../storage/data-folder.ts";
import { storeName, storeUrl } from "../open-store.ts";
import { writeWholeFile } from "../write-whole-file.ts";
import type { StorePlace } from "./articles.ts";

export interface BackupOptions extends StorePlace {
  /** The folder of raw pages; null where they are kept elsewhere. */
  readonly pages: string | null;
  readonly articlesOnly: boolean;
}

/**
 * `galley backup FILE|DIR`: into a FILE the articles; into a folder (one that is there, or a name that ends with `/`) the
 * articles as `galley.db` and the raw pages as `pages`, of which only those are copied that are not there yet.
 */
export async function backupCommand(target: string, options: BackupOptions): Promise<number> {
  const source = sourcePath(storeUrl(options.dataDir, options.store));
  const isFolder = target.endsWith("/") || ((await stat(target).catch(() => null))?.isDirectory() ?? false);
  const file = isFolder ? join(target, "galley.db") : target;
  if (resolve(file) === resolve(source))
    throw new UsageError("usage", `${file} is the store itself. Name another place for its backup.`);
  await prepareFolder(dirname(file));
  await checkBackupPlace(file);
  await writeWholeFile(file, (partial) => backupSqlite(source, partial));
  process.stderr.write(`galley: articles → ${file}\n`);
  if (!isFolder || options.articlesOnly) {
    if (!options.articlesOnly)
      process.stderr.write("galley: raw pages are copied into a folder alone: galley backup FOLDER/\n");
    return 0;
  }
  if (options.pages === null) {
    process.stderr.write("galley: the raw pages are not in the data folder and were left where they are\n");
    return 0;
  }
  await copyPages(options.pages, join(target, "pages"));
  return 0;
}

function sourcePath(url: string): string {
  if (/^postgres(?:ql)?:/iu.test(url)) {
    const schema = (URL.canParse(url) ? new URL(url).searchParams.get("schema") : null) ?? "galley";
    const message = `${storeName(url)} is backed up by PostgreSQL's own program: pg_dump --schema=${schema} --format=custom --file=FILE DATABASE-URL. Or write its articles out: galley articles export`;
    throw new UsageError("usage", message);
  }
  const path = /^sqlite:(?<path>.+)$/isu.exec(url)?.groups?.["path"];
  if (path === undefined)
    throw new UsageError(
      "usage",
      `${url} is one file that only grows: copy it. galley backup is for SQLite stores.`,
    );
  if (!existsSync(path))
    throw new UsageError("data-folder", `There is no store at ${path}. Name the data folder with --data.`);
  return path;
}

/** Pages never change under their names, so that those that are there need not be copied again. */
async function copyPages(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  let copied = 0;
  try {
    for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
      const source = join(entry.parentPath, entry.name);
      const target = join(to, relative(from, source));
      if (!entry.isFile() || existsSync(target)) continue;
      await mkdir(dirname(target), { recursive: true });
      // Whole or not at all: what is there is taken for a page.
      await copyFile(source, `${target}.part`);
      await rename(`${target}.part`, target);
      copied += 1;
    }
  } catch (error) {
    throw folderError(to, error);
  }
  process.stderr.write(`galley: ${copied} raw pages → ${to}\n`);
}

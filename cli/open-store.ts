import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import { openStore } from "../storage/open-store.ts";

/** The URL of the store that was named, or of the data folder's own. */
export function storeUrl(dataDir: string, store: string | null): string {
  return store ?? `sqlite:${join(dataDir, "galley.db")}`;
}

/** A store as people are told of it: the path of a file, or a URL without its password. */
export function storeName(url: string): string {
  if (!URL.canParse(url) || !/^postgres(?:ql)?:/iu.test(url)) return url.replace(/^(?:sqlite|jsonl):/iu, "");
  const shown = new URL(url);
  shown.password = "";
  shown.searchParams.delete("password");
  return shown.href;
}

/** Opens a store to read from it: a file must be there already. `store` null is the data folder's own. */
export async function openExistingStore(dataDir: string, store: string | null = null): Promise<ArticleStore> {
  const url = storeUrl(dataDir, store);
  const path = /^(?:sqlite|jsonl):(?<path>.+)$/su.exec(url)?.groups?.["path"];
  if (path !== undefined && path !== "-" && !existsSync(path)) {
    const where = store === null ? `--data ${dataDir}` : `--store ${store}`;
    const message = `There is no store at ${path}. Name the data folder with --data, or fill one: galley crawl URL ${where}`;
    throw new UsageError("data-folder", message);
  }
  return openStore(url);
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import { openStore } from "../storage/open-store.ts";

/** Opens the store of a data folder that must be there already. */
export async function openExistingStore(dataDir: string): Promise<ArticleStore> {
  const path = join(dataDir, "galley.db");
  if (!existsSync(path)) {
    const message = `There is no store at ${path}. Name the data folder with --data, or fill one: galley crawl URL --data ${dataDir}`;
    throw new UsageError("data-folder", message);
  }
  return openStore(`sqlite:${path}`);
}

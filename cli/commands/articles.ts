import { UsageError } from "../../errors.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import type { StoredArticle } from "../../types.ts";
import { articleWriter, type Format } from "../format-article.ts";
import { openExistingStore } from "../open-store.ts";
import { renderTable } from "../render-table.ts";
import { writeOutput } from "../write-output.ts";

/** Articles read from the store at a time. */
const BATCH = 200;
/** Rows of a table on a terminal when --limit is not given. */
const TABLE_ROWS = 50;

async function* allArticles(store: ArticleStore, limit: number): AsyncGenerator<StoredArticle> {
  let after: string | null = null;
  let left = limit;
  while (left > 0) {
    const { articles, next } = await store.list({ after, limit: Math.min(BATCH, left) });
    yield* articles;
    left -= articles.length;
    if (next === null) return;
    after = next;
  }
}

/** `galley articles list`: a table for a person, tab-separated lines for a pipe. `limit` null: all of them in a pipe. */
export async function listArticles(options: {
  readonly dataDir: string;
  readonly limit: number | null;
}): Promise<number> {
  const store = await openExistingStore(options.dataDir);
  try {
    if (process.stdout.isTTY) await listAsTable(store, options.limit ?? TABLE_ROWS);
    else await listAsLines(store, options.limit ?? Number.POSITIVE_INFINITY);
  } finally {
    await store.close();
  }
  return 0;
}

const COLUMNS = ["id", "published", "words", "headline", "url"];

function rowOf(article: StoredArticle): string[] {
  const published = article.datePublished?.slice(0, 10) ?? "";
  return [article.id, published, String(article.wordCount), article.headline ?? "", article.url];
}

async function listAsTable(store: ArticleStore, limit: number): Promise<void> {
  const rows: string[][] = [];
  for await (const article of allArticles(store, limit)) rows.push(rowOf(article));
  await writeOutput(renderTable(COLUMNS, rows, { width: process.stdout.columns, right: [2] }));
  const more = (await store.count()) - rows.length;
  if (more > 0) await writeOutput(`… and ${more} more (--limit N shows more)\n`);
}

async function listAsLines(store: ArticleStore, limit: number): Promise<void> {
  for await (const article of allArticles(store, limit)) {
    const cells = rowOf(article).map((cell) => cell.replace(/\s+/gu, " "));
    await writeOutput(`${cells.join("\t")}\n`);
  }
}

/** `galley articles show ID`. */
export async function showArticle(
  id: string,
  options: { readonly dataDir: string; readonly format: Format },
): Promise<number> {
  const store = await openExistingStore(options.dataDir);
  try {
    const article = await store.get(id);
    if (article === null) {
      throw new UsageError("usage", `No article has the id "${id}". \`galley articles list\` shows the ids.`);
    }
    const writer = articleWriter(options.format, "one", writeOutput);
    await writer.write(article);
    await writer.end();
  } finally {
    await store.close();
  }
  return 0;
}

/** `galley articles export`: every article, in the order they were first stored. */
export async function exportArticles(options: {
  readonly dataDir: string;
  readonly format: Format;
}): Promise<number> {
  const store = await openExistingStore(options.dataDir);
  try {
    const writer = articleWriter(options.format, "several", writeOutput);
    for await (const article of allArticles(store, Number.POSITIVE_INFINITY)) await writer.write(article);
    await writer.end();
  } finally {
    await store.close();
  }
  return 0;
}

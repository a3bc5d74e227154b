import { UsageError } from "../../errors.ts";
import type { ArticleFilter } from "../../storage/article-filter.ts";
import type { ArticlePage, ArticleStore } from "../../storage/article-store.ts";
import { parseQuery } from "../../storage/search-query.ts";
import type { StoredArticle } from "../../types.ts";
import { articleWriter, type Format } from "../format-article.ts";
import { openExistingStore } from "../open-store.ts";
import { renderTable } from "../render-table.ts";
import { writeOutput } from "../write-output.ts";

/** Articles read from the store at a time. */
const BATCH = 200;
/** Rows of a table on a terminal when --limit is not given. */
const TABLE_ROWS = 50;

export interface StorePlace {
  readonly dataDir: string;
  /** The store's URL; null is the data folder's own. */
  readonly store: string | null;
}

export interface ListArticlesOptions extends StorePlace {
  readonly filter: ArticleFilter;
  /** null: all of them in a pipe. */
  readonly limit: number | null;
}

type ReadPage = (after: string | null, limit: number) => Promise<ArticlePage>;

async function* allArticles(read: ReadPage, limit: number): AsyncGenerator<StoredArticle> {
  let after: string | null = null;
  let left = limit;
  while (left > 0) {
    const { articles, next } = await read(after, Math.min(BATCH, left));
    yield* articles;
    left -= articles.length;
    if (next === null) return;
    after = next;
  }
}

/** Runs `work` with the store that a command reads. */
export async function withStore<Result>(
  { dataDir, store }: StorePlace,
  work: (store: ArticleStore) => Promise<Result>,
): Promise<Result> {
  const opened = await openExistingStore(dataDir, store);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** `galley articles list`: a table for a person, tab-separated lines for a pipe. */
export function listArticles(options: ListArticlesOptions): Promise<number> {
  const { filter } = options;
  return withStore(options, (store) =>
    printList((after, limit) => store.list({ after, limit, filter }), options.limit),
  );
}

/** `galley articles search QUERY`: as list, the latest stored first. */
export function searchArticles(query: string, options: ListArticlesOptions): Promise<number> {
  const { filter } = options;
  if (parseQuery(query).wanted.length === 0)
    throw new UsageError(
      "usage",
      `"${query}" names no word to look for. Words, "phrases" and -exclusions make a search.`,
    );
  return withStore(options, (store) =>
    printList((after, limit) => store.search({ query, after, limit, filter }), options.limit),
  );
}

const COLUMNS = ["id", "published", "words", "headline", "url"];

function rowOf(article: StoredArticle): string[] {
  const published = article.datePublished?.slice(0, 10) ?? "";
  return [article.id, published, String(article.wordCount), article.headline ?? "", article.url];
}

async function printList(read: ReadPage, limit: number | null): Promise<number> {
  if (process.stdout.isTTY) await printTable(read, limit ?? TABLE_ROWS);
  else await printLines(read, limit ?? Number.POSITIVE_INFINITY);
  return 0;
}

async function printTable(read: ReadPage, limit: number): Promise<void> {
  const rows: string[][] = [];
  for await (const article of allArticles(read, limit + 1)) rows.push(rowOf(article));
  const shown = rows.slice(0, limit);
  await writeOutput(renderTable(COLUMNS, shown, { width: process.stdout.columns, right: [2] }));
  if (rows.length > limit) await writeOutput("… and more (--limit N shows more)\n");
}

async function printLines(read: ReadPage, limit: number): Promise<void> {
  for await (const article of allArticles(read, limit)) {
    const cells = rowOf(article).map((cell) => cell.replace(/\s+/gu, " "));
    await writeOutput(`${cells.join("\t")}\n`);
  }
}

/** The failure of a command that was given an id which the store does not have. */
export function unknownArticle(id: string): UsageError {
  return new UsageError("usage", `No article has the id "${id}". \`galley articles list\` shows the ids.`);
}

/** `galley articles show ID`. */
export function showArticle(id: string, options: StorePlace & { readonly format: Format }): Promise<number> {
  return withStore(options, async (store) => {
    const article = await store.get(id);
    if (article === null) throw unknownArticle(id);
    const writer = articleWriter(options.format, "one", writeOutput);
    await writer.write(article);
    await writer.end();
    return 0;
  });
}

/** `galley articles export`: the articles by their ids, so that the same articles give the same bytes from any store. */
export function exportArticles(
  options: StorePlace & { readonly filter: ArticleFilter; readonly format: Format },
): Promise<number> {
  const { filter } = options;
  return withStore(options, async (store) => {
    const writer = articleWriter(options.format, "several", writeOutput);
    const read: ReadPage = (after, limit) => store.list({ after, limit, filter, order: "id" });
    for await (const article of allArticles(read, Number.POSITIVE_INFINITY)) await writer.write(article);
    await writer.end();
    return 0;
  });
}

import { readFile, writeFile } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { messageOf, UsageError } from "../../errors.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { csvHeader, csvRow } from "../../storage/feeds/csv-rows.ts";
import { type FeedItem, readFeedToEnd } from "../../storage/feeds/feed-item.ts";
import { openExistingStore } from "../open-store.ts";
import { toJsonLine, writeOutput } from "../write-output.ts";
import { writeWholeFile } from "../write-whole-file.ts";

export const EXPORT_FORMATS = ["jsonl", "csv", "parquet"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  readonly dataDir: string;
  /** The store's URL; null is the data folder's own. */
  readonly store: string | null;
  readonly format: ExportFormat;
  /** The cursor that the last export ended with; null starts, or goes on from the cursor file. */
  readonly since: number | null;
  /** null is stdout. */
  readonly out: string | null;
  /** Keeps the cursor between exports. */
  readonly cursorFile: string | null;
}

const BATCH = 100;

/** `galley export`: the feed from a cursor to its end, and the cursor for the next time. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const { dataDir, format, out, cursorFile } = options;
  if (format === "parquet" && out === null)
    throw new UsageError("usage", "A Parquet file cannot be a stream: name it with --out FILE.");
  const since = options.since ?? (cursorFile === null ? 0 : await readCursor(cursorFile));
  const store = await openExistingStore(dataDir, options.store);
  try {
    const progress = { items: 0, cursor: since };
    const items = count(store, progress);
    if (format === "parquet" && out !== null) await writeParquet(out, items);
    else await writeText(out, format === "csv" ? csvLines(items) : jsonLines(items));
    // Only now: an export that broke off is repeated from where it began.
    if (cursorFile !== null)
      await writeWholeFile(cursorFile, (partial) => writeFile(partial, `${progress.cursor}\n`));
    process.stderr.write(
      `galley: ${progress.items} events → ${out ?? "stdout"}; go on with --since ${progress.cursor}\n`,
    );
  } finally {
    await store.close();
  }
  return 0;
}

async function* count(
  store: ArticleStore,
  progress: { items: number; cursor: number },
): AsyncGenerator<FeedItem> {
  for await (const item of readFeedToEnd(store, { after: progress.cursor, batch: BATCH })) {
    yield item;
    progress.items += 1;
    progress.cursor = item.seq;
  }
}

async function* jsonLines(items: AsyncIterable<FeedItem>): AsyncGenerator<string> {
  for await (const item of items) yield toJsonLine(item);
}

async function* csvLines(items: AsyncIterable<FeedItem>): AsyncGenerator<string> {
  yield csvHeader();
  for await (const item of items) yield csvRow(item);
}

async function writeText(out: string | null, lines: AsyncIterable<string>): Promise<void> {
  if (out === null) for await (const line of lines) await writeOutput(line);
  else await writeWholeFile(out, (partial) => pipeline(Readable.from(lines), createWriteStream(partial)));
}

async function writeParquet(out: string, items: AsyncIterable<FeedItem>): Promise<void> {
  const { openParquetFile } = await import("../../storage/feeds/parquet-file.ts");
  await writeWholeFile(out, async (partial) => {
    const file = openParquetFile(partial);
    for await (const item of items) await file.write([item]);
    await file.end();
  });
}

/** A cursor file that is not there yet is the start. */
async function readCursor(file: string): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw new UsageError("file-not-readable", `Cannot read ${file}: ${messageOf(cause)}.`, { cause });
  }
  if (!/^\d{1,15}\s*$/u.test(text))
    throw new UsageError(
      "usage",
      `${file} holds no cursor. Name another --cursor-file, or remove it to start over.`,
    );
  return Number(text);
}

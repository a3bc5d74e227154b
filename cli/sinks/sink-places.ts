import { existsSync } from "node:fs";
import { join } from "node:path";
import { openSinkBook, type SinkBook } from "../../storage/feeds/sink-book.ts";

/** Where a data folder keeps its sinks, their secrets and locks. */
export const sinkFolder = (dataDir: string): string => join(dataDir, "sinks");

const bookPath = (dataDir: string): string => join(sinkFolder(dataDir), "sinks.db");

export const openBook = (dataDir: string): Promise<SinkBook> => openSinkBook(bookPath(dataDir));

/** Whether anybody has ever declared a sink there; where not, nothing is made. */
export const hasBook = (dataDir: string): boolean => existsSync(bookPath(dataDir));

/** Extracts pages in a thread, as a worker does, and tells its parent what the process takes: `node memory-process.ts DIR LIMIT`. */
import { createExtractPool } from "../../queue/extract-pool.ts";
import { measureMemory } from "../measure-memory.ts";
import { pageNames, readPage } from "../page-files.ts";
import { PAGE_URL } from "./ways.ts";

/** Memory is compared with that from the first of these numbers of pages on: by then, what is kept for good is there. */
const STARTS = [500, 1000, 2000, 4000, 6000, 8000];
const END = 10_000;

const [, , data = "", limit = "0"] = process.argv;
const names = [...pageNames({ data, limit: Number(limit) })];
const stretch = names.length;
const pool = createExtractPool({ threads: 1 });
const read = (page: number): Promise<unknown> => {
  const html = readPage(data, names[page % names.length] ?? "");
  return pool.extract({ source: { html }, url: PAGE_URL, options: {} });
};
for await (const sample of measureMemory({ starts: [...STARTS, END - stretch], stretch, read }))
  process.send?.(sample);
await pool.close();
process.disconnect();
